"""Notices that files were changed, by looking again and again: it works on every system and in every container."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

PAUSE = 0.1  # seconds between two looks; one look at a few hundred files takes about 2 ms
SETTLE = 0.05  # an editor may write a file in two steps: wait until two looks agree

Stamps = dict[str, tuple[int, int]]


def stamps(paths: Iterable[Path]) -> Stamps:
    """Returns when each file in `paths`, or in the folders among them, was changed, and its size.

    Hidden files and those that end in "~" are left out: editors keep their own notes there.
    """
    found: Stamps = {}
    for path in paths:
        inside = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
        for file in inside if path.is_dir() else [path]:
            if file.name.startswith(".") or file.name.endswith("~") or "__pycache__" in file.parts:
                continue
            try:
                status = file.stat()
            except OSError:  # removed since it was listed
                continue
            found[str(file)] = (status.st_mtime_ns, status.st_size)
    return found


def changes(paths: Iterable[Path]) -> Iterator[None]:
    """Yields at once, and then after each change in `paths`. A change made while the caller works is not missed."""
    watched = list(paths)
    seen = stamps(watched)
    yield
    while True:
        time.sleep(PAUSE)
        now = stamps(watched)
        if now == seen:
            continue
        while True:
            time.sleep(SETTLE)
            before, now = now, stamps(watched)
            if before == now:
                break
        seen = now
        yield
