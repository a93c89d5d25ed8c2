"""A proxy between the browser and the world: serves the built site as a server should, notes what else is asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import ProxySettings

from macros.catalogue.serving import content_type, headers

ORIGIN = "http://127.0.0.1:8000"  # where the site that the tests build says that it is; nothing listens there


@dataclass
class Asked:
    """What browsers asked for through a proxy: addresses of other hosts, and each referrer that was sent."""

    proxy: ProxySettings
    requests: int = 0
    elsewhere: list[str] = field(default_factory=list)
    referrers: list[str] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Answers for the site at ORIGIN from its folder, and for nobody else."""

    site: Path
    sent: dict[str, str]
    asked: Asked

    def do_GET(self) -> None:
        self.asked.requests += 1
        if referrer := self.headers.get("Referer"):
            self.asked.referrers.append(referrer)
        if not self.path.startswith(f"{ORIGIN}/"):
            self.asked.elsewhere.append(self.path)
            self.send_error(502)
            return
        name = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.site / (f"{name}index.html" if name == "" or name.endswith("/") else name)
        found = file.is_file()
        body = (file if found else self.site / "404.html").read_bytes()
        self.send_response(200 if found else 404)
        kind = content_type(file.name) if found else "text/html; charset=utf-8"
        for key, value in {**self.sent, "Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def do_CONNECT(self) -> None:
        self.asked.requests += 1
        self.asked.elsewhere.append(self.path)
        self.send_error(502)

    def do_POST(self) -> None:
        self.do_CONNECT()

    def log_message(self, format: str, *args: object) -> None:
        """Prints nothing."""


@contextmanager
def proxy(site: Path, policed: bool = True) -> Iterator[Asked]:
    """Gives what is asked of a proxy for `site`; unless `policed`, it sends no policy, as a bad server would."""
    handler = type("Handler", (Handler,), {"site": site, "sent": headers(https=False) if policed else {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        # Chromium would reach its own machine directly if it were not told otherwise.
        asked = Asked({"server": f"http://127.0.0.1:{server.server_address[1]}", "bypass": "<-loopback>"})
        handler.asked = asked  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield asked
        server.shutdown()
