"""The text of the plan: sections, their paragraphs and points, and the groups of the table.

The names are those of Akoma Ntoso: section, paragraph, point, recital, heading, number.
"""

from pydantic import Field

from ..fields import Number, Text, Verbatim
from ..names import (
    SectionNumber,
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
    short_title: Text | None = None
    """Ours: the heading in a few words, for the tree of pages. Leave it out where that of its section fits."""
    summary: Text | None = None
    """Ours: one or two plain sentences on what the group is about."""


class Section(Record):
    """A section of the plan: recitals, paragraphs, one plain text, or the groups of the table."""

    number: Number
    """The true number of the section, even where the copy prints another."""
    heading: Verbatim
    """The heading, word for word."""
    short_title: Text | None = None
    """Ours: the heading in a few words, for the tree of pages. Leave it out where the heading itself is short."""
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
