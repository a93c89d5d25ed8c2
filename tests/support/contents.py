"""What a folder holds, to compare it with another."""

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """Returns the bytes of every file of a folder under its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
