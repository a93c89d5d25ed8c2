"""Looks at every page, and at every state, in both schemes at all widths with every rule of axe: `make bench-pages`.

The tests look at every page too, but at most of them in one view of six: all take about ten minutes. Each of two
browsers gets half of the pages. Ends with status 1 if axe finds anything.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from macros.rules.checks import load
from tests.support.fetched import fetched, version
from tests.support.machine import chromium
from tests.support.proxy import ORIGIN, proxy
from tests.support.states import one_of_each_kind, states
from tests.support.visits import LOOKS, SCHEMES, VIEWS, WIDTHS, faults, in_views, visit, watched

from .figures import ROOT, keep

BROWSERS = 2
WHERE = f"schemes {' and '.join(SCHEMES)}, widths {', '.join(map(str, WIDTHS))} pixels"
RULES = f"axe-core {version('axe-core')} with every rule that it has, none left out"

Found = list[tuple[str, str]]  # where, and what


def share(site: Path, addresses: list[str], kinds: list[str]) -> tuple[Found, Found, int]:
    """Returns what axe finds on the pages and in the states of pages of these kinds, and how many states there were."""
    on_pages: Found = []
    in_states: Found = []
    number = 0
    with proxy(site) as asked, chromium() as browser:
        permissions = ["clipboard-read", "clipboard-write"]
        with browser.new_context(proxy=asked.proxy, permissions=permissions) as context, watched(context) as page:
            for address in addresses:
                on_pages += [(address, fault) for fault in visit(page, address).faults]
            for state in states(page, ORIGIN, kinds) if kinds else ():
                in_states += [(state, fault) for fault in in_views(page, faults, VIEWS)]
                number += 1
    return on_pages, in_states, number


def main() -> int:
    """Looks at all pages of the built site, prints and keeps the figures. Returns 1 if axe finds anything."""
    site = (ROOT / "site").resolve()
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    addresses = [name.removesuffix("index.html") for name in found]
    kinds = one_of_each_kind(load(ROOT / "data"), addresses)
    fetched("axe-core", "axe.min.js")
    with ProcessPoolExecutor(BROWSERS) as pool:
        shares = [addresses[n::BROWSERS] for n in range(BROWSERS)]
        results = list(pool.map(partial(share, site), shares, [kinds[n::BROWSERS] for n in range(BROWSERS)]))
    on_pages = [fault for result in results for fault in result[0]]
    in_states = [fault for result in results for fault in result[1]]
    number = sum(result[2] for result in results)
    figures = {"pages": len(addresses), "looks": len(addresses) * LOOKS, "violations": len(on_pages)}
    keep("accessibility", "Accessibility, every page", f"{RULES}: {WHERE}.", figures)
    print(figures)
    how = f"{RULES}, with a search under way, filters set, all unfolded; with forced colours and with text of 200 % on "
    figures = {"states": number, "looks": number * LOOKS, "violations": len(in_states)}
    keep("states", "Accessibility, while the site is used", f"{how}one page of each kind: {WHERE}.", figures)
    print(figures)
    print(*(f"{where}: {what}" for where, what in on_pages + in_states), sep="\n")
    return int(bool(on_pages or in_states))


if __name__ == "__main__":
    sys.exit(main())
