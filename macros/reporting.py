"""Reports: what they say, when, and how that bears on the plan. It never says whether something was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from .concordance import Concordance
from .editorial import Bearing, Category, Source, Timing
from .evidence import Act, Chart, Fact, Figure, Relation, Report
from .files import open_text
from .joins import collected, grouped
from .models import Activity, Agency, Paragraph
from .proof import FOLDER, Lines
from .quotes import Copy


@dataclass(frozen=True)
class Statement:
    """A fact in its report: when it was against the day of the order, and the lines of the copy that print it."""

    report: Report
    fact: Fact
    timing: Timing
    lines: Lines

    @property
    def act(self) -> Act | None:
        """The legal act that the statement is about, if it is one that the report lists."""
        return self.fact if isinstance(self.fact, Act) else None


@dataclass(frozen=True)
class Evidence:
    """A statement that bears on an activity or a paragraph; `via` is the activity through which it does, if any."""

    statement: Statement
    bearing: Bearing
    why: str
    activity: Activity | None
    paragraph: Paragraph | None
    via: Activity | None = None


@dataclass(frozen=True)
class Bars:
    """A chart: its figures with the statements that hold them, the figure they are parts of, and the longest bar."""

    chart: Chart
    rows: list[tuple[Figure, Statement]]
    whole: tuple[Figure, Statement] | None
    longest: Decimal


class Reporting(Concordance):
    """The records, and the joins between reports and the plan."""

    def copy_lines(self, source: Source) -> list[str]:
        """Returns the lines of the copy of a source, in order; the first is line 1."""
        return open_text(self.folder / FOLDER / str(source.file), self.folder).split("\n")

    @cached_property
    def copies(self) -> dict[str, Copy]:
        """The copy of each source that has one, by the id of the source."""
        return {id_: Copy("\n".join(self.copy_lines(s))) for id_, s in self.sources.items() if s.file}

    def timing(self, fact: Fact) -> Timing:
        """Returns how the date of a fact stands to the day of the order, which the plan's own text gives."""
        signed = self.decree.date_document
        if fact.date is None:
            return self.timings["undated"]
        if fact.date.last < signed:
            return self.timings["before"]
        return self.timings["across" if fact.date.first < signed else "since"]

    @cached_property
    def statements(self) -> dict[str, dict[str, Statement]]:
        """The statements of each report in the order of their first words in the copy, by the ids of both."""
        found = {}
        for report in self.reports.values():
            copy = self.copies[report.source.id]
            passages = {fact.id: copy.find(fact.quote)[0] for fact in report.all_facts}
            facts = sorted(report.all_facts, key=lambda fact: (passages[fact.id].start, passages[fact.id].end))
            found[report.id] = {f.id: Statement(report, f, self.timing(f), passages[f.id].lines) for f in facts}
        return found

    def by_category(self, report: Report) -> list[tuple[Category, list[Statement]]]:
        """Returns the statements of a report under each category that has any, in the order of vocabulary.yml."""
        found = grouped(self.statements[report.id].values(), lambda statement: statement.fact.category)
        return [(category, found[category.id]) for category in self.categories.values() if category.id in found]

    def figures(self, report: Report) -> dict[str, tuple[Figure, Statement]]:
        """Returns every figure of a report with the statement that holds it, by the figure's id."""
        pairs = [(figure, s) for s in self.statements[report.id].values() for figure in s.fact.values]
        return {figure.id: (figure, statement) for figure, statement in pairs}

    def bars(self, report: Report) -> list[Bars]:
        """Returns the charts of a report. A bar is measured against the whole, or else against the highest figure."""
        figures = self.figures(report)
        found = []
        for chart in report.charts:
            rows = [figures[id_] for id_ in chart.values]
            whole = figures[chart.whole] if chart.whole else None
            measured = [whole] if whole else rows
            found.append(Bars(chart, rows, whole, max(figure.number or Decimal(0) for figure, _ in measured)))
        return found

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

    @cached_property
    def act_lists(self) -> dict[str, list[Statement]]:
        """The legal acts that each report lists, by the id of the report."""
        return {id_: [s for s in found.values() if s.act] for id_, found in self.statements.items()}
