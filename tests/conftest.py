"""What several tests start from: the plan, a copy of the data to spoil, the built site, a browser."""

import functools
import gc
import http.server
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from bench.figures import settle
from macros.plan.plan import Plan
from macros.publish.audit import open_site
from macros.publish.cut import cut_styles
from macros.rules.checks import load

from .support.data_copy import DataCopy
from .support.html import Document, parse
from .support.machine import chromium, skipped_where_missing
from .support.project import DATA, ROOT, build
from .support.proxy import Asked, proxy
from .support.quiet import Quiet
from .support.repository import Repository
from .support.second_plan import INSIDE
from .support.states import one_of_each_kind

gc.set_threshold(20_000)  # most tests read the whole plan: with Python's 700, a fifth of the time goes into its garbage
settings.register_profile("ours", deadline=None)  # the time that a test takes says nothing: others may be running
settings.load_profile("ours")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests of the pages first: the longest files are among them, and all others fit beside those."""
    items.sort(key=lambda item: item.path.parent.name != "pages")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keeps what was measured when the last test of all workers has ended."""
    if not hasattr(session.config, "workerinput"):
        settle()


@pytest.fixture(scope="session")
def plan() -> Plan:
    return load(DATA)


@pytest.fixture
def data(tmp_path: Path) -> DataCopy:
    return DataCopy(tmp_path / "data")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A git repository with our data in it."""
    return Repository(tmp_path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the whole project, for tests that build from spoilt data or templates."""
    root = tmp_path / "project"
    root.mkdir()
    shutil.copytree(DATA, root / "data")
    for name in ("docs", "macros", "overrides", "bench/results/trust"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the project with the second plan: it is smaller, so quicker to build."""
    root = tmp_path / "project"
    for name in ("docs", "macros", "overrides", INSIDE):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    """The build of the site for all tests: how it ended, and what it said."""
    return build(tmp_path_factory.getbasetemp() / "site")


@pytest.fixture(scope="session")
def uncut(finished: "subprocess.CompletedProcess[str]", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as MkDocs makes it, with all styles of the theme."""
    assert finished.returncode == 0, finished.stderr
    return tmp_path_factory.getbasetemp() / "site"


@pytest.fixture(scope="session")
def built(uncut: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published, built once for all tests."""
    folder = Path(shutil.copytree(uncut, tmp_path_factory.getbasetemp() / "cut"))
    cut_styles(open_site(folder, "http://127.0.0.1:8000/"))
    return folder


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Document]:
    """Every HTML page of the built site, by its address."""
    found = {}
    for file in sorted(built.rglob("*.html")):
        address = file.relative_to(built).as_posix().removesuffix("index.html")
        found[address] = parse(file.read_text(encoding="utf-8"))
    return found


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
