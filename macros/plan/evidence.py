"""Reporting: how statements bear on the plan. It never says whether something was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..records.joins import collected, grouped
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.report import Relation, Report
from ..records.kinds.section import Paragraph
from ..records.kinds.vocabulary import Bearing
from .concordance import Concordance
from .records import Records
from .statements import Statement, Statements


@dataclass(frozen=True)
class Evidence:
    """A statement that bears on an activity or a paragraph; `via` is the activity through which it does, if any."""

    statement: Statement
    bearing: Bearing
    why: str
    activity: Activity | None
    paragraph: Paragraph | None
    via: Activity | None = None


class Reporting:
    """The joins between the reports and the plan."""

    def __init__(self, records: Records, concordance: Concordance, statements: Statements) -> None:
        self.records, self.concordance, self.statements = records, concordance, statements

    @cached_property
    def all(self) -> list[Evidence]:
        """Every bearing of a statement on an activity or a paragraph, by report and in printed order."""
        activities, paragraphs = self.records.activities, self.records.paragraphs
        return [
            Evidence(
                statement,
                self.bearing(statement, relation),
                relation.why,
                activities[relation.activity] if relation.activity else None,
                paragraphs[relation.paragraph] if relation.paragraph else None,
            )
            for statement in self.statements.all
            for relation in statement.fact.relates_to
        ]

    def bearing(self, statement: Statement, relation: Relation) -> Bearing:
        """Returns how a statement bears on the plan: one that predates it is never more than a mention."""
        return self.records.bearings["mentioned" if statement.timing.id == "before" else relation.how]

    @cached_property
    def by_activity(self) -> dict[str, list[Evidence]]:
        """The evidence on each activity, by its number."""
        return collected((e.activity.number, e) for e in self.all if e.activity)

    def on(self, activity: Activity) -> list[Evidence]:
        """Returns the evidence on an activity."""
        return self.by_activity[activity.number]

    def on_paragraph(self, paragraph: Paragraph) -> list[Evidence]:
        """Returns the evidence on a paragraph, then that on the activities that carry it out."""
        found = [e for e in self.all if e.paragraph is paragraph]
        for answer in self.concordance.to(paragraph):
            for e in self.on(answer.activity):
                found.append(Evidence(e.statement, e.bearing, e.why, None, paragraph, via=answer.activity))
        return found

    def strongest(self, activity: Activity, report: Report) -> Bearing:
        """Returns the strongest bearing of a report on an activity; "not-found" where there is none."""
        found = {e.bearing.id for e in self.on(activity) if e.statement.report is report}
        return next(bearing for id_, bearing in self.records.bearings.items() if id_ in found or id_ == "not-found")

    def by_bearing(self, report: Report) -> dict[str, list[Activity]]:
        """Returns the activities under each bearing that a report has on them, by the bearing's id."""
        return grouped(self.records.activities.values(), lambda activity: self.strongest(activity, report).id)

    @cached_property
    def by_agency(self) -> dict[str, list[tuple[Statement, str]]]:
        """The statements that name each body, with the name as the report prints it, by the id of the body."""
        return collected((agency, (statement, printed)) for agency, statement, printed in self.names())

    def naming(self, agency: Agency) -> list[tuple[Statement, str]]:
        """Returns the statements that name a body, with the name as the report prints it."""
        return self.by_agency[agency.id]

    def names(self) -> Iterator[tuple[str, Statement, str]]:
        """Yields the id of each body of the plan that a statement names, the statement and the printed name."""
        for statement in self.statements.all:
            issuer = statement.act.issuer if statement.act else None
            for named in [*statement.fact.bodies, *([issuer] if issuer else [])]:
                if named.agency:
                    yield named.agency, statement, named.printed

    def written_by(self, agency: Agency) -> list[Report]:
        """Returns the reports that a part of this body wrote."""
        return [report for report in self.records.reports.values() if report.agency == agency.id]

    def unrelated(self, report: Report) -> list[Statement]:
        """Returns the statements of a report that bear on no activity and no paragraph."""
        return [statement for statement in self.statements.of(report) if not statement.fact.relates_to]
