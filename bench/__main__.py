"""Runs all benches that hold the site to a limit, one after the other: `make bench`.

Ends with status 1 if a limit is broken, or if something that is measured with is missing.
"""

import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros.publish.built import SITE
from tests.support.machine import MissingError

from . import builds, live, readers, search
from .figures import ROOT

WORK = ROOT / ".cache" / "bench"


def steps(work: Path) -> dict[str, Callable[[], list[str]]]:
    """Returns what is measured, by its name. Each returns a sentence for each broken limit; the first fills `work`."""
    large = work / f"site{builds.LARGEST}"
    return {
        "Builds": partial(builds.main, work),
        "Readers": lambda: readers.measured(SITE),
        f"Readers, {builds.LARGEST} times the data": lambda: readers.measure(large, large=True)[1],
        "Editing": partial(live.main, work),
        "Search": search.main,
    }


def main() -> int:
    """Measures all, and returns the exit status."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    broken, start = [], time.monotonic()
    try:
        for name, step in steps(WORK).items():
            print(f"\n{name}")
            broken += [f"{name}: {fault}" for fault in step()]
    except MissingError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"\n{(time.monotonic() - start) / 60:.0f} minutes.", f"{len(broken)} limit(s) broken.", *broken, sep="\n")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
