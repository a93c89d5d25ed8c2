"""The records that the editors write around the plan: sources, vocabularies, and the words of the site."""

from typing import Literal

from pydantic import Field

from .fields import Day, FileName, Id, Number, Sha256, Text, Verbatim, WebAddress
from .models import Record


class Source(Record):
    """A document that the site publishes (file, sha256) or rests a fact on (address, as_of)."""

    id: Id
    title: Text
    publisher: Text
    language: Id
    date: Day | None = None
    address: WebAddress | None = None
    as_of: Day | None = None
    file: FileName | None = None
    sha256: Sha256 | None = None
    footer: Verbatim | None = None
    note: Text | None = None


class Topic(Record):
    """What activities are about, in everyday words; `words` are others that people search by."""

    id: Id
    label: Text
    summary: Text
    words: list[Text] = Field(default=[])


class Situation(Record):
    """An everyday question, and the activities and paragraphs that bear on it."""

    id: Id
    question: Text
    text: Text
    activities: list[Number] = Field(default=[])
    paragraphs: list[Number] = Field(default=[])


class Role(Record):
    """How the plan ties a body to an activity."""

    id: Literal["executive", "involved", "recommended"]
    label: Text
    heading: Text
    meaning: Text


class Kind(Record):
    """What sort of body an agency is; `heading` stands over a list of them."""

    id: Id
    label: Text
    heading: Text


class Match(Record):
    """How near the words of an activity are to those of a paragraph that it carries out."""

    id: Id
    label: Text
    meaning: Text


class Vocabulary(Record):
    """The words that other files choose from, and those that join names in the printed cells."""

    connectors: list[Verbatim]
    involving: list[Verbatim]
    roles: list[Role]
    kinds: list[Kind]
    matches: list[Match]


class Reading(Record):
    """A decision of the editors on how to read the source, and the activities that it bears on."""

    id: Id
    text: Text
    activities: list[Number] = Field(default=[])


class Site(Record):
    """Words of the editors that stand on many pages or belong to this plan alone."""

    name: Text
    description: Text
    headline: Text
    lead: list[Text]
    notice: Text
    standing: list[Text]
    independence: Text
    licences: list[Text]
    readings: list[Reading]
