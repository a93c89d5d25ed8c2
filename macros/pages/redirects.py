"""The rule on redirects that needs all pages: a redirect begins where no page is, and ends at one."""

from collections.abc import Iterator

from ..catalogue.leaves import leaves
from ..plan.plan import Plan
from ..reading.faults import Finding, suggestion


def redirects_end_at_pages(plan: Plan, written: set[str]) -> Iterator[Finding]:
    """Yields a finding for each redirect from or to the wrong place; `written` are the addresses of pages in docs/."""
    pages = {leaf.address for leaf in leaves(plan)} | written if plan.records.redirects else set()
    for redirect in plan.records.redirects:
        if redirect.from_ in pages:
            yield redirect.at("from"), f"the site has a page '{redirect.from_}'; remove this redirect"
        if redirect.to not in pages:
            yield redirect.at("to"), f"the site has no page '{redirect.to}'.{suggestion(redirect.to, pages)}"
