"""Keeps files that were made until they are written: the first in memory, those of a large plan on disk."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

IN_MEMORY = 20_000_000  # bytes: ten times what the plan has; one of fifty times its size has a hundred million


class Shelf(Mapping[str, bytes]):
    """Files under their addresses, in the order in which they came. What is on disk is removed with the shelf."""

    def __init__(self) -> None:
        self.files: dict[str, bytes | Path] = {}
        self.room = IN_MEMORY
        self.folder: TemporaryDirectory[str] | None = None

    def add(self, name: str, content: bytes) -> None:
        """Keeps a file. Raises ValueError where there is one of this address, and OSError where the disk is full."""
        if name in self.files:
            raise ValueError(f"two exporters write {name}")
        self.room -= len(content)
        if self.room >= 0:
            self.files[name] = content
            return
        self.folder = self.folder or TemporaryDirectory()
        path = Path(self.folder.name, str(len(self.files)))
        path.write_bytes(content)
        self.files[name] = path

    def __getitem__(self, name: str) -> bytes:
        found = self.files[name]
        return found.read_bytes() if isinstance(found, Path) else found

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)
