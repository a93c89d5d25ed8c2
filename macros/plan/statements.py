"""Statements: what reports say, when they say it was, and the lines of the copy that print it."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ..proof.alignment import Lines
from ..records.joins import grouped
from ..records.kinds.report import Act, Chart, Fact, Figure, Report
from ..records.kinds.vocabulary import Category, Timing
from .records import Records
from .text import Text


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
class Bars:
    """A chart: its figures with the statements that hold them, the figure they are parts of, and the longest bar."""

    chart: Chart
    rows: list[tuple[Figure, Statement]]
    whole: tuple[Figure, Statement] | None
    longest: Decimal


class Statements:
    """The statements of the reports, in printed order."""

    def __init__(self, records: Records, text: Text) -> None:
        self.records, self.text = records, text

    def timing(self, fact: Fact) -> Timing:
        """Returns how the date of a fact stands to the day of the order, which the plan's own text gives."""
        signed, timings = self.records.decree.date_document, self.records.timings
        if fact.date is None:
            return timings["undated"]
        if fact.date.last < signed:
            return timings["before"]
        return timings["across" if fact.date.first < signed else "since"]

    @cached_property
    def by_report(self) -> dict[str, dict[str, Statement]]:
        """The statements of each report in the order of their first words in the copy, by the ids of both."""
        found = {}
        for report in self.records.reports.values():
            copy = self.text.copies[report.source.id]
            passages = {fact.id: copy.find(fact.quote)[0] for fact in report.all_facts}
            facts = sorted(report.all_facts, key=lambda fact: (passages[fact.id].start, passages[fact.id].end))
            found[report.id] = {f.id: Statement(report, f, self.timing(f), passages[f.id].lines) for f in facts}
        return found

    @cached_property
    def all(self) -> list[Statement]:
        """The statements of all reports."""
        return [statement for found in self.by_report.values() for statement in found.values()]

    def of(self, report: Report) -> list[Statement]:
        """Returns the statements of a report."""
        return list(self.by_report[report.id].values())

    def get(self, report: str, fact: str) -> Statement | None:
        """Returns the statement that has these ids; None where there is none."""
        return self.by_report.get(report, {}).get(fact)

    def by_category(self, report: Report) -> list[tuple[Category, list[Statement]]]:
        """Returns the statements of a report under each category that has any, in the order of vocabulary.yml."""
        found = grouped(self.of(report), lambda statement: statement.fact.category)
        return [(category, found[category.id]) for category in self.records.categories.values() if category.id in found]

    def figures(self, report: Report) -> dict[str, tuple[Figure, Statement]]:
        """Returns every figure of a report with the statement that holds it, by the figure's id."""
        pairs = [(figure, statement) for statement in self.of(report) for figure in statement.fact.values]
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

    def acts(self, report: Report) -> list[Statement]:
        """Returns the legal acts that a report lists."""
        return [statement for statement in self.of(report) if statement.act]
