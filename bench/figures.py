"""Keeps what a test or a bench measured, for the page /about/trust/: one file for each thing that was measured."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "bench" / "results" / "trust"
WAITING = ROOT / ".cache" / "figures"


def keep(name: str, title: str, how: str, figures: Mapping[str, int | float | str]) -> None:
    """Writes bench/results/trust/`name`.json: what was measured, how (a sentence or two), and each figure by its label.

    In a test the file waits until all tests have ended: the page that shows it is built while they run. Figures that
    come out the same leave the file as it is: no date is written, so that nothing changes by itself.
    """
    folder = WAITING if "PYTEST_CURRENT_TEST" in os.environ else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"title": title, "how": how, "figures": dict(figures)}, indent=2, ensure_ascii=False) + "\n"
    (folder / f"{name}.json").write_text(content, encoding="utf-8")


def settle() -> None:
    """Puts what the tests measured into its place; called when the last of them has ended."""
    for path in WAITING.glob("*.json"):
        path.replace(FOLDER / path.name)
