"""Rules on reports: every quote, number, name and date is the report's own."""

import re
from collections import Counter
from collections.abc import Iterator

from ..plan.plan import Plan
from ..proof import alignment as proof
from ..proof.quotes import Passage, prints
from ..reading.faults import Finding, Place
from ..records.kinds.editorial import Erratum
from ..records.kinds.report import Act, Fact

AGAIN = "type it as printed, errors included"


def facts_are_quoted(plan: Plan) -> Iterator[Finding]:
    """Each quote stands in the copy of its report, in one place only; a report has a copy."""
    for report in plan.records.reports.values():
        if report.source.file is None:
            yield report.source.at(), "the source of a report needs a copy: add 'file' and 'sha256'"
            continue
        copy = plan.text.copies[report.source.id]
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
    for report in plan.records.reports.values():
        if report.source.file is None:
            continue
        copy = plan.text.copies[report.source.id]
        passages: list[Passage] = [passage for fact in report.all_facts for passage in copy.find(fact.quote)]
        for number, line, around in copy.numbers_outside(passages):
            place = Place(f"{plan.records.folder.name}/{proof.FOLDER}/{report.source.file}", line)
            message = f"no quote in {report.at().file} holds the number {number} of “…{around}…”; add a fact that does"
            yield place, message


def figures_are_printed(plan: Plan) -> Iterator[Finding]:
    """Each figure is a value, a list of items or a blank, and stands in its quote as often as it is typed."""
    for report in plan.records.reports.values():
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
                    times = prints(fact.quote, word)
                    if times < typed[word]:
                        missing = f"“{word}” again" if times else f"“{word}”"
                        yield figure.at(), f"the quote does not print {missing} for '{figure.id}'; {AGAIN}"


def names_are_quoted(plan: Plan) -> Iterator[Finding]:
    """The names of bodies, and the kind, number, title and issuer of an act, stand in the quote; an act has a date."""
    for report in plan.records.reports.values():
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
    for report in plan.records.reports.values():
        for fact in report.all_facts:
            if fact.date and str(fact.date) != report.id and not fact.note and not prints_date(fact):
                message = (
                    f"the quote does not print {fact.date}; correct the date, or say in 'note' where it is printed"
                )
                yield fact.at("date"), message


def prints_date(fact: Fact) -> bool:
    """Tells whether the quote prints every part of the date: in words, or as 31.12.2030."""
    words = set(re.findall(r"\w+", fact.quote))
    if fact.date is None or fact.date.first.strftime("%d.%m.%Y") in fact.quote:
        return True
    return all(part in words for part in re.findall(r"\w+", fact.date.words.replace(" to ", " ")))


def relations_are_single(plan: Plan) -> Iterator[Finding]:
    """Each relation is to one activity or one paragraph, and no fact has two to the same."""
    for report in plan.records.reports.values():
        for fact in report.all_facts:
            seen: set[str] = set()
            for relation in fact.relates_to:
                target = relation.activity or relation.paragraph
                if target is None or (relation.activity and relation.paragraph):
                    yield relation.at(), "a relation needs one of 'activity' and 'paragraph'"
                elif target in seen:
                    yield relation.at(), f"the fact already relates to {target}; make one relation of the two"
                seen.add(str(target))


def errata_are_printed(plan: Plan) -> Iterator[Finding]:
    """The odd words that an erratum quotes stand in the copy of the order, or in that of its report."""
    lists: list[tuple[str, list[Erratum]]] = [(plan.records.decree.source, list(plan.records.errata.values()))]
    lists += [(report.source.id, report.errata) for report in plan.records.reports.values() if report.source.file]
    for source, errata in lists:
        for erratum in errata:
            if source in plan.text.copies and not plan.text.copies[source].find(erratum.quote):
                yield erratum.at("quote"), f"{plan.records.sources[source].file} does not print this; {AGAIN}"
