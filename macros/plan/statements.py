"""Statements: what reports say, when they say it was, and the lines of the copy that print it."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ..proof.alignment import FOLDER, Lines
from ..proof.quotes import Copy
from ..reading.files import open_text
from ..records.joins import grouped
from ..records.kinds.editorial import Source
from ..records.kinds.report import Act, Chart, Fact, Figure, Report
from ..records.kinds.vocabulary import Category, Timing
from .concordance import Concordance


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


class Statements(Concordance):
    """The records, and the statements of the reports in printed order."""

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
    def act_lists(self) -> dict[str, list[Statement]]:
        """The legal acts that each report lists, by the id of the report."""
        return {id_: [s for s in found.values() if s.act] for id_, found in self.statements.items()}
