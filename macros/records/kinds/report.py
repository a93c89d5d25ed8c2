"""The records of a report: what it says, word for word, and what the editors read in it."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from ..fields import Dates, Id, Quantity, Symbol, Text, Verbatim, Year, YesNo
from ..names import ActivityNumber, AgencyId, CategoryId, FigureId, ParagraphNumber
from ..record import Record
from .claim import Claim
from .editorial import Erratum
from .source import Source


class Figure(Record):
    """A number of a quote: typed, counted from the items that the quote names, or left blank by the report.

    `printed` is the word that stands for the number in the quote, where it is not in digits.
    """

    id: Symbol
    """The name by which claims, charts and headlines call the number."""
    label: Text
    """Ours: what is counted."""
    unit: Text
    """Ours: the unit, such as persons or calls."""
    value: Quantity | None = None
    """The number in digits. Give this, or the items, or say that it is blank."""
    items: list[Verbatim] = Field(default=[])
    """The things that the quote names and does not count. We count them."""
    blank: YesNo = False
    """Yes where the report leaves a gap in place of the number."""
    printed: Verbatim | None = None
    """The word or sign that stands for the number in the quote, where it is not in digits."""

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
    """The name of the body, as the report prints it."""
    agency: AgencyId | None = None
    """The body of the plan that it is. Leave it out where the plan does not name it."""


class Relation(Record):
    """The editors' judgement that a fact bears on an activity or a paragraph; `how` is an id in vocabulary.yml."""

    activity: ActivityNumber | None = None
    """The activity that the statement bears on. Give this or a paragraph."""
    paragraph: ParagraphNumber | None = None
    """The paragraph that the statement bears on."""
    how: Literal["reported", "mentioned"]
    """Whether the statement reports on it, or only mentions it."""
    why: Text
    """Ours: the reason, in one sentence."""


class Fact(Record):
    """A statement of the report; `label` is ours. `date` is as precise as the report; none where it prints none."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Text
    """Ours: a short name."""
    quote: Verbatim
    """The words of the report, typing errors included. They must stand in the copy in one place only."""
    category: CategoryId
    """What the statement is about."""
    date: Dates | None = None
    """The date, as precise as the report gives it: “the reporting period” is its year."""
    values: list[Figure] = Field(default=[])
    """The numbers in the quote."""
    bodies: list[Named] = Field(default=[])
    """The bodies that the quote names."""
    relates_to: list[Relation] = Field(default=[])
    """Ours: the activities and paragraphs that the statement bears on."""
    note: Text | None = None
    """Ours: what a reader should know. If the quote does not print the date, say here where it stands."""


class Act(Fact):
    """A legal act that the report lists; its date is the date of the fact."""

    kind: Verbatim
    """What sort of legal act it is, as printed."""
    number: Verbatim
    """The number of the act, as printed."""
    title: Verbatim
    """The title of the act, as printed."""
    issuer: Named | None = None
    """The body that issued the act."""


class Chart(Record):
    """Figures of one kind side by side; `whole` is the figure that they are parts of, by the report's words."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    heading: Text
    """Ours: what the chart shows."""
    values: Annotated[list[FigureId], Field(min_length=2)]
    """The numbers that stand side by side. They have the same unit."""
    whole: FigureId | None = None
    """The number that the others are parts of, by the words of the report."""
    note: Text | None = None
    """Ours: what a reader of the chart should know."""


class Report(Record):
    """A report on one year of the plan. The year is the name of its file; `agency` is the body that wrote it."""

    year: Year
    """The year that the report is on. The name of the file says it; do not type it."""
    source: Source
    """The document of the report."""
    agency: AgencyId | None = None
    """The body that wrote the report."""
    summary: Text
    """Ours: one or two plain sentences on what the report says."""
    caution: Text
    """Ours: how far a reader can trust it."""
    headlines: Annotated[list[FigureId], Field(min_length=1)]
    """The numbers that the site shows first."""
    facts: Annotated[list[Fact], Field(min_length=1)]
    """The statements, one each. Together their quotes hold every number of the report."""
    acts: list[Act] = Field(default=[])
    """The legal acts that the report lists."""
    charts: list[Chart] = Field(default=[])
    """Numbers of the report, side by side."""
    claims: list[Claim] = Field(default=[])
    """Ours: questions that the numbers of the report answer."""
    errata: list[Erratum] = Field(default=[])
    """Odd places in the report, and what we did."""

    @property
    def id(self) -> str:
        """The year as the key of the report."""
        return str(self.year)

    @property
    def all_facts(self) -> list[Fact]:
        """Every statement: a legal act is one too."""
        return [*self.facts, *self.acts]
