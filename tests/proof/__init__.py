"""The official text is proven against the copies of its sources."""
