"""The core outlives its site generator: it imports neither MkDocs nor Jinja."""

import json
import subprocess
import sys

import pytest

from ..support.project import ROOT

SHELL = {
    "__init__",
    "additions",
    "handwritten",
    "pages",
    "rehearsal",
    "render",
    "text",
}  # what knows MkDocs or Jinja, and says so
SHELL |= {"live/__main__", "live/messages", "live/server", "live/site", "live/state"}
SHELL |= {"engines/mkdocs", "engines/properdocs", "engines/source", "engines/zensical"}
SHELL |= {"compiled", "record_page"}
SHELL |= {"publish/deploy", "release/__main__"}
CORE = sorted(
    ".".join(path.relative_to(ROOT / "macros").with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "macros").rglob("*.py")
    if path.relative_to(ROOT / "macros").with_suffix("").as_posix() not in SHELL
)
IMPORT_ALL = """
import importlib, json, sys
found, before = {}, set()
ENGINES = {"mkdocs", "properdocs", "zensical", "material", "jinja2", "markdown"}
for module in sys.argv[1:]:
    importlib.import_module(f"macros.{module}")
    others = {name.split(".")[0] for name in sys.modules} & ENGINES
    found[module], before = sorted(others - before), others
print(json.dumps(found))
"""


def test_the_core_is_most_of_the_program() -> None:
    assert {"addresses", "cells", "checks", "data", "load", "models", "plan", "proof", "rules", "search"} <= set(CORE)
    assert {"rules.wording", "exports.api", "exports.akn", "exports.calendars", "exports.feeds"} <= set(CORE)


@pytest.fixture(scope="module")
def others() -> dict[str, list[str]]:
    """What each module of the core imports of MkDocs and Jinja that none before it did, in a process of their own."""
    result = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *CORE], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    found: dict[str, list[str]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("module", CORE)
def test_a_core_module_imports_neither_mkdocs_nor_jinja(others: dict[str, list[str]], module: str) -> None:
    assert others[module] == []
