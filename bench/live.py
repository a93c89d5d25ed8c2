"""Times `make serve`: from saving a file to seeing the edit, or its fault, in the open page. Part of `make bench`.

A copy of the project is served by the real command. Chromium has one activity open. Each of seven times its summary is
edited in data/activities.yml, with a pause in which the server tries the other pages, as it does at a desk; then a
fault is made and mended three times. The clock starts before the file is written and stops when the page shows it.
"""

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import Page

from macros.rules.checks import load
from tests.support.live import serving
from tests.support.machine import chromium

from .figures import ROOT

NUMBER = "13.2.1"
SHOWN = "text => document.querySelector('main')?.textContent.includes(text)"
FAULTS = "number => document.querySelectorAll('#live li').length === number"
EDITS, SPOILT = 7, 3
LIMITS = {1: 1.0, 10: 3.0}  # seconds that the median edit may take, by how many times the data
PAUSE = {1: 3.0, 10: 6.0}  # seconds between two edits: the server has tried the other pages
BEGINNING = 30  # letters of a summary: they stand on one line
ID, WRONG = "cabinet", "cabinot"  # the id of a body, and what is no id


def timed(page: Page, pause: float, work: Callable[[], object], script: str, wanted: object) -> float:
    """Returns the seconds from the start of `work` until `script`, called with `wanted`, is true in the page."""
    time.sleep(pause)
    start = time.perf_counter()
    work()
    while True:
        try:
            page.wait_for_function(script, arg=wanted, polling=20)
            return time.perf_counter() - start
        except Exception:  # the page was replaced while it was asked
            if time.perf_counter() - start > 60:
                raise


def summarised(seconds: list[float]) -> dict[str, float]:
    """Returns the median, the least and the most, in seconds."""
    found = {"median": statistics.median(seconds), "min": min(seconds), "max": max(seconds)}
    return {name: round(value, 2) for name, value in found.items()}


def replace(file: Path, old: str, new: str) -> None:
    """Puts `new` where `old` stands first."""
    text = file.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{file} has no '{old}'")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def measure(folder: Path, page: Page, pause: float) -> dict[str, dict[str, float]]:
    """Returns the figures of the project in `folder`, as `make serve` shows it in `page`."""
    file = folder / "data" / "activities.yml"
    edits, faults, mends = [], [], []
    shown = str(load(folder / "data").records.activities[NUMBER].summary)[:BEGINNING]
    with serving(folder) as served:
        page.goto(f"{served.address}activities/{NUMBER}/")
        for time_ in range(EDITS):
            new = f"The edit with the letter {chr(ord('A') + time_)}."
            edits.append(timed(page, pause, partial(replace, file, shown, new), SHOWN, new))
            shown = new
        for _ in range(SPOILT):
            faults.append(timed(page, pause, partial(replace, file, ID, WRONG), FAULTS, 1))
            mends.append(timed(page, pause, partial(replace, file, WRONG, ID), FAULTS, 0))
    found = {"an edit shown": edits, "a fault shown": faults, "a mended fault gone": mends}
    return {name: summarised(seconds) for name, seconds in found.items()}


def main(work: Path) -> list[str]:
    """Measures with the data that bench/builds.py left in `work`, prints and keeps the figures.

    Returns a sentence for each broken limit.
    """
    found: dict[str, dict[str, dict[str, float]]] = {}
    broken = []
    for times, most in LIMITS.items():
        with tempfile.TemporaryDirectory() as folder, chromium() as browser:
            for name in ("docs", "macros", "overrides", "bench/results/trust"):
                shutil.copytree(ROOT / name, Path(folder, name))
            shutil.copytree(work / f"data{times}", Path(folder, "data"))
            shutil.copy(ROOT / "mkdocs.yml", folder)
            found[f"{times}x"] = rows = measure(Path(folder), browser.new_page(), PAUSE[times])
        for name, row in rows.items():
            print(f"{times:3}x {name:24}", "  ".join(f"{key}: {value}" for key, value in row.items()))
        median = rows["an edit shown"]["median"]
        broken += [f"at {times}x an edit shows after {median} s, not {most} or less"] * (median > most)
    results = ROOT / "bench" / "results" / "live.json"
    results.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return broken
