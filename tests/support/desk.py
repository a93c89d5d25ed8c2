"""Runs a command of the desk on a copy of the data, with the answers that a person would type."""

import difflib
import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from macros.__main__ import main

from .contents import contents
from .data_copy import DataCopy
from .project import DATA


def command(project: Path, *arguments: str, answers: list[str] | None = None) -> tuple[int, str, str]:
    """Runs `python -m macros` with arguments in a folder, but in this process: starting another takes far longer.

    Returns the exit status, what the command printed, and its complaint. What would be a traceback fails the test.
    """
    printed, complaint = io.StringIO(), io.StringIO()
    typed = io.TextIOWrapper(io.BytesIO("".join(f"{answer}\n" for answer in answers or []).encode()))
    with chdir(project), patch.object(sys, "stdin", typed), redirect_stdout(printed), redirect_stderr(complaint):
        status = main(list(arguments))
    return status, printed.getvalue(), complaint.getvalue()


def run(data: DataCopy, *arguments: str, answers: list[str] | None = None) -> tuple[int, list[str], str]:
    """Returns the exit status of a command on a copy of the data, the lines that it printed, and its complaint."""
    status, printed, complaint = command(data.folder.parent, *arguments, answers=answers)
    return status, printed.rstrip("\n").split("\n"), complaint


def difference(data: DataCopy, file: str) -> list[str]:
    """Returns the lines of a file that differ from ours, each after its sign: + or -."""
    ours, theirs = ((folder / file).read_text(encoding="utf-8").split("\n") for folder in (DATA, data.folder))
    lines = difflib.unified_diff(ours, theirs, lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def touched(data: DataCopy) -> list[str]:
    """Returns the names of the files that are not as ours are: new, gone, or other bytes."""
    ours, theirs = contents(DATA), contents(data.folder)
    return sorted(name for name in ours | theirs if ours.get(name) != theirs.get(name))
