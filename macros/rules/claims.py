"""Rules on claims: they can be worked out, from figures of their report and nothing else."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ..plan import arithmetic
from ..plan.claims import COUNTED
from ..plan.plan import Plan
from ..reading.faults import Finding, suggestion
from ..records.kinds.claim import Claim


def figures_are_known(plan: Plan) -> Iterator[Finding]:
    """Headlines, charts and claims name figures of the report; the figures of a chart have one unit, for its bars."""
    for report in plan.records.reports.values():
        figures = {figure.id: figure for fact in report.all_facts for figure in fact.values}
        used = [(report.at("headlines", n), id_) for n, id_ in enumerate(report.headlines)]
        for chart in report.charts:
            used += [(chart.at("values", n), id_) for n, id_ in enumerate(chart.values)]
            used += [(chart.at("whole"), chart.whole)] if chart.whole else []
            units = list(dict.fromkeys(figures[id_].unit for id_ in chart.values if id_ in figures))
            if len(units) > 1:
                yield chart.at("values"), f"the figures of a chart need one unit; these have {', '.join(units)}"
        for place, id_ in used:
            if id_ not in figures:
                yield place, f"no figure '{id_}' in this report.{suggestion(id_, figures)}"


def claims_can_be_worked_out(plan: Plan) -> Iterator[Finding]:
    """The names in a claim are figures of the report, one or more; `counted` stands where there are ways; it sums."""
    for report in plan.records.reports.values():
        figures = {figure.id: figure.number for fact in report.all_facts for figure in fact.values}
        for claim in report.claims:
            known = figures | ({COUNTED: None} if claim.ways else {})
            used = arithmetic.names(claim.expression)
            unknown = [name for name in used if name not in known]
            if unknown:
                message = f"no figure '{unknown[0]}' in this report.{suggestion(unknown[0], known)}"
                yield claim.at("expression"), message
                continue
            if not any(name in figures for name in used):
                yield claim.at("expression"), "a claim checks numbers of its report; name one of its figures"
            if claim.ways and COUNTED not in used:
                yield claim.at("expression"), f"the claim has ways of counting; write '{COUNTED}' where the number goes"
            yield from sums(claim, known)


def claims_type_no_number(plan: Plan) -> Iterator[Finding]:
    """The words of a claim hold no digits: the numbers come from the figures, so that they cannot differ from them."""
    for report in plan.records.reports.values():
        for claim in report.claims:
            for key in ("question", "text", "unsettled"):
                if digits := re.search(r"\d+", getattr(claim, key) or ""):
                    yield claim.at(key), f"write this without the number {digits[0]}; the arithmetic shows it"


def sums(claim: Claim, known: dict[str, Decimal | None]) -> Iterator[Finding]:
    try:
        arithmetic.compare(claim.expression, known)
    except arithmetic.ExpressionError as error:
        yield claim.at("expression"), f"'{error}' is no sum; use names, whole numbers, + - * and brackets"
