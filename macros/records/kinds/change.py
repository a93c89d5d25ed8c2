"""The history of the data: a change of one field or record, its words, and the file that keeps it."""

from collections.abc import Sequence
from pathlib import Path

from ...reading.faults import DataError
from ...reading.files import display_name, refusal
from ...reading.style import record
from ...reading.write import replace
from ..fields import Day, Id, Verbatim
from ..record import Record

KINDS = {  # the kinds of record that change, and what they are called in words
    "activity": "Activity",
    "agency": "Body",
    "section": "Section",
    "paragraph": "Paragraph",
    "point": "Point",
    "group": "Group",
    "note": "Note",
    "topic": "Topic",
    "situation": "Situation",
    "period": "Period",
    "source": "Source",
    "contact": "Contact",
    "help": "Words of Help",
    "decree": "Order",
    "site": "Words of the site",
    "reading": "Reading",
    "vocabulary": "Vocabulary",
    "word": "Vocabulary word",
    "erratum": "Odd place",
    "report": "Report",
    "fact": "Statement",
    "claim": "Claim",
    "chart": "Chart",
    "file": "File",
    "download": "Download",
    "example": "Example",
    "redirect": "Redirect",
    "term": "Word of the glossary",
    "document": "Related document",
    "wording": "What people type for",
}
BRIEF = 60  # the longest value, in characters, that a line of words quotes


class Change(Record):
    """One change: a field of a record, or the whole record where `field` is missing; `before` and `after` as text."""

    date: Day
    """The day of the change."""
    kind: Id
    """What kind of record changed."""
    record: Verbatim
    """The id or number of the record that changed."""
    field: Verbatim | None = None
    """The key that changed. Leave it out for a whole record that came or went."""
    before: Verbatim | None = None
    """The value before, as text. Leave it out where there was nothing."""
    after: Verbatim | None = None
    """The value after, as text. Leave it out where there is nothing now."""


def words(change: Change) -> str:
    """Returns a change in one line: “Activity 2.1: period changed from 2030 to 2031”. Long values are left out."""
    subject = KINDS.get(change.kind, change.kind)
    if change.record != change.kind:  # the order, the site and the vocabulary are the only ones of their kind
        subject += f" {change.record}"
    if change.field:
        subject += f": {change.field}"
    brief = is_brief(change)
    if change.before and change.after:
        return f"{subject} changed" + (f" from {change.before} to {change.after}" if brief else "")
    done = "added" if change.after else "removed"
    return f"{subject} {done}" + (f": {change.after or change.before}" if brief else "")


def is_brief(change: Change) -> bool:
    """Tells whether the words of a change quote its values."""
    return all(len(value) <= BRIEF for value in (change.before, change.after) if value)


def values(change: Change) -> list[str]:
    """Returns the lines that show the values of a change in full."""
    pairs = (("Before", change.before), ("After", change.after))
    return [f"{when}: {value}" for when, value in pairs if value]


def what(change: Change) -> tuple[str | None, ...]:
    """Returns a change without its day."""
    return change.kind, change.record, change.field, change.before, change.after


def untold(found: Sequence[Change], told: Sequence[Change]) -> list[Change]:
    """Returns the changes that are not told yet. Where an earlier step is told, a change goes on from there."""
    known = {what(change) for change in told}
    ends = {what(change)[:3]: change.after for change in told}
    new = []
    for change in found:
        reached = ends.get(what(change)[:3], change.before)
        if what(change) not in known and reached != change.after:
            new.append(change.model_copy(update={"before": reached}))
    return new


def append(path: Path, changes: Sequence[Change]) -> None:
    """Adds changes at the end of the file; what stands there stays as it is, to the byte.

    The new file takes the place of the old one only after our own reader has read it. Raises DataError where it cannot.
    """
    old = path.read_bytes()
    text = "".join(as_yaml(change) for change in changes).encode("utf-8")
    try:
        replace(path, path.parent, old + (b"" if old.endswith(b"\n") else b"\n") + text)
    except DataError as error:
        reason = f"no change can be added at the end ({error.faults[0].message})"
        raise refusal(display_name(path, path.parent), f"{reason}; start each record with '- ' in column 1") from None


def as_yaml(change: Change) -> str:
    """Returns a change as an item of the list in changes.yml."""
    given = {"date": change.date.isoformat()} | change.model_dump(exclude={"date"}, exclude_none=True)
    return "".join(f"{line}\n" for line in record(given))
