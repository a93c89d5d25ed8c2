"""A row of the plan's table, by the names of monitoring and evaluation: activity, responsible body, period."""

from typing import Annotated, Literal

from pydantic import Field

from ..fields import Number, Text, Verbatim
from ..names import (
    AgencyId,
    GroupNumber,
    ParagraphNumber,
    PeriodId,
    TopicId,
)
from ..record import Record


class PrintedCells(Record):
    """The cells of an activity as printed; `number` where the source prints another than "number."."""

    number: Verbatim | None = None
    """The number as printed, where the source does not print the number and a full stop."""
    executors: Verbatim
    """The column of the bodies, word for word."""
    period: Verbatim
    """The column of the period, word for word."""


class Provision(Record):
    """A paragraph that an activity corresponds to, and how near their words are (an id in vocabulary.yml)."""

    paragraph: ParagraphNumber
    """The paragraph that the activity corresponds to."""
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
    """The executive bodies, in printed order."""
    involves: list[AgencyId] = Field(default=[])
    """The bodies that are to be involved, in printed order."""
    period: PeriodId
    """The period in which it is to be done."""
    as_printed: PrintedCells
    """The cells of the table from which we read the bodies and the period, word for word."""
    provisions: list[Provision] = Field(default=[])
    """Ours: the paragraphs that the activity corresponds to, judged by reading both texts."""
    topics: list[TopicId] = Field(default=[])
    """Ours: what the activity is about."""
    summary: Text | None = None
    """Ours: one or two plain sentences on what is to be done."""
    note: Text | None = None
    """Ours: what a reader should know about this line of the plan."""
