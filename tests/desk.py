"""Runs a command of the desk on a copy of the data, with the answers that a person would type."""

import difflib
import os
import subprocess
import sys
from pathlib import Path

from .conftest import DATA, ROOT, DataCopy


def run(data: DataCopy, *arguments: str, answers: list[str] | None = None) -> tuple[int, list[str], str]:
    """Returns the exit status, the lines that the command printed, and its complaint."""
    result = subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=data.folder.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        input="".join(f"{answer}\n" for answer in answers or []),
        encoding="utf-8",
        capture_output=True,
        check=False,
    )
    return result.returncode, result.stdout.rstrip("\n").split("\n"), result.stderr


def difference(data: DataCopy, file: str) -> list[str]:
    """Returns the lines of a file that differ from ours, each after its sign: + or -."""
    ours, theirs = ((folder / file).read_text(encoding="utf-8").split("\n") for folder in (DATA, data.folder))
    lines = difflib.unified_diff(ours, theirs, lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def touched(data: DataCopy) -> list[str]:
    """Returns the names of the files that are not as ours are: new, gone, or other bytes."""

    def contents(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    ours, theirs = contents(DATA), contents(data.folder)
    return sorted(name for name in ours | theirs if ours.get(name) != theirs.get(name))
