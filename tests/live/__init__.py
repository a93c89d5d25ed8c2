"""The site while somebody edits it: `make serve`."""
