"""Installs what the benches take from npm, as the lock in bench/npm has it, into .cache/."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.support.machine import program

from .figures import ROOT

LOCKED = Path(__file__).parent / "npm"
FOLDER = ROOT / ".cache" / "bench-npm"


class FailedError(Exception):
    """A program of npm did not end well: what it said."""


def version(name: str) -> str:
    """Returns the version of a package that the lock names."""
    packages = json.loads((LOCKED / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    found: str = packages[f"node_modules/{name}"]["version"]
    return found


def installed(name: str, file: str) -> Path:
    """Returns where a file of a package stands. What the lock names is installed once, and runs no script of its own.

    Raises MissingError where there is no npm, and FailedError where npm cannot do it.
    """
    lock = (LOCKED / "package-lock.json").read_bytes()
    path = FOLDER / "node_modules" / name / file
    if not path.is_file() or (FOLDER / "package-lock.json").read_bytes() != lock:
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(LOCKED, FOLDER)
        run([program("npm", package="npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], {})
    return path


def run(command: list[str], more: Mapping[str, str]) -> str:
    """Runs a command in that folder, with more variables of the environment; returns what it printed.

    Raises FailedError.
    """
    environment = os.environ | more
    result = subprocess.run(command, cwd=FOLDER, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if result.returncode:
        raise FailedError(f"{' '.join(command[:2])} ended with status {result.returncode}:\n{result.stderr}")
    return result.stdout
