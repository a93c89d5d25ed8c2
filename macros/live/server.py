"""Answers the browser: the pages of the live state, each with the script that keeps it fresh, and the news."""

import json
import mimetypes
import posixpath
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .state import Live

HERE = Path(__file__).parent
OURS = "_live/"  # no page of the site can have this address: an id starts with a letter or a digit
FILES = {f"{OURS}{name}": HERE / name for name in ("live.js", "live.css")}
NEWS = f"{OURS}news"
BREATH = 15.0  # seconds after which a silent line is written to, so that a closed tab is noticed
NOT_THERE = "404.html"


class Server(ThreadingHTTPServer):
    """The server of one project on this machine."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], live: Live) -> None:
        super().__init__(address, Handler)
        self.live = live
        self.env = Environment(
            loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )

    def framed(self, html: bytes | None) -> bytes:
        """Returns a page with the live part at its end; a page that says that there is none yet, for None."""
        version, faults = self.live.version, self.live.faults
        if html is None:
            html = self.env.get_template("nothing.html").render().encode()
        part = self.env.get_template("live.html").render(version=version, faults=faults, at=f"/{OURS}").encode()
        before, end, after = html.rpartition(b"</body>")
        return before + part + end + after

    def news(self, version: int, faults: list[str]) -> bytes:
        """Returns what an open page is told: the version (text: numbers in JavaScript are short), and the faults."""
        shown = self.env.get_template("faults.html").render(faults=faults)
        return f"data: {json.dumps({'version': str(version), 'faults': shown})}\n\n".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        """Answers as to GET, without the content: what links are checked with."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answers with a file, a page, or the news."""
        path = unquote(urlsplit(self.path).path)
        name = posixpath.normpath("/" + path).lstrip("/")
        if name == NEWS and self.command == "GET":
            self.tell_news()
        elif name in FILES:
            self.answer(200, name, FILES[name].read_bytes())
        else:
            self.site(name, path)

    def site(self, name: str, path: str) -> None:
        """Answers with the file `name` of the site; `path` is the address as it was asked for."""
        live = self.server.live
        wanted = f"{name}/index.html".lstrip("/") if path.endswith("/") else name
        if (content := live.content(wanted)) is not None:
            self.answer(200, wanted, content)
        elif live.site is None or wanted in live.broken:
            self.answer(503, NOT_THERE, None)
        elif not path.endswith("/") and f"{name}/index.html" in live.site.at:
            self.send_response(302)
            query = urlsplit(self.path).query
            self.send_header("Location", quote(f"/{name}/") + (f"?{query}" if query else ""))
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.answer(404, NOT_THERE, live.content(NOT_THERE))

    def answer(self, status: int, name: str, content: bytes | None) -> None:
        """Sends a file; a page gets the live part, and `None` stands for a page that cannot be made."""
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind == "text/html":
            content = self.server.framed(content)
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") or kind == "application/json" else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(content or b"")))
        self.send_header("Cache-Control", "no-store")  # the next reading may be after an edit
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content or b"")

    def tell_news(self) -> None:
        """Keeps the line open, and tells each change at once (server-sent events)."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = None
        try:
            while True:
                now = self.server.live.wait(seen, BREATH)
                self.wfile.write(self.server.news(*now) if now != seen else b": still here\n\n")
                seen = now
        except OSError:  # the tab was closed
            return

    def log_message(self, format: str, *args: object) -> None:
        """Prints nothing: the terminal is for faults."""
