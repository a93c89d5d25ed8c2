"""The records of the data files: one class for each kind, one field for each key.

Names follow Akoma Ntoso (section, paragraph, point, recital, heading, number), ELI (type_document, id_local,
date_document, passed_by, title, language) and monitoring and evaluation (activity, responsible body, period).
"""

from typing import Annotated, Literal

from pydantic import Field

from ..fields import Country, Day, Id, Language, Number, Term, Text, Verbatim, YesNo
from ..names import (
    ActivityRange,
    AgencyId,
    GroupNumber,
    KindId,
    ParagraphNumber,
    PeriodId,
    SectionNumber,
    SourceId,
    TopicId,
)
from ..record import Record


class PrintedNumber(Record):
    """The number of a record where the source prints another than "number."."""

    number: Verbatim
    """The number exactly as printed."""


class Point(Record):
    """A numbered point under a paragraph: a goal or a principle."""

    number: Number
    """The number of the point."""
    as_printed: PrintedNumber | None = None
    """The number as the source prints it. Leave it out where the source prints the number and a full stop."""
    text: Verbatim
    """The text of the point, word for word, typing errors included."""


class OrderPoint(Point):
    """A point of the order itself, not of the plan."""


class Paragraph(Record):
    """A numbered paragraph of a section."""

    number: Number
    """The number of the paragraph."""
    as_printed: PrintedNumber | None = None
    """The number as the source prints it. Leave it out where the source prints the number and a full stop."""
    text: Verbatim
    """The text of the paragraph, word for word, typing errors included."""
    points: list[Point] = Field(default=[])
    """The numbered points under the paragraph, if it has any."""


class Column(Record):
    """A column of the plan's table: its heading and, where the table numbers its columns, its number.

    The columns stand in this order: the number of the activity, its text, the bodies, the period.
    """

    number: Number | None = None
    """The number of the column. Leave it out where the table prints none."""
    label: Verbatim
    """The heading of the column, as printed."""


class Group(Record):
    """A group of activities in the plan's table."""

    number: Number
    """The number of the group, as in the table."""
    as_printed: PrintedNumber | None = None
    """The number as the source prints it. Leave it out where the source prints the number and a full stop."""
    heading: Verbatim
    """The heading of the group, word for word."""
    section: SectionNumber
    """The section whose measures the group lists."""
    summary: Text | None = None
    """Ours: one or two plain sentences on what the group is about."""


class Section(Record):
    """A section of the plan: recitals, paragraphs, one plain text, or the groups of the table."""

    number: Number
    """The true number of the section, even where the copy prints another."""
    heading: Verbatim
    """The heading, word for word."""
    as_printed: PrintedNumber | None = None
    """The number as the source prints it. Leave it out where the source prints the number and a full stop."""
    summary: Text | None = None
    """Ours: one or two plain sentences on what the section says."""
    recitals: list[Verbatim] = Field(default=[])
    """The reasons that the section gives one by one, word for word."""
    paragraphs: list[Paragraph] = Field(default=[])
    """The numbered paragraphs of the section."""
    text: Verbatim | None = None
    """The text of a section that has no paragraphs, word for word."""
    subheading: Verbatim | None = None
    """The heading of the table, word for word."""
    columns: list[Column] = Field(default=[])
    """The columns of the table, from left to right."""
    groups: list[Group] = Field(default=[])
    """The groups of activities in the table."""
    notes_heading: Verbatim | None = None
    """The heading of the Notes under the table, word for word."""


class PrintedOrder(Record):
    """How the order prints its place, date and number."""

    place_and_date: Verbatim
    """The line that prints the place and the date."""
    number: Verbatim
    """The words that print the number."""


class Annex(Record):
    """The heading of the plan that is attached to the order."""

    approval: Verbatim
    """The words that say by which order the plan is approved."""
    title: Verbatim
    """The title of the plan, as printed above it."""


class Decree(Record):
    """The order that approves the plan."""

    country: Country
    """The state whose order it is, as its two-letter code in ISO 3166-1."""
    type_document: Id
    """What sort of act it is."""
    id_local: Number
    """The number that the act has among others of its kind."""
    date_document: Day
    """The day on which it was signed."""
    passed_by: Verbatim
    """Who signed it, as an office."""
    title: Verbatim
    """The title of the order, word for word."""
    language: Language
    """The language of the copy that we have, as its two-letter code."""
    source: SourceId
    """The document that the text is proven against."""
    heading: Verbatim
    """The heading of the order, word for word."""
    preamble: Verbatim
    """The words before the first point, word for word."""
    points: list[OrderPoint]
    """The numbered points of the order."""
    signatory: Verbatim
    """The name under the order, as printed."""
    place: Verbatim
    """Where it was signed, as printed."""
    as_printed: PrintedOrder
    """How the order prints its place, date and number."""
    annex: Annex
    """The heading of the plan that is attached to the order."""


