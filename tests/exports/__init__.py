"""The files that readers download, subscribe to or query."""
