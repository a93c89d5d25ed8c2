"""Asks Lighthouse how a page does on its slow phone. It comes from npm."""

import json
import statistics
from dataclasses import dataclass
from typing import Any

from tests.support.machine import BROWSERS, program

from .packages import FailedError, installed, run

START = "cli/index.js"
TIMES = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WINDOW = "--headless=new --no-sandbox --disable-gpu"  # machines that measure have none


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: 0 to 100 in each category, and seconds; what it would have better, by name."""

    scores: dict[str, int]
    lcp: float
    cls: float
    tbt: float
    audits: list[str]


def look(address: str) -> Report:
    """Returns the medians of what Lighthouse says of a page, asked some times. Raises FailedError, MissingError."""
    node = program("node", package="nodejs")
    asked = [node, str(installed("lighthouse", START)), address, "--quiet", "--output=json", f"--chrome-flags={WINDOW}"]
    asked.append(f"--only-categories={','.join(CATEGORIES)}")
    return median([json.loads(run_again(asked)) for _ in range(TIMES)])


def run_again(command: list[str]) -> str:
    """Runs a command as `run` does, and once more if it fails: now and then Chromium loses its own record of a page."""
    own = {"CHROME_PATH": program(*BROWSERS, package="chromium")}
    try:
        return run(command, own)
    except FailedError:
        return run(command, own)


def median(results: list[Any]) -> Report:
    """Returns the medians of several results of one page, and the audits that were not perfect in all of them."""

    def of(audit: str) -> float:
        return float(statistics.median(result["audits"][audit]["numericValue"] for result in results))

    scores = {
        category: round(100 * statistics.median(result["categories"][category]["score"] for result in results))
        for category in CATEGORIES
    }
    faults = [
        {name for name, audit in result["audits"].items() if audit["score"] not in (None, 1)} for result in results
    ]
    return Report(
        scores,
        round(of("largest-contentful-paint") / 1000, 2),
        round(of("cumulative-layout-shift"), 3),
        round(of("total-blocking-time") / 1000, 3),
        sorted(set.intersection(*faults)),
    )
