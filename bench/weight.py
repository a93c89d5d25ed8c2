"""What a page may weigh and how soon it must show: the limits stand here alone. Weighs pages from the built files.

`make bench-readers` holds what Chromium and Lighthouse tell against them; tests/pages/test_weight.py, what is
counted here.
"""

import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

import brotli

from macros.publish.copies import BEST
from tests.support.html import parse

KB = 1000  # bytes
FIRST = 33 * KB  # the first page of a reader, with all that it loads
LONGEST = 42 * KB  # the same, where that is the longest page of all
REQUESTS = 6  # for the first page
LATER = 13.5 * KB  # a page when the reader has seen another one
SEARCH = 60 * KB  # from turning to the search to the first answer; on /find/ with its filters
LARGE = 1000 * KB  # the same, for a plan of fifty times the data
SECONDS = 1.1  # until the largest thing on the screen is seen (LCP), on the slow phone of Lighthouse
SHIFT = 0.0  # how far things move while a page loads (CLS)
BLOCKED = 0.1  # seconds in which a page does not react (TBT)
SCORE = 100  # in each category of Lighthouse

KINDS = {  # of pages, and where they stand in the site
    "home": "index.html",
    "an agency": "agencies/*/index.html",
    "an activity": "activities/[0-9]*/index.html",
    "a section": "sections/*/index.html",
    "find": "find/**/index.html",
    "matrix": "matrix/**/index.html",
}
IN_PAGES = ("find", "matrix")  # where the plan is large
ANY = "any page"
HEADERS = 700  # bytes before each file, as `make deploy` sets the server up: about 670, a third of it the policy


@dataclass(frozen=True)
class Weight:
    """What a page costs: bytes and requests for whom it is the first, and bytes for who has seen another page."""

    first: int
    requests: int
    later: int


def heaviest(site: Path) -> dict[str, str]:
    """Returns the address of the longest page of each kind that the site has, and of the longest page of all."""
    found = {}
    for kind, pattern in {**KINDS, ANY: "**/index.html"}.items():
        pages = sorted(site.glob(pattern), key=lambda page: (page.stat().st_size, page))
        if pages:
            found[kind] = pages[-1].relative_to(site).as_posix().removesuffix("index.html")
    return found


def weigh(site: Path, address: str) -> Weight:
    """Returns what the page at `address` costs, compressed as `make deploy` does. What the first page loads is kept
    for the later ones. Raises OSError for a file that is not there.
    """
    page, files, kept = sent(site / address / "index.html"), loaded(site, address), loaded(site, "")
    costs = {file: sent(site / file) for file in files}
    later = page + sum(cost for file, cost in costs.items() if file not in kept)
    return Weight(page + sum(costs.values()), 1 + len(files), later)


def loaded(site: Path, address: str) -> list[str]:
    """Returns the files that the page at `address` loads by itself: its icon, its styles (also the one for browsers
    that run no script), its scripts and its pictures.
    """
    page = parse((site / address / "index.html").read_text(encoding="utf-8"))
    links = [link.attributes["href"] for rel in ("icon", "stylesheet") for link in page.all("link", rel=rel)]
    links += [
        element.attributes["src"]
        for tag in ("script", "img")
        for element in page.all(tag)
        if "src" in element.attributes
    ]
    return [posixpath.normpath(posixpath.join(address, urldefrag(link).url)) for link in links]


def sent(file: Path) -> int:
    """Returns the bytes in which a file is sent, its headers included."""
    return HEADERS + len(brotli.compress(file.read_bytes(), quality=BEST))
