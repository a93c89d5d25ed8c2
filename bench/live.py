"""Times `make serve`: from saving a file to seeing the edit, or its fault, in the open page. Run by `make bench`.

A copy of the project is served by the real command. Chromium has one activity open. Each of ten times its summary is
edited in data/activities.yml, with a pause in which the server tries the other pages, as it does at a desk; then a
fault is made and mended five times. The clock starts before the file is written and stops when the page shows it.
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

from tests.machine import chromium
from tests.test_commands import mend, spoil
from tests.test_live import serving, summary_of

ROOT = Path(__file__).parent.parent
NUMBER = "13.2.1"
SHOWN = "text => document.querySelector('main')?.textContent.includes(text)"
FAULTS = "number => document.querySelectorAll('#live li').length === number"
EDITS, SPOILT = 10, 5
PAUSE = 5.0  # seconds between two edits: the server is idle again


def timed(page: Page, work: Callable[[], object], script: str, wanted: object) -> float:
    """Returns the seconds from the start of `work` until `script`, called with `wanted`, is true in the page."""
    time.sleep(PAUSE)
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


def measure(folder: Path, page: Page) -> dict[str, dict[str, float]]:
    """Returns the figures of the project in `folder`, as `make serve` shows it in `page`."""
    file = folder / "data" / "activities.yml"
    edits, faults, mends = [], [], []
    with serving(folder) as served:
        page.goto(f"{served.address}activities/{NUMBER}/")
        shown = summary_of(folder, NUMBER)
        for time_ in range(EDITS):
            text, new = file.read_text(encoding="utf-8"), f"The edit with the letter {chr(ord('A') + time_)}."
            edited = text.replace(shown, new, 1)
            edits.append(timed(page, partial(file.write_text, edited, encoding="utf-8"), SHOWN, new))
            shown = new
        for _ in range(SPOILT):
            faults.append(timed(page, lambda: spoil(folder), FAULTS, 1))
            mends.append(timed(page, lambda: mend(folder), FAULTS, 0))
    found = {"an edit shown": edits, "a fault shown": faults, "a mended fault gone": mends}
    return {name: summarised(seconds) for name, seconds in found.items()}


def main() -> None:
    """Prints the figures, and keeps them in bench/results/live.json."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        project = Path(folder, "project")
        project.mkdir()
        for name in ("data", "docs", "macros", "overrides"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "mkdocs.yml", project)
        rows = measure(project, browser.new_page())
    for name, row in rows.items():
        print(f"{name:24}", "  ".join(f"{key}: {value}" for key, value in row.items()))
    results = ROOT / "bench" / "results" / "live.json"
    results.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
