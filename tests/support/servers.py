"""Starts the real web servers with the settings that `make deploy` writes, and asks them."""

import http.client
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from macros.publish.deploy import deploy

from .machine import program

HOST = "127.0.0.1"


class SilentError(Exception):
    """A server that does not answer, and what it said instead."""


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Server:
    """A web server that runs: its folder, which `make deploy` wrote, where it answers, and what it tells its owner."""

    dist: Path
    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Returns the answer to one request. The path is sent as it is; accept_encoding="br" is a header."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            sent = {name.replace("_", "-").title(): value for name, value in headers.items()}
            connection.request(method, path, headers={"Accept-Encoding": "identity"} | sent)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()


def free_port() -> int:
    """Returns a port of this machine at which nothing answers."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
        return port


def command(name: str) -> list[str]:
    """Returns what a maintainer types in the folder of the settings, so that the server stays in front."""
    if name == "caddy":
        return [program("caddy", package="caddy"), "run"]
    return [program("nginx", package="nginx"), "-p", ".", "-c", "nginx.conf", "-g", "daemon off;"]


@contextmanager
def serving(name: str, site: Path, quality: int) -> Iterator[Server]:
    """Deploys the site into a new folder, and runs nginx or Caddy there. `quality` is that of brotli, 0 to 11.

    Raises MissingError, RefusalError or SilentError.
    """
    start = command(name)
    with tempfile.TemporaryDirectory() as temporary:
        folder, port = Path(temporary), free_port()
        folder.chmod(0o755)  # nginx reads as nobody when root starts it
        dist = folder / "dist"
        deploy(site, dist, f"{HOST}:{port}", quality)
        own = {"ADDRESS": f"http://{HOST}:{port}", "XDG_CONFIG_HOME": temporary, "XDG_DATA_HOME": temporary}
        log = folder / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(start, cwd=dist, env=os.environ | own, stdout=output, stderr=output)
        try:
            wait(process, port, log)
            yield Server(dist, port, log)
        finally:
            process.terminate()
            process.wait()


def wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Returns when something answers at the port. Raises SilentError with the log if it does not."""
    for _ in range(600):
        with socket.socket() as asking:
            if asking.connect_ex((HOST, port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise SilentError(f"the server does not answer:\n{log.read_text(encoding='utf-8')}")
