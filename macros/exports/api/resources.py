"""Resources: every record as one thing that machines can fetch, with its kind, its id, its page and its links."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ...catalogue.addresses import Addressed
from ...catalogue.keys import key
from ...plan.arithmetic import Side
from ...plan.claims import Outcome
from ...plan.plan import Plan
from ...proof.alignment import Lines
from ...reading.faults import Place
from ...records.kinds.claim import Claim
from ...records.kinds.report import Act, Fact
from ...records.kinds.source import Source
from ...records.record import Record
from ...records.values import as_number


class DueDate(BaseModel):
    """A deadline: the last year or quarter of its periods, in EDTF, or none where there is no end."""

    id: str
    year: int | None
    end: str | None
    periods: list[str]


class ReportedFact(BaseModel):
    """A statement of a report, and how its date stands to the day of the order."""

    report: int
    timing: str
    fact: Act | Fact


class Sum(BaseModel):
    """A comparison carried out. Where a number is missing, `holds` is null; `counted` are ids of agencies."""

    left: str
    left_value: int | float | None
    sign: str
    right: str
    right_value: int | float | None
    holds: bool | None
    way: str | None
    counted: list[str]


class ClaimWorkedOut(BaseModel):
    """A claim of a report, and what the arithmetic says of it."""

    report: int
    verdict: str
    claim: Claim
    workings: list[Sum]


@dataclass(frozen=True)
class Resource:
    """A record to publish: `lines` are those of our copy of the source that print it."""

    kind: str
    id: str
    title: str
    subject: Addressed
    data: BaseModel
    place: Place
    source: Source | None = None
    lines: Lines | None = None


def resources(plan: Plan) -> Iterator[Resource]:
    """Yields every record to publish, by kind and in the order of the plan."""
    yield from official(plan)
    yield from editorial(plan)
    for report in plan.records.reports.values():
        yield of(report, f"Report on {report.year}")
        for statement in plan.statements.of(report):
            data: BaseModel = ReportedFact(report=report.year, timing=statement.timing.id, fact=statement.fact)
            place, lines = statement.fact.at(), statement.lines
            yield Resource(*key(statement), statement.fact.label, statement, data, place, report.source, lines)
        for outcome in plan.claims.outcomes(report):
            yield Resource(*key(outcome), outcome.claim.question, outcome, worked_out(outcome), outcome.claim.at())


def official(plan: Plan) -> Iterator[Resource]:
    """Yields the order and the parts of the plan, with the lines that print them."""
    decree = plan.records.decree
    yield of(decree, f"Order No {decree.id_local}", plan.records.source, plan.text.lines(decree, "heading"))
    for section in plan.records.sections.values():
        yield of(
            section,
            f"Section {section.number}. {section.heading}",
            plan.records.source,
            plan.text.lines(section, "heading"),
        )
    for paragraph in plan.records.paragraphs.values():
        yield of(paragraph, f"Paragraph {paragraph.number}", plan.records.source, plan.text.lines(paragraph))
    for group in plan.records.groups.values():
        yield of(group, f"{group.number} {group.heading}", plan.records.source, plan.text.lines(group, "heading"))
    for activity in plan.records.activities.values():
        yield of(activity, f"Activity {activity.number}", plan.records.source, plan.text.lines(activity))
    for note in plan.records.recommendations.values():
        yield of(note, f"Note {note.number}", plan.records.source, plan.text.lines(note))


def editorial(plan: Plan) -> Iterator[Resource]:
    """Yields what the editors made around the plan."""
    for agency in plan.records.agencies.values():
        yield of(agency, agency.name)
    for deadline in plan.deadlines.all.values():
        end = deadline.end.edtf if deadline.end else None
        data = DueDate(id=deadline.id, year=deadline.year, end=end, periods=[period.id for period in deadline.periods])
        yield Resource(*key(deadline), deadline.name, deadline, data, deadline.periods[0].at())
    for topic in plan.records.topics.values():
        yield of(topic, topic.label)
    for situation in plan.records.situations.values():
        yield of(situation, situation.question)
    for source in plan.records.sources.values():
        yield of(source, source.title)
    for term in plan.records.terms.values():
        yield of(term, term.term)
    for document in plan.records.documents.values():
        yield of(document, plan.records.sources[document.source].title)


def of(record: Any, title: str, source: Source | None = None, lines: Lines | None = None) -> Resource:
    """Returns the resource of a record that is published as it was typed."""
    data: Record = record
    return Resource(*key(record), title, record, data, data.at(), source, lines)


def worked_out(outcome: Outcome) -> ClaimWorkedOut:
    """Returns a claim with its sums."""
    sums = [
        Sum(
            left=working.comparison.left.shown,
            left_value=number(working.comparison.left),
            sign=working.comparison.sign,
            right=working.comparison.right.shown,
            right_value=number(working.comparison.right),
            holds=working.comparison.holds,
            way=working.way.id if working.way else None,
            counted=[agency.id for agency in working.bodies],
        )
        for working in outcome.workings
    ]
    report, verdict = outcome.report.year, outcome.verdict.id
    return ClaimWorkedOut(report=report, verdict=verdict, claim=outcome.claim, workings=sums)


def number(side: Side) -> int | float | None:
    return None if side.value is None else as_number(side.value)
