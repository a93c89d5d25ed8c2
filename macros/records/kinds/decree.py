"""The order that approves the plan, by the names of ELI: type_document, id_local, date_document, passed_by, title."""

from ..fields import Country, Day, Id, Language, Number, Text, Verbatim
from ..names import (
    SourceId,
)
from ..record import Record
from .section import Point


class OrderPoint(Point):
    """A point of the order itself, not of the plan."""


class PrintedOrder(Record):
    """How the order prints its place, date and number."""

    place_and_date: Verbatim
    """The line that prints the place and the date."""
    number: Verbatim
    """The words that print the number."""


class Annex(Record):
    """The heading of the plan that is attached to the order."""

    approval: Verbatim
    """The words that say by which order the plan is approved."""
    title: Verbatim
    """The title of the plan, as printed above it."""


class Original(Record):
    """The act in the language in which it was signed."""

    language: Language
    """The language, as its two-letter code."""
    type_document: Verbatim
    """What sort of act it is, in that language."""
    title: Verbatim
    """The title of the act, as the source prints it."""
    source: SourceId
    """Where the text can be read."""
    edition: Text
    """Ours: what our copy is, in a few words, for citations: "English translation"."""


class Decree(Record):
    """The order that approves the plan."""

    country: Country
    """The state whose order it is, as its two-letter code in ISO 3166-1."""
    type_document: Id
    """What sort of act it is."""
    id_local: Number
    """The number that the act has among others of its kind."""
    date_document: Day
    """The day on which it was signed."""
    passed_by: Verbatim
    """Who signed it, as an office."""
    title: Verbatim
    """The title of the order, word for word."""
    language: Language
    """The language of the copy that we have, as its two-letter code."""
    source: SourceId
    """The document that the text is proven against."""
    original: Original | None = None
    """The act in the language in which it was signed, where our copy is a translation."""
    heading: Verbatim
    """The heading of the order, word for word."""
    preamble: Verbatim
    """The words before the first point, word for word."""
    points: list[OrderPoint]
    """The numbered points of the order."""
    signatory: Verbatim
    """The name under the order, as printed."""
    place: Verbatim
    """Where it was signed, as printed."""
    as_printed: PrintedOrder
    """How the order prints its place, date and number."""
    annex: Annex
    """The heading of the plan that is attached to the order."""
