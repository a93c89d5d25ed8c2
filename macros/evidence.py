"""The records of a report: what it says, word for word, and what the editors read in it."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from .editorial import Erratum, Source
from .fields import Dates, Expression, Id, Number, Quantity, Symbol, Text, Verbatim, Year, YesNo
from .models import Record


class Figure(Record):
    """A number of a quote: typed, counted from the items that the quote names, or left blank by the report.

    `printed` is the word that stands for the number in the quote, where it is not in digits.
    """

    id: Symbol
    label: Text
    unit: Text
    value: Quantity | None = None
    items: list[Verbatim] = Field(default=[])
    blank: YesNo = False
    printed: Verbatim | None = None

    @property
    def number(self) -> Decimal | None:
        """The number; None where the report leaves a blank. A blank is missing, and never 0."""
        return Decimal(len(self.items)) if self.items else self.value

    @property
    def words(self) -> list[str]:
        """What must stand in the quote: the number in digits, the word for it, or the items."""
        return self.items or [self.printed or str(self.value)]


class Named(Record):
    """A body as the report prints it, and the agency of the plan that it is, if it is one."""

    printed: Verbatim
    agency: Id | None = None


class Relation(Record):
    """The editors' judgement that a fact bears on an activity or a paragraph; `how` is an id in vocabulary.yml."""

    activity: Number | None = None
    paragraph: Number | None = None
    how: Literal["reported", "mentioned"]
    why: Text


class Fact(Record):
    """A statement of the report; `label` is ours. `date` is as precise as the report; none where it prints none."""

    id: Id
    label: Text
    quote: Verbatim
    category: Id
    date: Dates | None = None
    values: list[Figure] = Field(default=[])
    bodies: list[Named] = Field(default=[])
    relates_to: list[Relation] = Field(default=[])
    note: Text | None = None


class Act(Fact):
    """A legal act that the report lists; its date is the date of the fact."""

    kind: Verbatim
    number: Verbatim
    title: Verbatim
    issuer: Named | None = None


class Way(Record):
    """A way to count the bodies of the plan: in these roles, with or without classes, without these agencies."""

    id: Id
    label: Text
    roles: Annotated[list[Literal["executive", "involved", "recommended"]], Field(min_length=1)]
    classes: YesNo = True
    without: list[Id] = Field(default=[])


class Claim(Record):
    """A question on the numbers of a report, as an expression over them.

    With `ways`, the name `counted` in the expression stands for the number that each way of counting gives.
    `unsettled` says why the numbers alone do not answer the question.
    """

    id: Id
    question: Text
    expression: Expression
    text: Text
    unsettled: Text | None = None
    ways: list[Way] = Field(default=[])


class Chart(Record):
    """Figures of one kind side by side; `whole` is the figure that they are parts of, by the report's words."""

    id: Id
    heading: Text
    values: Annotated[list[Symbol], Field(min_length=2)]
    whole: Symbol | None = None
    note: Text | None = None


class Report(Record):
    """A report on one year of the plan. The year is the name of its file; `agency` is the body that wrote it."""

    year: Year
    source: Source
    agency: Id | None = None
    summary: Text
    caution: Text
    headlines: Annotated[list[Symbol], Field(min_length=1)]
    facts: Annotated[list[Fact], Field(min_length=1)]
    acts: list[Act] = Field(default=[])
    charts: list[Chart] = Field(default=[])
    claims: list[Claim] = Field(default=[])
    errata: list[Erratum] = Field(default=[])

    @property
    def id(self) -> str:
        """The year as the key of the report."""
        return str(self.year)

    @property
    def all_facts(self) -> list[Fact]:
        """Every statement: a legal act is one too."""
        return [*self.facts, *self.acts]
