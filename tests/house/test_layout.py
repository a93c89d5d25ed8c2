"""A file of tests stands alone: what several of them use lies in tests/support/, or is a fixture."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..support.project import ROOT

MODULES = sorted(path for name in ("tests", "bench") for path in (ROOT / name).rglob("*.py"))


def imported(code: str) -> Iterator[str]:
    """Yields every name that an import of a module names: of packages, of modules, and of what is in them."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom):
            yield from (node.module or "").split(".")
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield from alias.name.split(".")


def borrowed(code: str) -> list[str]:
    """Returns the names of files of tests, and of conftest, that a module imports."""
    return [name for name in imported(code) if name.startswith("test_") or name == "conftest"]


def test_all_modules_are_looked_at() -> None:
    assert len(MODULES) > 100
    assert {Path(__file__), ROOT / "tests" / "conftest.py", ROOT / "bench" / "live.py"} <= set(MODULES)


def test_no_module_imports_a_file_of_tests_or_conftest() -> None:
    found = {path.relative_to(ROOT).as_posix(): borrowed(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("from ..desk import test_history", ["test_history"]),
        ("from .test_build import SECOND as PLAN", ["test_build"]),
        ("from tests.live.test_live import serving", ["test_live"]),
        ("import tests.conftest as shared", ["conftest"]),
        ("def work():\n    from ..conftest import Quiet", ["conftest"]),
        ("from ..support.contents import contents", []),
    ],
)
def test_an_import_of_a_file_of_tests_is_noticed(code: str, names: list[str]) -> None:
    assert borrowed(code) == names
