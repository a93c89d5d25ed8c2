"""Builds the site once into a folder, and prints what the exporters add: their part of the time of the rest.

The libraries that only they need count as theirs.
"""

import sys
import time
from importlib import import_module
from typing import Any

from mkdocs.__main__ import cli

OWN = ("xlsxwriter", "icalendar", "PIL.Image")


def timed_import() -> float:
    """Imports what only exporters need, and returns the seconds of processor time."""
    start = time.process_time()
    for name in OWN:
        import_module(name)
    return time.process_time() - start


def main(folder: str) -> None:
    """Builds, and prints the exporters' part as the last line."""
    spent = timed_import()
    render: Any = import_module("macros.pages.render")
    bundle = render.bundle

    def timed(*arguments: object) -> object:
        nonlocal spent
        start = time.process_time()
        try:
            return bundle(*arguments)
        finally:
            spent += time.process_time() - start

    render.bundle = timed
    try:
        cli(["build", "--quiet", "--site-dir", folder])
    except SystemExit as end:
        if end.code:
            raise
    print(round(spent / (time.process_time() - spent), 3))


if __name__ == "__main__":
    main(sys.argv[1])
