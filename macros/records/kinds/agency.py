"""A body that the table or the Notes name, and the names that it had or has."""

from typing import Annotated

from pydantic import Field

from ..fields import Day, Id, Language, Text, Verbatim, YesNo
from ..names import (
    KindId,
    SourceId,
)
from ..record import Record


class DatedName(Record):
    """A name that a body had from, until or on a day, by a source outside the plan."""

    text: Text
    """The name."""
    from_: Day | None = Field(default=None, alias="from")
    """The first day on which the body had the name."""
    to: Day | None = None
    """The last day on which the body had the name."""
    by: Day | None = None
    """A day on which the body had the name, where no source says since when."""
    source: SourceId
    """The document that says so."""


class NameIn(Record):
    """The name of a body in another language, as a source prints it."""

    text: Verbatim
    """The name, as printed."""
    language: Language
    """The language, as its two-letter code."""
    source: SourceId
    """The document that prints it."""


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
    names_in: list[NameIn] = Field(default=[])
    """The name in other languages, as sources print it. It is never a translation of ours."""
    note: Text | None = None
    """Ours: what a reader should know about the body."""
