"""Keeps what a test or a bench measured, for the page /about/trust/: one file for each thing that was measured."""

import json
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent / "results" / "trust"


def keep(name: str, title: str, how: str, figures: Mapping[str, int | float | str]) -> None:
    """Writes bench/results/trust/`name`.json: what was measured, how (a sentence or two), and each figure by its label.

    Figures that come out the same leave the file as it is: no date is written, so that nothing changes by itself.
    """
    FOLDER.mkdir(exist_ok=True)
    content = json.dumps({"title": title, "how": how, "figures": dict(figures)}, indent=2, ensure_ascii=False) + "\n"
    (FOLDER / f"{name}.json").write_text(content, encoding="utf-8")
