"""Rules on how the records fit together: numbers, groups, periods."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..plan.plan import Plan
from ..reading.dates import QUARTERS
from ..reading.faults import Finding
from ..reading.numbers import sort_key
from ..records.kinds.period import Period
from ..records.record import Record

ROMAN = ("i", "ii", "iii", "iv")


def periods_make_sense(plan: Plan) -> Iterator[Finding]:
    """A period has the first and last year that its label prints; a recurring one has no year. Labels differ."""
    labels: dict[str, str] = {}
    for period in plan.records.periods.values():
        years = [int(number) for number in re.findall(r"(?<!\d)[12]\d{3}(?!\d)", period.label)]
        terms = [term for term in (period.start, period.end) if term]
        if labels.setdefault(period.label, period.id) != period.id:
            yield period.at("label"), f"the period '{labels[period.label]}' has this label too"
        if period.recurring and (period.start or period.end or years):
            yield (
                period.at("recurring"),
                "a recurring period has no years; remove 'start' and 'end', and years in 'label'",
            )
        elif not period.recurring and not period.start:
            yield period.at(), "a period needs 'start' and 'end', 'start' alone if it has no end, or 'recurring: yes'"
        elif period.start and period.end and period.start.first > period.end.last:
            yield period.at("start"), f"the period starts in {period.start}, after its end in {period.end}"
        elif terms and years != list(dict.fromkeys(term.last.year for term in terms)):
            said = " to ".join(map(str, terms))
            yield period.at("label"), f"the label prints {years}, but the period is {said}"
        yield from quarters_are_printed(period)


def quarters_are_printed(period: Period) -> Iterator[Finding]:
    """A quarter in a period stands in its label, as a Roman number, a digit or a word: III, 3rd, third."""
    words = re.findall(r"\w+", period.label.casefold())
    for key in ("start", "end"):
        term = getattr(period, key)
        if term and "-Q" in term.edtf:
            number = int(term.edtf[-1])
            if not {ROMAN[number - 1], QUARTERS[number - 1]} & set(words) and not any(
                word.startswith(str(number)) and len(word) < 4 for word in words
            ):
                yield period.at(key), f"the label “{period.label}” does not print the {QUARTERS[number - 1]} quarter"


def periods_are_used(plan: Plan) -> Iterator[Finding]:
    """Every period is that of some activity: a deadline with no activity would be ours, not the plan's."""
    for period in plan.records.periods.values():
        if not plan.deadlines.in_period(period):
            yield period.at("id"), f"no activity has the period '{period.id}'; use it in activities.yml, or remove it"


def activities_stand_in_their_group(plan: Plan) -> Iterator[Finding]:
    """The file lists the activities group by group, as the table does: ranges and neighbours follow its order."""
    groups = list(plan.records.groups)
    highest = 0
    for activity in plan.records.activities.values():
        position = groups.index(activity.group)
        if position < highest:
            message = f"{activity.number} of group {activity.group} stands after group {groups[highest]}; move it up"
            yield activity.at("number"), message
        highest = max(highest, position)


def numbers_fit_together(plan: Plan) -> Iterator[Finding]:
    """Where a number has dots, what stands before its last dot is the number of what holds it. Numbers rise."""
    holds: list[tuple[Record, str, str, str]] = []
    for section in plan.records.sections.values():
        for paragraph in section.paragraphs:
            holds.append((paragraph, paragraph.number, section.number, "section"))
            holds += [(point, point.number, paragraph.number, "paragraph") for point in paragraph.points]
        holds += [(group, group.number, section.number, "section") for group in section.groups]
    holds += [(activity, activity.number, activity.group, "group") for activity in plan.records.activities.values()]
    for record, number, holder, kind in holds:
        parent = number.rpartition(".")[0]
        if parent and parent != holder:
            yield record.at("number"), f"{number} stands in {kind} {holder}, but belongs to {parent}"
    for numbers in (plan.records.sections, plan.records.groups, plan.records.recommendations):
        for before, number in pairwise(numbers):
            if sort_key(number) <= sort_key(before):
                yield numbers[number].at("number"), f"{number} stands after {before}; put the numbers in order"


def groups_belong_to_sections_in_order(plan: Plan) -> Iterator[Finding]:
    """Each group lists the measures of one section, and the groups come in the order of the sections."""
    for before, group in pairwise(plan.records.groups.values()):
        if sort_key(group.section) <= sort_key(before.section):
            yield (
                group.at("section"),
                f"group {before.number} belongs to section {before.section}; this one comes after it",
            )
