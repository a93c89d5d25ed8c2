"""What several tests start from: the plan, a copy of the data to spoil, the built site, a browser."""

import functools
import gc
import hashlib
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from bench.figures import settle
from macros.plan.plan import Plan
from macros.reading.faults import DataError
from macros.rules.checks import load

from .support.html import Document, parse
from .support.machine import chromium, skipped_where_missing
from .support.proxy import Asked, proxy
from .support.states import one_of_each_kind

gc.set_threshold(20_000)  # most tests read the whole plan: with Python's 700, a fifth of the time goes into its garbage
settings.register_profile("ours", deadline=None)  # the time that a test takes says nothing: others may be running
settings.load_profile("ours")
ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keeps what was measured when the last test of all workers has ended."""
    if not hasattr(session.config, "workerinput"):
        settle()


@pytest.fixture(scope="session")
def plan() -> Plan:
    return load(DATA)


MARK = "¦"
MADE_UP = """
source:
  id: report-{year}
  title: A made-up report
  publisher: Nobody
  language: en
  file: report-{year}.txt
  sha256: {digest}
summary: Made up for a test.
caution: Nothing of it is true.
headlines: [calls]
facts:
  - id: hot-line
    label: Calls
    quote: In {year} the hot line received 7 calls.
    category: hot-line
    date: "{year}"
    values: [{{id: calls, label: calls to the hot line, unit: calls, value: 7}}]
    relates_to: [{{activity: "13.1.2", how: reported, why: A link for a test.}}]
"""


class DataCopy:
    """A copy of the data folder that a test may spoil."""

    def __init__(self, folder: Path, original: Path = DATA) -> None:
        self.folder = folder
        self.places: list[str] = []
        shutil.copytree(original, folder)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replaces the first `old` in a file; it must be there, or the test tests nothing.

        Each mark ¦ in `new` is left out, and its place remembered: messages call the first {0}.
        """
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        before, after = text.split(old, 1)
        parts = new.split(MARK)
        for n in range(1, len(parts)):
            self.places.append(place(file, before + "".join(parts[:n])))
        path.write_text(before + "".join(parts) + after, encoding="utf-8")

    def expected(self, messages: list[str]) -> list[str]:
        """Returns messages with the places in them: {0}, and those that «...¦...» finds."""
        return [self.found(message).format(*self.places) for message in messages]

    def found(self, message: str) -> str:
        match = re.match(r"(\S+) «(.*?)»(.*)", message, re.DOTALL)
        if not match:
            return message
        file, around, rest = match.groups()
        text = (self.folder / file).read_text(encoding="utf-8")
        wanted = around.replace(MARK, "")
        assert wanted in text, f"{file} has no {wanted!r}"
        return place(file, text[: text.index(wanted)] + around.split(MARK)[0]) + rest

    def add_report(self, year: str) -> None:
        """Adds a made-up report on `year`: one file, and the copy of its document."""
        copy = f"In {year} the hot line received 7 calls.\n"
        (self.folder / "sources" / f"report-{year}.txt").write_text(copy, encoding="utf-8")
        digest = hashlib.sha256(copy.encode()).hexdigest()
        report = MADE_UP.format(year=year, digest=digest)
        (self.folder / "reports" / f"{year}.yml").write_text(report, encoding="utf-8")

    def faults(self) -> list[str]:
        """Returns the messages that the data now gets, in the order in which they are printed."""
        try:
            load(self.folder)
        except DataError as error:
            return [str(fault) for fault in error.faults]
        return []


def place(file: str, before: str) -> str:
    """Returns the place just after the text `before` of a file, as messages name it."""
    return f"data/{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.fixture
def data(tmp_path: Path) -> DataCopy:
    return DataCopy(tmp_path / "data")


def build(target: Path, root: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """Runs `mkdocs build` as a maintainer would, into `target`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the whole project, for tests that build from spoilt data or templates."""
    root = tmp_path / "project"
    root.mkdir()
    for name in ("data", "docs", "macros", "overrides", "bench/results/trust"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    """The build of the site for all tests: how it ended, and what it said."""
    return build(tmp_path_factory.getbasetemp() / "site")


@pytest.fixture(scope="session")
def built(finished: "subprocess.CompletedProcess[str]", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once for all tests."""
    assert finished.returncode == 0, finished.stderr
    return tmp_path_factory.getbasetemp() / "site"


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Document]:
    """Every HTML page of the built site, by its address."""
    found = {}
    for file in sorted(built.rglob("*.html")):
        address = file.relative_to(built).as_posix().removesuffix("index.html")
        found[address] = parse(file.read_text(encoding="utf-8"))
    return found


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Prints nothing."""


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    handler: Callable[..., Quiet] = functools.partial(Quiet, directory=str(built))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine. Where there is none, browser tests are skipped, but fail in CI."""
    with ExitStack() as stack:
        with skipped_where_missing():
            found = stack.enter_context(chromium())
        yield found


@pytest.fixture(scope="module")
def asked(built: Path) -> Iterator[Asked]:
    """A proxy that serves the built site, and notes what is asked through it."""
    with proxy(built) as served:
        yield served


@pytest.fixture(scope="session")
def kinds(plan: Plan, pages: dict[str, Document]) -> list[str]:
    """The address of one page of each kind."""
    return one_of_each_kind(plan, pages)
