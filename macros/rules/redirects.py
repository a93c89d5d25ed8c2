"""Rules on redirects: they begin where no page is, and end at a page, in one step."""

from collections.abc import Iterator

from ..catalogue.leaves import leaves
from ..plan.plan import Plan
from ..reading.faults import Finding, suggestion


def redirects_lead_on(plan: Plan) -> Iterator[Finding]:
    """No page made from data stands where a redirect begins; none ends where another begins, so none runs in a loop."""
    first = {redirect.from_: redirect for redirect in reversed(plan.records.redirects)}
    made = {leaf.address for leaf in leaves(plan)} if plan.records.redirects else set()
    for redirect in plan.records.redirects:
        if redirect.from_ in made:
            yield redirect.at("from"), f"the site has a page '{redirect.from_}'; remove this redirect"
        if first[redirect.from_] is not redirect:
            line = first[redirect.from_].at("from").line
            yield redirect.at("from"), f"'{redirect.from_}' is redirected on line {line} already; remove one"
        if redirect.to in first:
            yield redirect.at("to"), f"'{redirect.to}' is redirected itself; write the address where its page is now"


def redirects_end_at_pages(plan: Plan, written: set[str]) -> Iterator[Finding]:
    """The same with the hand-written pages, whose addresses the data does not know: a redirect ends at a page."""
    pages = {leaf.address for leaf in leaves(plan)} | written
    for redirect in plan.records.redirects:
        if redirect.from_ in written:
            yield redirect.at("from"), f"the site has a page '{redirect.from_}'; remove this redirect"
        if redirect.to not in pages:
            yield redirect.at("to"), f"the site has no page '{redirect.to}'.{suggestion(redirect.to, pages)}"
