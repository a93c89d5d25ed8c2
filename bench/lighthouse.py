"""Asks Lighthouse how a page does on its slow phone. It is taken from npm as the lock in bench/npm has it."""

import json
import os
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.machine import BROWSERS, program

ROOT = Path(__file__).parent.parent
LOCKED = Path(__file__).parent / "npm"
FOLDER = ROOT / ".cache" / "lighthouse"
START = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
TIMES = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WINDOW = "--headless=new --no-sandbox"


class FailedError(Exception):
    """Lighthouse or npm did not end well: what it said."""


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: 0 to 100 in each category, and seconds; what it would have better, by name."""

    scores: dict[str, int]
    lcp: float
    cls: float
    tbt: float
    audits: list[str]


def install() -> str:
    """Installs Lighthouse into .cache/ unless it is there, and returns its version.

    Raises MissingError where there is no npm, and FailedError where npm cannot do it.
    """
    lock = (LOCKED / "package-lock.json").read_bytes()
    if not START.is_file() or (FOLDER / "package-lock.json").read_bytes() != lock:
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(LOCKED, FOLDER)
        run([program("npm", package="npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    version: str = json.loads(lock)["packages"]["node_modules/lighthouse"]["version"]
    return version


def run(command: list[str]) -> str:
    """Runs a command in the folder of Lighthouse and returns what it printed. Raises FailedError."""
    own = {"CHROME_PATH": program(*BROWSERS, package="chromium")}
    result = subprocess.run(command, cwd=FOLDER, env=os.environ | own, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if result.returncode:
        raise FailedError(f"{' '.join(command[:2])} ended with status {result.returncode}:\n{result.stderr}")
    return result.stdout


def look(address: str) -> Report:
    """Returns the medians of what Lighthouse says of a page, asked some times. Raises FailedError, MissingError."""
    node = program("node", package="nodejs")
    asked = [node, str(START), address, "--quiet", "--output=json", f"--chrome-flags={WINDOW}"]
    asked.append(f"--only-categories={','.join(CATEGORIES)}")
    return median([json.loads(run_again(asked)) for _ in range(TIMES)])


def run_again(command: list[str]) -> str:
    """Runs a command as `run` does, and once more if it fails: now and then Chromium loses its own record of a page."""
    try:
        return run(command)
    except FailedError:
        return run(command)


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
