"""Rules on where things come from: the date of the order, the copies, the sources of names."""

import hashlib
import re
from collections.abc import Iterator

from ..plan.plan import Plan
from ..proof import alignment as proof
from ..proof.quotes import prints
from ..reading.dates import MONTHS, day
from ..reading.faults import DataError, Finding
from ..reading.files import open_bytes
from ..records.kinds.document import Document

COPY_BYTES = 5_000_000


def decree_agrees_with_itself(plan: Plan) -> Iterator[Finding]:
    """The place, the date and the number that we type stand in what the order prints."""
    decree, printed = plan.records.decree, plan.records.decree.as_printed
    words = re.findall(r"\w+", printed.place_and_date)
    date = decree.date_document
    if not {str(date.day), MONTHS[date.month - 1], str(date.year)} <= set(words):
        yield (
            decree.at("date_document"),
            f"'date_document' says {day(date)}, but the order prints “{printed.place_and_date}”",
        )
    if not printed.place_and_date.startswith(f"{decree.place},"):
        yield decree.at("place"), f"'place' says '{decree.place}', but the order prints “{printed.place_and_date}”"
    if printed.number.split()[-1] != decree.id_local:
        yield decree.at("id_local"), f"'id_local' says '{decree.id_local}', but the order prints “{printed.number}”"


def names_are_dated(plan: Plan) -> Iterator[Finding]:
    """A name from outside the source says from when, until when or on which day it was used."""
    for agency in plan.records.agencies.values():
        for n, name in enumerate(agency.names):
            if not (name.from_ or name.to or name.by):
                yield agency.at("names", n), "a dated name needs 'from', 'to' or 'by'"
            if name.from_ and name.by:
                yield agency.at("names", n, "by"), "the name has 'from'; remove 'by'"
            if name.from_ and name.to and name.from_ > name.to:
                yield (
                    agency.at("names", n, "from"),
                    f"the name begins on {day(name.from_)}, after its end on {day(name.to)}",
                )


def contacts_are_printed(plan: Plan) -> Iterator[Finding]:
    """No number is made up: each stands in the words of a source, and we say on which day we saw that source."""
    for contact in plan.records.contacts.values():
        for n, phone in enumerate(contact.phones):
            if not prints(contact.quote, phone):
                yield contact.at("phones", n), f"the quote does not print {phone}; type it as printed"
        first = plan.records.sources[contact.sources[0]]
        if first.file and first.id in plan.text.copies and not plan.text.copies[first.id].find(contact.quote):
            yield contact.at("quote"), f"the copy of '{first.id}' does not print this; type it as printed"
        for n, id_ in enumerate(contact.sources):
            if plan.records.sources[id_].as_of is None:
                yield contact.at("sources", n), f"the source '{id_}' gives a contact; add the day you saw it, 'as_of'"


def documents_say_why(plan: Plan) -> Iterator[Finding]:
    """A related document that names a part of the plan, or is named by one, says in which words; it stands once."""
    first: dict[str, Document] = {}
    for document in plan.records.all["related"]:
        if (document.activities or document.paragraphs) and not document.why:
            yield document.at(), "say in 'why' which words link the document to the plan"
        if first.setdefault(document.source, document) is not document:
            line = first[document.source].at("source").line
            yield document.at("source"), f"'{document.source}' already stands on line {line}; make one of the two"


def copies_are_unchanged(plan: Plan) -> Iterator[Finding]:
    """The copy of each source has the SHA-256 that sources.yml gives; a source without a copy has an address."""
    for source in plan.records.sources.values():
        if source.file is None:
            if not (source.address and source.as_of):
                yield source.at("id"), "a source needs 'file' and 'sha256', or 'address' and 'as_of'"
            continue
        try:
            copy = open_bytes(plan.records.folder / proof.FOLDER / source.file, plan.records.folder, COPY_BYTES)
        except DataError as error:
            yield source.at("file"), f"{proof.FOLDER}/{source.file}: {error.faults[0].message}"
            continue
        digest = hashlib.sha256(copy).hexdigest()
        if digest != source.sha256:
            advice = "restore the copy, or write this sum if the copy is a new one"
            if source.sha256 is None:
                advice = "add it as 'sha256'"
            place = source.at("sha256" if source.sha256 else "file")
            yield place, f"the copy has the SHA-256 {digest}; {advice}"
