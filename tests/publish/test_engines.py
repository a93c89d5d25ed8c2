"""ProperDocs builds the same site as MkDocs, and an engine that cannot build says so in one line."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.publish import engine
from macros.publish.engine import EngineError, build

from ..support.contents import changed, contents
from ..support.project import FROZEN, ROOT
from ..support.second_plan import ENVIRONMENT

URL = "http://127.0.0.1:8000/"
BUILD = """
import sys
from pathlib import Path
from macros.publish.engine import build
print(build(sys.argv[1], Path(sys.argv[2])))
"""


def built_by(name: str, folder: Path) -> Path:
    """Builds the site with an engine, in a process of its own: ProperDocs takes the name of MkDocs."""
    folder.mkdir()
    command = [sys.executable, "-c", BUILD, name, str(folder)]
    result = subprocess.run(command, cwd=ROOT, env=FROZEN, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, f"{URL}\n", "")
    return folder


def test_properdocs_builds_the_same_site_to_the_byte(uncut: Path, tmp_path: Path) -> None:
    ours, theirs = contents(uncut), contents(built_by("properdocs", tmp_path / "properdocs"))
    assert changed(ours, theirs) == []


def make(root: Path, name: str) -> "subprocess.CompletedProcess[str]":
    """Runs `make site ENGINE=...` in a project with the smaller plan."""
    command = [sys.executable, "-m", "macros.publish.build", "--engine", name]
    return subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def test_an_engine_that_nobody_knows_is_told_in_one_line(small: Path) -> None:
    result = make(small, "hugo")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == ("'hugo' is no engine of ours. Known: mkdocs, properdocs.\nNothing was built.\n")


def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    with pytest.raises(EngineError) as told:
        build("properdocs", Path("site"))
    assert str(told.value) == (
        "The package 'properdocs' is not installed; add it: pip install --requirement locks/tests.txt"
    )
