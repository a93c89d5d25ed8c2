"""Reporting: how statements bear on the plan. It never says whether something was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..records.joins import collected, grouped
from ..records.kinds.activity import Activity, Agency, Paragraph
from ..records.kinds.report import Relation, Report
from ..records.kinds.vocabulary import Bearing
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


class Reporting(Statements):
    """The records, and the joins between reports and the plan."""

    @cached_property
    def evidence(self) -> list[Evidence]:
        """Every bearing of a statement on an activity or a paragraph, by report and in printed order."""
        return [
            Evidence(
                statement,
                self.bearing(statement, relation),
                relation.why,
                self.activities[relation.activity] if relation.activity else None,
                self.paragraphs[relation.paragraph] if relation.paragraph else None,
            )
            for statements in self.statements.values()
            for statement in statements.values()
            for relation in statement.fact.relates_to
        ]

    def bearing(self, statement: Statement, relation: Relation) -> Bearing:
        """Returns how a statement bears on the plan: one that predates it is never more than a mention."""
        return self.bearings["mentioned" if statement.timing.id == "before" else relation.how]

    @cached_property
    def evidence_for(self) -> dict[str, list[Evidence]]:
        """The evidence on each activity, by its number."""
        return collected((e.activity.number, e) for e in self.evidence if e.activity)

    def evidence_on(self, paragraph: Paragraph) -> list[Evidence]:
        """Returns the evidence on a paragraph, then that on the activities that carry it out."""
        found = [e for e in self.evidence if e.paragraph is paragraph]
        for answer in self.answers_to[paragraph.number]:
            for e in self.evidence_for[answer.activity.number]:
                found.append(Evidence(e.statement, e.bearing, e.why, None, paragraph, via=answer.activity))
        return found

    def bearing_on(self, activity: Activity, report: Report) -> Bearing:
        """Returns the strongest bearing of a report on an activity; "not-found" where there is none."""
        found = {e.bearing.id for e in self.evidence_for[activity.number] if e.statement.report is report}
        return next(bearing for id_, bearing in self.bearings.items() if id_ in found or id_ == "not-found")

    def with_bearing(self, report: Report) -> dict[str, list[Activity]]:
        """Returns the activities under each bearing that a report has on them, by the bearing's id."""
        return grouped(self.activities.values(), lambda activity: self.bearing_on(activity, report).id)

    @cached_property
    def naming(self) -> dict[str, list[tuple[Statement, str]]]:
        """The statements that name each body, with the name as the report prints it, by the id of the body."""
        return collected((agency, (statement, printed)) for agency, statement, printed in self.names_in_reports())

    def names_in_reports(self) -> Iterator[tuple[str, Statement, str]]:
        """Yields the id of each body of the plan that a statement names, the statement and the printed name."""
        for statements in self.statements.values():
            for statement in statements.values():
                issuer = statement.act.issuer if statement.act else None
                for named in [*statement.fact.bodies, *([issuer] if issuer else [])]:
                    if named.agency:
                        yield named.agency, statement, named.printed

    def written_by(self, agency: Agency) -> list[Report]:
        """Returns the reports that a part of this body wrote."""
        return [report for report in self.reports.values() if report.agency == agency.id]

    def unrelated(self, report: Report) -> list[Statement]:
        """Returns the statements of a report that bear on no activity and no paragraph."""
        return [s for s in self.statements[report.id].values() if not s.fact.relates_to]
