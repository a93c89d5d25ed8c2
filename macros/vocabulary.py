"""The words that the files choose from: one short list for each kind, in the order in which the site shows them."""

from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from .fields import Id, Text, Verbatim
from .joins import key_of
from .models import Record

R = TypeVar("R", bound=Record)


class Role(Record):
    """How the plan ties a body to an activity."""

    id: Literal["executive", "involved", "recommended"]
    label: Text
    heading: Text
    phrase: Text
    meaning: Text


class Kind(Record):
    """What sort of body an agency is; `heading` stands over a list of them, `type` is the class of schema.org."""

    id: Id
    label: Text
    heading: Text
    type: Literal["GovernmentOrganization", "EducationalOrganization", "NGO", "Organization"]


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
