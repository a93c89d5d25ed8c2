"""Rules on redirects that the data alone can tell: one way on from each address, in one step."""

from collections.abc import Iterator

from ..plan.plan import Plan
from ..reading.faults import Finding


def redirects_lead_on(plan: Plan) -> Iterator[Finding]:
    """No address is redirected twice, and none to where another redirect begins, so none runs in a loop."""
    first = {redirect.from_: redirect for redirect in reversed(plan.records.redirects)}
    for redirect in plan.records.redirects:
        if first[redirect.from_] is not redirect:
            line = first[redirect.from_].at("from").line
            yield redirect.at("from"), f"'{redirect.from_}' is redirected on line {line} already; remove one"
        if redirect.to in first:
            yield redirect.at("to"), f"'{redirect.to}' is redirected itself; write the address where its page is now"
