"""The commands with which a maintainer edits the data, and their recipes."""
