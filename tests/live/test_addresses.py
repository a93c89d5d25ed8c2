"""Where `make serve` answers, and what it answers to programs that check links."""

import threading
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any, cast

import pytest

from macros.live.__main__ import main
from macros.live.server import Server
from macros.live.site import Site
from macros.live.state import Live

PAGE = b"<!doctype html><html><body><h1>Find</h1></body></html>"


class OnePage:
    """A site of one page, /find/."""

    at = {"find/index.html": None}  # noqa: RUF012 - nobody writes to it
    documents: list[Any] = []  # noqa: RUF012

    def content(self, name: str) -> bytes | None:
        return PAGE if name in self.at else None

    def check(self) -> None:
        """Finds nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    live = Live(lambda: cast(Site, OnePage()))
    live.renew()
    with Server(("127.0.0.1", 0), live) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_head_says_what_a_get_would_without_the_content(port: int) -> None:
    said = []
    for method in ("HEAD", "GET"):
        connection = HTTPConnection("127.0.0.1", port)
        connection.request(method, "/find/")
        answer = connection.getresponse()
        said.append((answer.status, answer.headers["Content-Type"], answer.headers["Content-Length"]))
        assert bool(answer.read()) == (method == "GET")
        connection.close()
    assert said[0] == said[1]
    assert said[0][:2] == (200, "text/html; charset=utf-8")


def test_an_address_without_its_last_slash_keeps_what_was_asked(port: int) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/find?agency=mia&q=a%20b") as answer:
        assert answer.url == f"http://127.0.0.1:{port}/find/?agency=mia&q=a%20b"


@pytest.mark.parametrize("number", ["80100", "-1", "0", "http", "8000.5", "٨"])
def test_a_port_that_is_none_is_told_in_one_line(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"--port={number}"]) == 1
    said = f"'{number}' is no port: give a number from 1 to 65535, as in make serve PORT=8001\n"
    assert capsys.readouterr() == ("", said)


def test_a_port_in_use_is_told_in_one_line(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", str(port)]) == 1
    said = f"127.0.0.1:{port} cannot be used: Address already in use. Take another: make serve PORT=8001\n"
    assert capsys.readouterr() == ("", said)
