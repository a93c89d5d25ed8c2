"""The records that the editors write around the plan: topics, questions, odd places, and the words of the site."""

from typing import Annotated

from pydantic import Field

from ..fields import Code, Dates, Day, FilePath, Id, SpdxId, Text, Verbatim, WebAddress
from ..names import ActivityNumber, ParagraphNumber, SourceId
from ..record import Record


class Topic(Record):
    """What activities are about, in everyday words; `words` are others that people search by."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Text
    """Ours: the name of the topic."""
    summary: Text
    """Ours: one plain sentence on what belongs to it."""
    words: list[Text] = Field(default=[])
    """Ours: what people type when they look for the topic, where label and summary do not say it."""


class Situation(Record):
    """An everyday question, and the activities and paragraphs that bear on it."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    question: Text
    """Ours: the question, as a person would ask it."""
    text: Text
    """Ours: what the plan says about it, in plain words."""
    activities: list[ActivityNumber] = Field(default=[])
    """The activities that bear on it."""
    paragraphs: list[ParagraphNumber] = Field(default=[])
    """The paragraphs that bear on it."""


class Erratum(Record):
    """Something odd in a source: its words, what is odd, and what the editors did."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    quote: Verbatim
    """The odd words, as printed. They must stand in the copy of the source."""
    oddity: Text
    """Ours: what is odd about them."""
    handling: Text
    """Ours: what we did."""


class Reading(Record):
    """A decision of the editors on how to read the source, and the activities that it bears on."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    text: Text
    """Ours: how we read the source, in plain words."""
    activities: list[ActivityNumber] = Field(default=[])
    """The activities that the decision bears on."""


class Download(Record):
    """A file that the page of the data offers: `file` is its address, relative to the root of the site."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Text
    """Ours: the name of the file on the page."""
    file: FilePath
    """The address of the file on the site, from its root."""
    text: Text
    """Ours: what is in the file."""


class Example(Record):
    """A worked example: `code` is run by the tests and must show `shows`; {site} stands for the address of the site."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Text
    """Ours: the heading of the example."""
    text: Text
    """Ours: the question that the example answers."""
    code: Code
    """What to type, line by line. The mark {site} stands for the address of the site."""
    shows: Code
    """What comes out. The tests run the example and compare."""


class Licence(Record):
    """The licence of what the editors wrote: its SPDX name and its address."""

    name: SpdxId
    """The short name of the licence in the SPDX list."""
    address: WebAddress
    """Where the licence can be read."""


class OtherPlan(Record):
    """A plan before or after this one."""

    date: Day
    """The day on which it was approved."""
    text: Text
    """Ours: what is known of it, in one sentence."""
    sources: Annotated[list[SourceId], Field(min_length=1)]
    """The documents that say so."""


class Site(Record):
    """Words of the editors that stand on many pages or belong to this plan alone."""

    name: Text
    """The name of the plan."""
    title: Text
    """The name of the site: the country, and what the plan is about. It heads every page."""
    description: Text
    """What the site is, in a sentence or two. Search engines show it."""
    headline: Text
    """The heading of the first page."""
    lead: Annotated[list[Text], Field(min_length=1)]
    """The first sentences of the first page."""
    notice: Text
    """What every page says about the standing of the text."""
    leave_to: WebAddress
    """The harmless page to which the red button leads."""
    years: Dates | None = None
    """The years that the plan is for, by its own title."""
    over: Text | None = None
    """That those years have ended, in half a sentence. Every page says it at its head; it stays true as time passes."""
    plans: list[OtherPlan] = Field(default=[])
    """What is known of the plans before and after this one."""
    standing: Annotated[list[Text], Field(min_length=1)]
    """What a reader should know before trusting the text."""
    independence: Text
    """Who runs the site, and who does not."""
    licences: Annotated[list[Text], Field(min_length=1)]
    """Who may use what, in plain words."""
    licence: Licence
    """The licence of what the editors wrote."""
    readings: Annotated[list[Reading], Field(min_length=1)]
    """How we read the source where it can be read in more than one way."""
