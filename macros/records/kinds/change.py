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


def replaced(found: Sequence[Change], told: Sequence[Change]) -> tuple[list[Change], list[Change]]:
    """Returns which of the changes that were told are not there, and which of those found are not told."""
    there, known = ({what(change) for change in changes} for changes in (found, told))
    return [c for c in told if what(c) not in there], [c for c in found if what(c) not in known]


def rewrite(path: Path, gone: Sequence[Change], new: Sequence[Change]) -> None:
    """Takes the changes `gone`, as they were read, out of the file, and adds `new` ones at its end.

    What else stands there stays as it is, to the byte. The new file takes the place of the old one only after our own
    reader has read it. Raises DataError where it cannot.
    """
    lines = path.read_bytes().splitlines(keepends=True)
    starts = {change.at().line - 1 for change in gone}
    kept, taking = list[bytes](), False
    for n, line in enumerate(lines):
        taking = n in starts or (taking and not line.startswith(b"- "))
        kept += [] if taking else [line]
    old = b"".join(kept)
    text = "".join(as_yaml(change) for change in new).encode("utf-8")
    try:
        replace(path, path.parent, old + (b"" if old.endswith(b"\n") else b"\n") + text)
    except DataError as error:
        reason = f"no change can be written ({error.faults[0].message})"
        raise refusal(display_name(path, path.parent), f"{reason}; start each record with '- ' in column 1") from None


def as_yaml(change: Change) -> str:
    """Returns a change as an item of the list in changes.yml."""
    given = {"date": change.date.isoformat()} | change.model_dump(exclude={"date"}, exclude_none=True)
    return "".join(f"{line}\n" for line in record(given))
