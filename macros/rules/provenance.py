"""Rules on where things come from: the date of the order, the copies, the sources of names."""

import hashlib
import re
from collections.abc import Iterator

from ..plan.plan import Plan
from ..proof import alignment as proof
from ..reading.dates import MONTHS, day
from ..reading.faults import DataError, Finding
from ..reading.files import open_bytes, open_text

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
    """A name from outside the source says from when or until when it was used, and its source has a date."""
    for agency in plan.records.agencies.values():
        for n, name in enumerate(agency.names):
            if not name.from_ and not name.to:
                yield agency.at("names", n), "a dated name needs 'from' or 'to'"
            if name.from_ and name.to and name.from_ > name.to:
                yield (
                    agency.at("names", n, "from"),
                    f"the name begins on {day(name.from_)}, after its end on {day(name.to)}",
                )
            if plan.records.sources[name.source].date is None:
                yield agency.at("names", n, "source"), f"the source '{name.source}' dates a name; give it a 'date'"


def contacts_are_printed(plan: Plan) -> Iterator[Finding]:
    """The phone number of a contact stands in the copy of its source: no number is made up."""
    for contact in plan.records.contacts.values():
        source = plan.records.sources[contact.source]
        copy = open_text(plan.records.folder / proof.FOLDER / source.file, plan.records.folder) if source.file else ""
        if contact.phone not in copy:
            yield contact.at("phone"), f"the copy of '{source.id}' does not print {contact.phone}; type it as printed"


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
