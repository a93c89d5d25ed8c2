"""Takes the built site to where readers are: what goes out, its compressed copies, the settings of the servers."""
