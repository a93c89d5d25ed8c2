"""What a folder holds, to compare it with another."""

from collections.abc import Mapping
from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """Returns the bytes of every file of a folder under its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(ours: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> list[str]:
    """Returns the names of the files that only one folder has, or that are not the same in both."""
    return [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
