"""Rules on reports: every quote and number is the report's own, and every claim can be worked out."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from .. import arithmetic, proof
from ..claims import COUNTED
from ..editorial import Erratum
from ..evidence import Act, Claim, Fact
from ..faults import Finding, Place, suggestion
from ..plan import Plan
from ..quotes import Passage, prints

AGAIN = "type it as printed, errors included"


def facts_are_quoted(plan: Plan) -> Iterator[Finding]:
    """Each quote stands in the copy of its report, in one place only; a report has a copy."""
    for report in plan.reports.values():
        if report.source.file is None:
            yield report.source.at(), "the source of a report needs a copy: add 'file' and 'sha256'"
            continue
        copy = plan.copies[report.source.id]
        for fact in report.all_facts:
            number = len(copy.find(fact.quote))
            if number == 0:
                yield fact.at("quote"), f"{report.source.file} does not print this; {AGAIN}"
            elif number > 1:
                yield (
                    fact.at("quote"),
                    f"{report.source.file} prints this {number} times; quote more, so that it is one",
                )


def numbers_are_quoted(plan: Plan) -> Iterator[Finding]:
    """Each number of a report, in digits or as a word, stands inside the quote of some fact."""
    for report in plan.reports.values():
        if report.source.file is None:
            continue
        copy = plan.copies[report.source.id]
        passages: list[Passage] = [passage for fact in report.all_facts for passage in copy.find(fact.quote)]
        for number, line, around in copy.numbers_outside(passages):
            place = Place(f"{plan.folder.name}/{proof.FOLDER}/{report.source.file}", line)
            message = f"no quote in {report.at().file} holds the number {number} of “…{around}…”; add a fact that does"
            yield place, message


def figures_are_printed(plan: Plan) -> Iterator[Finding]:
    """Each figure is a value, a list of items or a blank, and stands in its quote as often as it is typed."""
    for report in plan.reports.values():
        for fact in report.all_facts:
            typed: Counter[str] = Counter()
            for figure in fact.values:
                if [figure.value is not None, bool(figure.items), figure.blank].count(True) != 1:
                    yield figure.at(), f"the figure '{figure.id}' needs one of 'value', 'items' and 'blank: yes'"
                    continue
                if figure.blank and not figure.printed:
                    yield figure.at("blank"), "write in 'printed' what the report prints in place of the number"
                    continue
                typed.update(figure.words)
                for word in figure.words:
                    if prints(fact.quote, word) < typed[word]:
                        yield figure.at(), f"the quote does not print “{word}” (again) for '{figure.id}'; {AGAIN}"


def names_are_quoted(plan: Plan) -> Iterator[Finding]:
    """The names of bodies, and the kind, number, title and issuer of an act, stand in the quote; an act has a date."""
    for report in plan.reports.values():
        for fact in report.all_facts:
            printed = [(named.at("printed"), named.printed) for named in fact.bodies]
            if isinstance(fact, Act):
                printed += [(fact.at(key), getattr(fact, key)) for key in ("kind", "number", "title")]
                printed += [(fact.issuer.at("printed"), fact.issuer.printed)] if fact.issuer else []
                if fact.date is None:
                    yield fact.at(), "a legal act needs its 'date'"
            for place, words in printed:
                if not prints(fact.quote, words):
                    yield place, f"the quote does not print “{words}”; {AGAIN}"


def dates_are_quoted(plan: Plan) -> Iterator[Finding]:
    """The quote prints the date of a fact, or a note says where it is from; the report's own year needs neither."""
    for report in plan.reports.values():
        for fact in report.all_facts:
            if fact.date and str(fact.date) != report.id and not fact.note and not prints_date(fact):
                message = (
                    f"the quote does not print {fact.date}; correct the date, or say in 'note' where it is printed"
                )
                yield fact.at("date"), message


def prints_date(fact: Fact) -> bool:
    """Tells whether the quote prints every part of the date: in words, or as 06.02.2014."""
    words = set(re.findall(r"\w+", fact.quote))
    if fact.date is None or fact.date.first.strftime("%d.%m.%Y") in fact.quote:
        return True
    return all(part in words for part in re.findall(r"\w+", fact.date.words.replace(" to ", " ")))


def relations_are_single(plan: Plan) -> Iterator[Finding]:
    """Each relation is to one activity or one paragraph, and no fact has two to the same."""
    for report in plan.reports.values():
        for fact in report.all_facts:
            seen: set[str] = set()
            for relation in fact.relates_to:
                target = relation.activity or relation.paragraph
                if target is None or (relation.activity and relation.paragraph):
                    yield relation.at(), "a relation needs one of 'activity' and 'paragraph'"
                elif target in seen:
                    yield relation.at(), f"the fact already relates to {target}; make one relation of the two"
                seen.add(str(target))


def figures_are_known(plan: Plan) -> Iterator[Finding]:
    """Headlines, charts and claims name figures of the report; the figures of a chart have one unit, for its bars."""
    for report in plan.reports.values():
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
    """Every name in a claim is a figure of the report, `counted` stands where there are ways, and the sum is one."""
    for report in plan.reports.values():
        figures = {figure.id: figure.number for fact in report.all_facts for figure in fact.values}
        for claim in report.claims:
            known = figures | ({COUNTED: None} if claim.ways else {})
            used = arithmetic.names(claim.expression)
            unknown = [name for name in used if name not in known]
            if unknown:
                message = f"no figure '{unknown[0]}' in this report.{suggestion(unknown[0], known)}"
                yield claim.at("expression"), message
                continue
            if claim.ways and COUNTED not in used:
                yield claim.at("expression"), f"the claim has ways of counting; write '{COUNTED}' where the number goes"
            yield from sums(claim, known)


def claims_type_no_number(plan: Plan) -> Iterator[Finding]:
    """The words of a claim hold no digits: the numbers come from the figures, so that they cannot differ from them."""
    for report in plan.reports.values():
        for claim in report.claims:
            for key in ("question", "text", "unsettled"):
                if digits := re.search(r"\d+", getattr(claim, key) or ""):
                    yield claim.at(key), f"write this without the number {digits[0]}; the arithmetic shows it"


def sums(claim: Claim, known: dict[str, Decimal | None]) -> Iterator[Finding]:
    try:
        arithmetic.compare(claim.expression, known)
    except arithmetic.ExpressionError as error:
        yield claim.at("expression"), f"'{error}' is no sum; use names, whole numbers, + - * and brackets"


def errata_are_printed(plan: Plan) -> Iterator[Finding]:
    """The odd words that an erratum quotes stand in the copy of the order, or in that of its report."""
    lists: list[tuple[str, list[Erratum]]] = [(plan.decree.source, list(plan.errata.values()))]
    lists += [(report.source.id, report.errata) for report in plan.reports.values() if report.source.file]
    for source, errata in lists:
        for erratum in errata:
            if source in plan.copies and not plan.copies[source].find(erratum.quote):
                yield erratum.at("quote"), f"{plan.sources[source].file} does not print this; {AGAIN}"
