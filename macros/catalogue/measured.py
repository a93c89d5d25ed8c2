"""What tests and benches measured of the site, read back for the page that shows it."""

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "bench" / "results" / "trust"


@dataclass(frozen=True)
class Measured:
    """One thing that was measured: what, how, and each figure by its label."""

    id: str
    title: str
    how: str
    figures: dict[str, int | float | str]


def measured(folder: Path = FOLDER) -> list[Measured]:
    """Returns what is kept in `folder`, by its titles; nothing if nothing was ever measured."""
    files = folder.glob("*.json")
    found = [Measured(file.stem, **json.loads(file.read_text(encoding="utf-8"))) for file in files]
    return sorted(found, key=lambda one: one.title)
