"""The records that the editors write around the plan: sources, vocabularies, and the words of the site."""

from typing import Annotated

from pydantic import Field

from .fields import (
    Code,
    Day,
    FileName,
    FilePath,
    Id,
    Language,
    Number,
    Phone,
    Sha256,
    SpdxId,
    Text,
    Verbatim,
    WebAddress,
)
from .models import Record


class Source(Record):
    """A document that the site publishes (file, sha256) or rests a fact on (address, as_of)."""

    id: Id
    title: Text
    publisher: Text
    language: Language
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


class Contact(Record):
    """A contact for help, as a source prints it."""

    id: Id
    name: Text
    phone: Phone
    source: Id
    caveat: Text
    text: Text

    @property
    def link(self) -> str:
        """The address that dials the number (RFC 3966): its digits, after a plus where it has one."""
        return "tel:" + "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


class Situation(Record):
    """An everyday question, and the activities and paragraphs that bear on it."""

    id: Id
    question: Text
    text: Text
    activities: list[Number] = Field(default=[])
    paragraphs: list[Number] = Field(default=[])


class Erratum(Record):
    """Something odd in a source: its words, what is odd, and what the editors did."""

    id: Id
    quote: Verbatim
    oddity: Text
    handling: Text


class Reading(Record):
    """A decision of the editors on how to read the source, and the activities that it bears on."""

    id: Id
    text: Text
    activities: list[Number] = Field(default=[])


class Download(Record):
    """A file that the page of the data offers: `file` is its address, relative to the root of the site."""

    id: Id
    label: Text
    file: FilePath
    text: Text


class Example(Record):
    """A worked example: `code` is run by the tests and must show `shows`; {site} stands for the address of the site."""

    id: Id
    label: Text
    text: Text
    code: Code
    shows: Code


class Licence(Record):
    """The licence of what the editors wrote: its SPDX name and its address."""

    name: SpdxId
    address: WebAddress


class Site(Record):
    """Words of the editors that stand on many pages or belong to this plan alone."""

    name: Text
    description: Text
    headline: Text
    lead: Annotated[list[Text], Field(min_length=1)]
    notice: Text
    leave_to: WebAddress
    standing: Annotated[list[Text], Field(min_length=1)]
    independence: Text
    licences: Annotated[list[Text], Field(min_length=1)]
    licence: Licence
    readings: Annotated[list[Reading], Field(min_length=1)]
