"""The records that the editors write around the plan: sources, vocabularies, and the words of the site."""

from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from .fields import Day, FileName, Id, Language, Number, Phone, Sha256, Text, Verbatim, WebAddress
from .joins import key_of
from .models import Record

R = TypeVar("R", bound=Record)


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


class Role(Record):
    """How the plan ties a body to an activity."""

    id: Literal["executive", "involved", "recommended"]
    label: Text
    heading: Text
    phrase: Text
    meaning: Text


class Kind(Record):
    """What sort of body an agency is; `heading` stands over a list of them."""

    id: Id
    label: Text
    heading: Text


class Match(Record):
    """How near the words of an activity are to those of a paragraph that it carries out."""

    id: Literal["verbatim", "close"]
    label: Text
    meaning: Text


class Category(Record):
    """What the statements of a report are about."""

    id: Id
    label: Text


class Bearing(Record):
    """How a report bears on an activity; `not-found` is the word for none."""

    id: Literal["reported", "mentioned", "not-found"]
    label: Text
    meaning: Text


class Timing(Record):
    """How the date of a statement stands to the day of the order."""

    id: Literal["before", "across", "since", "undated"]
    label: Text
    meaning: Text


class Verdict(Record):
    """What the arithmetic says of a claim."""

    id: Literal["agree", "disagree", "cannot-tell"]
    label: Text
    meaning: Text


class Erratum(Record):
    """Something odd in a source: its words, what is odd, and what the editors did."""

    id: Id
    quote: Verbatim
    oddity: Text
    handling: Text


def all_of(*ids: str) -> Callable[[list[R]], list[R]]:
    """Returns a check that a list has a record for each of `ids`: the program gives them their meaning."""

    def check(records: list[R]) -> list[R]:
        if lost := [id_ for id_ in ids if id_ not in {key_of(record) for record in records}]:
            raise ValueError(f"the list needs a record with the id '{lost[0]}'")
        return records

    return check


class Vocabulary(Record):
    """The words that other files choose from, and those that join names in the printed cells."""

    connectors: Annotated[list[Verbatim], Field(min_length=1)]
    involving: Annotated[list[Verbatim], Field(min_length=1)]
    roles: Annotated[list[Role], AfterValidator(all_of("executive", "involved", "recommended"))]
    kinds: Annotated[list[Kind], Field(min_length=1)]
    matches: Annotated[list[Match], AfterValidator(all_of("verbatim", "close"))]
    categories: list[Category] = Field(default=[])
    bearings: Annotated[list[Bearing], AfterValidator(all_of("reported", "mentioned", "not-found"))]
    timings: Annotated[list[Timing], AfterValidator(all_of("before", "across", "since", "undated"))]
    verdicts: Annotated[list[Verdict], AfterValidator(all_of("agree", "disagree", "cannot-tell"))]


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
    lead: Annotated[list[Text], Field(min_length=1)]
    notice: Text
    leave_to: WebAddress
    standing: Annotated[list[Text], Field(min_length=1)]
    independence: Text
    licences: Annotated[list[Text], Field(min_length=1)]
    readings: Annotated[list[Reading], Field(min_length=1)]
