"""Measures what readers get: bytes and requests in Chromium, and what Lighthouse says: `make bench-readers`.

nginx serves the pages with the settings of `make deploy`. The longest page of each kind is looked at, so that the
others are no worse. Ends with status 1 if a limit of bench/weight.py is broken.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

from bench import lighthouse, weight
from bench.costs import Cost, costs, search
from bench.lighthouse import Report
from bench.packages import FailedError, version
from macros.publish.built import SITE, address_of
from macros.publish.copies import BEST
from macros.reading.faults import RefusalError
from tests.support.machine import MissingError, chromium
from tests.support.servers import SilentError, serving

RESULTS = Path(__file__).parent / "results" / "readers.json"
FOLDERS = ("assets", "search", "find")  # what pages load, and what a reader asks for on them


def excerpt(site: Path, pages: list[str], folder: Path) -> None:
    """Copies the pages and what they load into `folder`: of a large site, nginx need not have all."""
    for name in FOLDERS:
        if (site / name).is_dir():
            shutil.copytree(site / name, folder / name)
    for page in [*pages, ""]:
        (folder / page).mkdir(parents=True, exist_ok=True)
        shutil.copy(site / page / "index.html", folder / page)
    for name in ("404.html", "robots.txt"):
        shutil.copy(site / name, folder)


def broken(
    rows: dict[str, dict[str, Cost]], found: dict[str, Cost], reports: dict[str, Report], most: float
) -> list[str]:
    """Returns a line for each limit that is broken; `most` is that of the search, in bytes."""
    told: list[tuple[str, float, float]] = []
    for kind, row in rows.items():
        told.append(
            (f"{kind}, first page: bytes", row["first"].bytes, weight.FIRST if kind in weight.KINDS else weight.LONGEST)
        )
        told.append((f"{kind}, first page: requests", row["first"].requests, weight.REQUESTS))
        if kind in weight.KINDS:
            told.append((f"{kind}, later page: bytes", row["later"].bytes, weight.LATER))
    told.append(("search, before the reader turns to it: requests", found["before"].requests, 0))
    answered = found["turned to"].bytes + found["typed"].bytes
    told.append(("search, until the first answer: bytes", answered, most))
    for kind, report in reports.items():
        told.append((f"{kind}, largest part seen: seconds", report.lcp, weight.SECONDS))
        told.append((f"{kind}, moved: CLS", report.cls, weight.SHIFT))
        told.append((f"{kind}, blocked: seconds", report.tbt, weight.BLOCKED))
        told += [(f"{kind}, missing in {name}", weight.SCORE - score, 0) for name, score in report.scores.items()]
    return [f"{what} {value}, at most {limit}" for what, value, limit in told if value > limit]


def table(rows: dict[str, dict[str, Cost]], reports: dict[str, Report]) -> Iterator[str]:
    """Yields the lines of the table."""
    yield f"{'':12}{'first page':>20}{'later page':>20}{'LCP':>8}{'CLS':>7}{'TBT':>8}  scores"
    for kind, row in rows.items():
        costs = "".join(f"{row[when].bytes:>13,} B in {row[when].requests:<2}" for when in ("first", "later"))
        report = reports.get(kind)
        told = f"{report.lcp:>6} s{report.cls:>7}{report.tbt:>6} s  {[*report.scores.values()]}" if report else ""
        yield f"{kind:12}{costs}{told}"


def measure(site: Path, large: bool = False) -> tuple[dict[str, object], list[str]]:
    """Measures the site, prints what is found, and returns it with a line for each broken limit.

    Of a `large` plan the same pages are looked at as of the real site, and the longest of the table's and the
    matrix's. Its search may weigh more, and Lighthouse is not asked.
    """
    pages, load = weight.heaviest(site), round(os.getloadavg()[0], 1)
    if large:
        pages = {kind: page for kind, page in weight.heaviest(SITE).items() if kind in weight.KINDS} | {
            kind: pages[kind] for kind in weight.IN_PAGES
        }
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        excerpt(site, list(pages.values()), Path(temporary))
        with serving("nginx", Path(temporary), BEST) as server:
            home = server.address + urlsplit(address_of(site)).path.lstrip("/")
            rows = {kind: costs(browser, home, page, pages["find"]) for kind, page in pages.items()}
            found = search(browser, home)
            looked_at = [kind for kind in weight.KINDS if kind in pages and not large]
            reports = {kind: lighthouse.look(home + pages[kind]) for kind in looked_at}
        versions = {"chromium": browser.version, "lighthouse": version("lighthouse")}
        machine = {"cores": os.cpu_count(), "load": load, **versions}
    print(*table(rows, reports), sep="\n")
    print("search:", ", ".join(f"{when} {cost.bytes:,} B in {cost.requests}" for when, cost in found.items()))
    kept = {
        "machine": machine,
        "pages": {
            kind: {"address": "/" + pages[kind]}
            | {when: asdict(cost) for when, cost in row.items()}
            | ({"lighthouse": asdict(reports[kind])} if kind in reports else {})
            for kind, row in rows.items()
        },
        "search": {when: asdict(cost) for when, cost in found.items()},
    }
    return kept, broken(rows, found, reports, weight.LARGE if large else weight.SEARCH)


def measured(site: Path) -> list[str]:
    """Measures the site, keeps the figures, and returns a line for each broken limit."""
    kept, faults = measure(site)
    RESULTS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    return faults


def main(arguments: list[str]) -> int:
    """Measures, prints and keeps the figures. Returns the exit status: 1 if a limit is broken, or nothing could run."""
    parser = argparse.ArgumentParser("python -m bench.readers", description="Measure what readers of a site get.")
    parser.add_argument("site", nargs="?", type=Path, default=SITE, help="a built site")
    site = parser.parse_args(arguments).site
    try:
        faults = measured(site) if site == SITE else measure(site)[1]
    except (MissingError, RefusalError, SilentError, FailedError) as error:
        print(error, file=sys.stderr)
        return 1
    print(*faults, f"{len(faults)} limit(s) broken.", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
