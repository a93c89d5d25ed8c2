"""`make serve` on a copy of the project."""

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .project import ROOT
from .running import wait_for


class Served:
    """A copy of the project that `make serve` serves: its folder, and its address."""

    def __init__(self, root: Path, address: str) -> None:
        self.root, self.address = root, address

    def edit(self, file: str, old: str, new: str) -> None:
        """Replaces the first `old` in a file; it must be there, or the test tests nothing."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """Runs `make serve` in a copy of the project, on a free port."""
    shutil.copy2(ROOT / "Makefile", root)
    lock = root / "locks" / "site.txt"
    lock.parent.mkdir()
    lock.touch()
    os.utime(lock, (0, 0))  # old: `make` has nothing to set up
    (root / ".venv").symlink_to(ROOT / ".venv")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            ["make", "serve", f"PORT={port}"], cwd=root, stdout=output, stderr=output, start_new_session=True
        )
        try:
            yield Served(root, wait_for(log, "Serving on ").split()[0])
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # make, and the server that it started
            server.wait()
