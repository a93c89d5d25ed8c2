"""Serves the files of a folder, for tests that open them in a browser."""

import http.server


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Prints nothing."""
