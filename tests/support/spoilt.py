"""A slip in the data of a project, made and mended."""

from pathlib import Path


def spoil(root: Path) -> None:
    path = root / "data" / "activities.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("[cabinet, mia,", "[cabinet, mai,", 1), encoding="utf-8")


def mend(root: Path) -> None:
    path = root / "data" / "activities.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("[cabinet, mai,", "[cabinet, mia,", 1), encoding="utf-8")