class PrintedCells(Record):
    """The cells of an activity as printed; `number` where the source prints another than "number."."""

    number: Verbatim | None = None
    """The number as printed, where the source does not print the number and a full stop."""
    executors: Verbatim
    """The column of the bodies, word for word."""
    period: Verbatim
    """The column of the period, word for word."""


class Provision(Record):
    """A paragraph that an activity carries out, and how near their words are (an id in vocabulary.yml)."""

    paragraph: ParagraphNumber
    """The paragraph that the activity carries out."""
    how: Literal["verbatim", "close"]
    """How near the words are: the same words, or the same measure in other words."""


class Activity(Record):
    """A row of the plan's table."""

    number: Number
    """The number of the activity, as in the table."""
    group: GroupNumber
    """The group of the table in which it stands."""
    text: Verbatim
    """What is to be done: the column of the table, word for word, typing errors included."""
    executors: Annotated[list[AgencyId], Field(min_length=1)]
    """The bodies that must do it, in printed order."""
    involves: list[AgencyId] = Field(default=[])
    """The bodies that are to be involved, in printed order."""
    period: PeriodId
    """The period in which it is to be done."""
    as_printed: PrintedCells
    """The cells of the table from which we read the bodies and the period, word for word."""
    provisions: list[Provision] = Field(default=[])
    """Ours: the paragraphs that the activity carries out, judged by reading both texts."""
    topics: list[TopicId] = Field(default=[])
    """Ours: what the activity is about."""
    summary: Text | None = None
    """Ours: one or two plain sentences on what is to be done."""
    note: Text | None = None
    """Ours: what a reader should know about this line of the plan."""


class DatedName(Record):
    """A name that a body had from or until a day, by a source outside the plan."""

    text: Text
    """The name."""
    from_: Day | None = Field(default=None, alias="from")
    """The first day on which the body had the name."""
    to: Day | None = None
    """The last day on which the body had the name."""
    source: SourceId
    """The document that says so."""


class Agency(Record):
    """A body that the table or the Notes name; `collective` marks a class of bodies."""

    id: Id
    """Its id. It is the address of its page: keep it, even when the body is renamed."""
    name: Text
    """Ours: the name that the pages show."""
    summary: Text | None = None
    """Ours: one or two plain sentences on what the body does in the plan."""
    kind: KindId
    """What sort of body it is."""
    collective: YesNo = False
    """Yes for a class of bodies that the plan does not list one by one."""
    spellings: Annotated[list[Verbatim], Field(min_length=1)]
    """Every way in which the source prints the name. A “the” before it and capital letters do not count."""
    aliases: list[Text] = Field(default=[])
    """Ours: what people type when they look for the body."""
    names: list[DatedName] = Field(default=[])
    """Names that the body had before or later, with the days and the sources."""
    note: Text | None = None
    """Ours: what a reader should know about the body."""


class Period(Record):
    """Whole years or quarters, both included; a start without an end; or a recurring duty without years."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Verbatim
    """The period as the table prints it."""
    start: Term | None = None
    """The first year or quarter. Leave it out for a duty that comes again and again."""
    end: Term | None = None
    """The last year or quarter. It is the deadline."""
    recurring: YesNo = False
    """Yes for a duty that comes again and again and has no years."""

    @property
    def first_year(self) -> int | None:
        return self.start.first.year if self.start else None

    @property
    def last_year(self) -> int | None:
        return self.end.last.year if self.end else None


class Recommendation(Record):
    """A Note under the table. `items` are activities as printed: "1.1 - 1.3" stays a range."""

    number: Number
    """The number of the Note."""
    as_printed: PrintedNumber | None = None
    """The number as the source prints it. Leave it out where the source prints the number and a full stop."""
    agency: AgencyId
    """The body that the Note names."""
    items: Annotated[list[ActivityRange], Field(min_length=1)]
    """The activities that the Note names, as printed. A range stays a range."""
    text: Verbatim
    """The text of the Note, word for word, typing errors included."""
