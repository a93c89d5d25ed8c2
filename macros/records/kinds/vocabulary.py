"""The words that the files choose from: one short list for each kind, in the order in which the site shows them."""

from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from ..fields import Id, Language, Text, Verbatim
from ..joins import key_of
from ..record import Record

R = TypeVar("R", bound=Record)


class Role(Record):
    """How the plan ties a body to an activity."""

    id: Literal["executive", "involved", "recommended"]
    """The id of the role. The program knows these three."""
    label: Text
    """The word for the role beside the name of a body."""
    heading: Text
    """The heading over the bodies with this role."""
    phrase: Text
    """The words for the role inside a sentence."""
    meaning: Text
    """What the role means, in plain words."""


class Kind(Record):
    """What sort of body an agency is; `heading` stands over a list of them, `type` is the class of schema.org."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Text
    """The word for one such body."""
    heading: Text
    """The heading over a list of such bodies."""
    type: Literal["GovernmentOrganization", "EducationalOrganization", "NGO", "Organization"]
    """How schema.org calls such a body. Search engines read it."""


class Match(Record):
    """How near the words of an activity are to those of a paragraph that it corresponds to."""

    id: Literal["verbatim", "close"]
    """The id of the match. The program knows these two."""
    label: Text
    """The words for it beside a link."""
    meaning: Text
    """What it means, in plain words."""


class Category(Record):
    """What the statements of a report are about."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Text
    """The heading over the statements of this category."""


class Bearing(Record):
    """How a report bears on an activity; `not-found` is the word for none."""

    id: Literal["reported", "mentioned", "not-found"]
    """The id of the bearing. The program knows these three."""
    label: Text
    """The words for it beside an activity."""
    meaning: Text
    """What it means, in plain words."""


class Timing(Record):
    """How the date of a statement stands to the day of the order."""

    id: Literal["before", "across", "since", "undated"]
    """The id of the timing. The program knows these four."""
    label: Text
    """The words for it beside a statement."""
    meaning: Text
    """What it means, in plain words."""


class Verdict(Record):
    """What the arithmetic says of a claim."""

    id: Literal["agree", "disagree", "cannot-tell"]
    """The id of the verdict. The program knows these three."""
    label: Text
    """The words for it beside a claim."""
    meaning: Text
    """What it means, in plain words."""


def all_of(*ids: str) -> Callable[[list[R]], list[R]]:
    """Returns a check that a list has a record for each of `ids`: the program gives them their meaning."""

    def check(records: list[R]) -> list[R]:
        if lost := [id_ for id_ in ids if id_ not in {key_of(record) for record in records}]:
            raise ValueError(f"the list needs a record with the id '{lost[0]}'")
        return records

    return check


class Tongue(Record):
    """A language in which a source prints the name of a body."""

    id: Language
    """The language, as its two-letter code."""
    label: Text
    """The name of the language."""


class Vocabulary(Record):
    """The words that other files choose from, and those that join names in the printed cells."""

    connectors: Annotated[list[Verbatim], Field(min_length=1)]
    """The words that join two names in the printed column of bodies."""
    involving: list[Verbatim] = Field(default=[])
    """The words after which the printed column names the bodies to be involved."""
    roles: Annotated[list[Role], AfterValidator(all_of("executive", "involved", "recommended"))]
    """How the plan ties a body to an activity. The three roles are never added up."""
    kinds: Annotated[list[Kind], Field(min_length=1)]
    """What sorts of body there are."""
    matches: Annotated[list[Match], AfterValidator(all_of("verbatim", "close"))]
    """How near the words of an activity are to those of a paragraph."""
    categories: list[Category] = Field(default=[])
    """What the statements of a report are about."""
    bearings: Annotated[list[Bearing], AfterValidator(all_of("reported", "mentioned", "not-found"))]
    """How a report bears on an activity. The last is the word for none."""
    timings: Annotated[list[Timing], AfterValidator(all_of("before", "across", "since", "undated"))]
    """How the date of a statement stands to the day of the order."""
    languages: list[Tongue] = Field(default=[])
    """The languages of the names that other sources print."""
    verdicts: Annotated[list[Verdict], AfterValidator(all_of("agree", "disagree", "cannot-tell"))]
    """What the sums say of a claim."""
