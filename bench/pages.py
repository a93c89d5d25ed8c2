"""Looks at every page, and at every state, in both schemes at all widths with every rule of axe: `make bench-pages`.

The tests look at fewer pages, each in one view of six, and leap through long ones with the Tab key; here one page of
each kind is walked through whole. Each of two browsers gets half of the pages. Ends with status 1 if anything is found.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from macros.rules.checks import load
from tests.support.fetched import fetched, version
from tests.support.keyboard import SIZES, walked
from tests.support.machine import chromium
from tests.support.proxy import ORIGIN, proxy
from tests.support.states import one_of_each_kind, states
from tests.support.visits import LOOKS, SCHEMES, VIEWS, WIDTHS, faults, in_views, visit, watched

from .figures import ROOT, keep

BROWSERS = 2
WHERE = f"schemes {' and '.join(SCHEMES)}, widths {', '.join(map(str, WIDTHS))} pixels"
RULES = f"axe-core {version('axe-core')} with every rule that it has, none left out"

Found = list[tuple[str, str]]  # where, and what


@dataclass
class Looked:
    """What was found on some pages, in states of pages, and by walks with the keyboard; and how much was looked at."""

    on_pages: Found = field(default_factory=list)
    in_states: Found = field(default_factory=list)
    on_walks: Found = field(default_factory=list)
    states: int = 0
    walks: int = 0
    stops: int = 0


def share(site: Path, addresses: list[str], kinds: list[str]) -> Looked:
    """Looks at these pages, and at the states and the stops of pages of these kinds."""
    found = Looked()
    with proxy(site) as asked, chromium() as browser:
        permissions = ["clipboard-read", "clipboard-write"]
        with browser.new_context(proxy=asked.proxy, permissions=permissions) as context, watched(context) as page:
            for address in addresses:
                found.on_pages += [(address, fault) for fault in visit(page, address).faults]
            for state in states(page, ORIGIN, kinds) if kinds else ():
                found.in_states += [(state, fault) for fault in in_views(page, faults, VIEWS)]
                found.states += 1
        for size, (width, height) in SIZES.items():
            viewport: ViewportSize = {"width": width, "height": height}
            with browser.new_context(proxy=asked.proxy, viewport=viewport, reduced_motion="reduce") as context:
                walk_through(context.new_page(), size, kinds, found)
    return found


def walk_through(page: Page, size: str, kinds: list[str], found: Looked) -> None:
    """Walks through one page of each of these kinds, whole."""
    for address in kinds:
        page.goto(f"{ORIGIN}/{address}")
        walk = walked(page, whole=True)
        found.on_walks += [(f"{address} {size}", fault) for fault in walk.faults]
        found.walks += 1
        found.stops += walk.stops


def main() -> int:
    """Looks at all pages of the built site, prints and keeps the figures. Returns 1 if axe finds anything."""
    site = (ROOT / "site").resolve()
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    addresses = [name.removesuffix("index.html") for name in names]
    kinds = one_of_each_kind(load(ROOT / "data"), addresses)
    fetched("axe-core", "axe.min.js")
    with ProcessPoolExecutor(BROWSERS) as pool:
        shares = [addresses[n::BROWSERS] for n in range(BROWSERS)]
        results = list(pool.map(partial(share, site), shares, [kinds[n::BROWSERS] for n in range(BROWSERS)]))
    on_pages = [fault for result in results for fault in result.on_pages]
    in_states = [fault for result in results for fault in result.in_states]
    on_walks = [fault for result in results for fault in result.on_walks]
    number = sum(result.states for result in results)
    figures = {"pages": len(addresses), "looks": len(addresses) * LOOKS, "violations": len(on_pages)}
    keep("accessibility", "Accessibility, every page", f"{RULES}: {WHERE}.", figures)
    print(figures)
    how = f"{RULES}, with a search under way, filters set, all unfolded; with forced colours and with text of 200 % on "
    figures = {"states": number, "looks": number * LOOKS, "violations": len(in_states)}
    keep("states", "Accessibility, while the site is used", f"{how}one page of each kind: {WHERE}.", figures)
    print(figures)
    how = f"The Tab key, pressed through all of one page of each kind, at {' and at '.join(SIZES)}."
    stops = {name: sum(getattr(result, name) for result in results) for name in ("walks", "stops")}
    figures = {**stops, "hidden, covered or unmarked": len(on_walks)}
    keep("keyboard", "Keyboard", how, figures)
    print(figures)
    found = on_pages + in_states + on_walks
    print(*(f"{where}: {what}" for where, what in found), sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
