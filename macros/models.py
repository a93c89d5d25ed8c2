"""The records of the data files: one class for each kind, one field for each key.

Names follow Akoma Ntoso (section, paragraph, point, recital, heading, number), ELI (type_document, id_local,
date_document, passed_by, title, language) and monitoring and evaluation (activity, responsible body, period).
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from .data import Document, Where
from .faults import Place
from .fields import Country, Day, Id, Item, Language, Number, Text, Verbatim, Year, YesNo


class Record(BaseModel):
    """A mapping in a data file. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    _document: Document = PrivateAttr(default_factory=lambda: Document("?"))
    _where: Where = PrivateAttr(default=())

    def at(self, *where: str | int) -> Place:
        """Returns where the record stands in its file or, with the keys that lead there, a value in it."""
        return self._document.place((*self._where, *where))

    def parts(self) -> Iterator["Record"]:
        """Yields the record and every record inside it."""
        yield self
        for key in type(self).model_fields:
            value = getattr(self, key)
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, Record):
                    yield from part.parts()

    def stands_at(self, document: Document, where: Where) -> None:
        """Remembers, for this record and those inside it, the place it was read from."""
        self._document, self._where = document, where
        for key in type(self).model_fields:
            value = getattr(self, key)
            for step, part in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(part, Record):
                    part.stands_at(document, (*where, key) if step is None else (*where, key, step))


class PrintedNumber(Record):
    """The number of a section or paragraph where the source prints another than "number."."""

    number: Verbatim


class Point(Record):
    """A numbered point under a paragraph: a goal or a principle."""

    number: Number
    text: Verbatim


class OrderPoint(Point):
    """A point of the order itself, not of the plan."""


class Paragraph(Record):
    """A numbered paragraph of a section."""

    number: Number
    as_printed: PrintedNumber | None = None
    text: Verbatim
    points: list[Point] = []


class Column(Record):
    """A column of the plan's table: its number and its heading."""

    number: Number
    label: Verbatim


class Group(Record):
    """A group of activities in the plan's table."""

    number: Number
    heading: Verbatim
    section: Number
    summary: Text | None = None


class Section(Record):
    """A section of the plan: recitals, paragraphs, one plain text, or the groups of the table."""

    number: Number
    heading: Verbatim
    as_printed: PrintedNumber | None = None
    summary: Text | None = None
    recitals: list[Verbatim] = []
    paragraphs: list[Paragraph] = []
    text: Verbatim | None = None
    subheading: Verbatim | None = None
    columns: list[Column] = []
    groups: list[Group] = []
    notes_heading: Verbatim | None = None


class PrintedOrder(Record):
    """How the order prints its place, date and number."""

    place_and_date: Verbatim
    number: Verbatim


class Annex(Record):
    """The heading of the plan that is attached to the order."""

    approval: Verbatim
    title: Verbatim


class Decree(Record):
    """The order that approves the plan."""

    country: Country
    type_document: Id
    id_local: Number
    date_document: Day
    passed_by: Verbatim
    title: Verbatim
    language: Language
    source: Id
    heading: Verbatim
    preamble: Verbatim
    points: list[OrderPoint]
    signatory: Verbatim
    place: Verbatim
    as_printed: PrintedOrder
    annex: Annex


class PrintedCells(Record):
    """Columns 3 and 4 of the table, as printed."""

    executors: Verbatim
    period: Verbatim


class Provision(Record):
    """A paragraph that an activity carries out, and how near their words are (an id in vocabulary.yml)."""

    paragraph: Number
    how: Literal["verbatim", "close"]


class Activity(Record):
    """A row of the plan's table."""

    number: Number
    group: Number
    text: Verbatim
    executors: Annotated[list[Id], Field(min_length=1)]
    involves: list[Id] = []
    period: Id
    as_printed: PrintedCells
    provisions: list[Provision] = []
    topics: list[Id] = []
    summary: Text | None = None
    note: Text | None = None


class DatedName(Record):
    """A name that a body had from or until a day, by a source outside the plan."""

    text: Text
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    source: Id


class Agency(Record):
    """A body that the table or the Notes name; `collective` marks a class of bodies."""

    id: Id
    name: Text
    summary: Text | None = None
    kind: Id
    collective: YesNo = False
    spellings: Annotated[list[Verbatim], Field(min_length=1)]
    aliases: list[Text] = []
    names: list[DatedName] = []
    note: Text | None = None


class Period(Record):
    """Whole years, both included; or a recurring duty without years."""

    id: Id
    label: Verbatim
    start: Year | None = None
    end: Year | None = None
    recurring: YesNo = False


class Recommendation(Record):
    """A Note under the table. `items` are activities as printed: "13.1.1 - 13.1.3" stays a range."""

    number: Number
    agency: Id
    items: Annotated[list[Item], Field(min_length=1)]
    text: Verbatim
