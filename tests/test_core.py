"""The core outlives its site generator: it imports neither MkDocs nor Jinja."""

import subprocess
import sys

import pytest

from .conftest import ROOT

SHELL = {"__init__", "handwritten", "pages", "render", "text"}  # what knows MkDocs or Jinja, and says so
SHELL |= {"live/__main__", "live/messages", "live/server", "live/site", "live/state"}
CORE = sorted(
    ".".join(path.relative_to(ROOT / "macros").with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "macros").rglob("*.py")
    if path.relative_to(ROOT / "macros").with_suffix("").as_posix() not in SHELL
)


def test_the_core_is_most_of_the_program() -> None:
    assert {"addresses", "cells", "checks", "data", "load", "models", "plan", "proof", "rules", "search"} <= set(CORE)
    assert {"rules.wording", "exports.api", "exports.akn", "exports.calendars", "exports.feeds"} <= set(CORE)


@pytest.mark.parametrize("module", CORE)
def test_a_core_module_imports_neither_mkdocs_nor_jinja(module: str) -> None:
    program = (
        f"import sys, macros.{module}\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'mkdocs', 'jinja2', 'markdown', 'material'}))"
    )
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.stdout.strip(), result.stderr) == ("[]", "")
