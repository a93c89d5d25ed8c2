"""Claims: what a report's numbers imply, worked out, and what the arithmetic says of it."""

from dataclasses import dataclass
from decimal import Decimal

from ..records.joins import grouped
from ..records.kinds.agency import Agency
from ..records.kinds.claim import Claim, Way
from ..records.kinds.report import Figure, Report
from ..records.kinds.vocabulary import Category, Verdict
from .arithmetic import Comparison, compare, names
from .duties import Duties
from .records import Records
from .statements import Statement, Statements

COUNTED = "counted"  # the name that stands for the number of bodies that a way of counting gives


@dataclass(frozen=True)
class Term:
    """A named number of an expression, and the statement that prints it."""

    figure: Figure
    statement: Statement


@dataclass(frozen=True)
class Working:
    """A comparison carried out; with the way of counting, and the bodies counted, where there is one."""

    comparison: Comparison
    way: Way | None = None
    bodies: tuple[Agency, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """A claim worked out."""

    report: Report
    claim: Claim
    verdict: Verdict
    terms: list[Term]
    workings: list[Working]


class Claims:
    """The claims of the reports, worked out."""

    def __init__(self, records: Records, duties: Duties, statements: Statements) -> None:
        self.records, self.duties, self.statements = records, duties, statements

    def outcomes(self, report: Report) -> list[Outcome]:
        """Returns each claim of a report worked out, in the order of its file."""
        return [self.outcome(report, claim) for claim in report.claims]

    def outcome(self, report: Report, claim: Claim) -> Outcome:
        figures = self.statements.figures(report)
        values = {id_: figure.number for id_, (figure, _) in figures.items()}
        workings = []
        for way in claim.ways:
            bodies = tuple(self.counted(way))
            comparison = compare(claim.expression, values | {COUNTED: Decimal(len(bodies))})
            workings.append(Working(comparison, way, bodies))
        workings = workings or [Working(compare(claim.expression, values))]
        terms = [Term(*figures[name]) for name in names(claim.expression) if name in figures]
        return Outcome(report, claim, self.verdict(claim, workings), terms, workings)

    def verdict(self, claim: Claim, workings: list[Working]) -> Verdict:
        """Returns "agree" or "disagree" if every working says so and nothing is unsettled; else "cannot-tell"."""
        said = {working.comparison.holds for working in workings}
        if claim.unsettled or said not in ({True}, {False}):
            return self.records.verdicts["cannot-tell"]
        return self.records.verdicts["agree" if said == {True} else "disagree"]

    def counted(self, way: Way) -> list[Agency]:
        """Returns the bodies that a way of counting counts, each once, in the order of agencies.yml."""
        return [
            agency
            for agency in self.records.agencies.values()
            if any(duty.role.id in way.roles for duty in self.duties.of(agency))
            and (way.classes or not agency.collective)
            and agency.id not in way.without
        ]

    def by_verdict(self, report: Report) -> list[tuple[Verdict, list[Outcome]]]:
        """Returns the claims of a report under each verdict, those that disagree first."""
        found = grouped(self.outcomes(report), lambda outcome: outcome.verdict.id)
        return [
            (self.records.verdicts[id_], found[id_]) for id_ in ("disagree", "cannot-tell", "agree") if id_ in found
        ]

    def by_subject(self, report: Report) -> list[tuple[Category, list[Outcome]]]:
        """Returns the claims of a report under what their first number is about, in the order of vocabulary.yml."""
        found = grouped(self.outcomes(report), lambda outcome: outcome.terms[0].statement.fact.category)
        return [(category, found[category.id]) for category in self.records.categories.values() if category.id in found]

    def using(self, statement: Statement) -> list[Outcome]:
        """Returns the claims that check a number of a statement."""
        outcomes = self.outcomes(statement.report) if statement.fact.values else []
        return [outcome for outcome in outcomes if any(term.statement == statement for term in outcome.terms)]

    def alike(self, report: Report) -> list[tuple[Decimal, list[Term]]]:
        """Returns the numbers that stand for more than one thing, highest first. They are never merged."""
        terms = [Term(*pair) for pair in self.statements.figures(report).values()]
        found: dict[Decimal, list[Term]] = {}
        for term in terms:
            if term.figure.number is not None:
                found.setdefault(term.figure.number, []).append(term)
        return sorted(((n, same) for n, same in found.items() if len(same) > 1), key=lambda pair: -pair[0])
