"""The history of the data: a change of one field or record, its words, and the file that keeps it."""

import json
import os
import shutil
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from .data import read
from .faults import DataError
from .fields import Day, Id, Verbatim
from .files import display_name, refusal
from .models import Record

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
}
BRIEF = 60  # the longest value, in characters, that a line of words quotes
WIDTH = 116


class Change(Record):
    """One change: a field of a record, or the whole record where `field` is missing; `before` and `after` as text."""

    date: Day
    kind: Id
    record: Verbatim
    field: Verbatim | None = None
    before: Verbatim | None = None
    after: Verbatim | None = None


def words(change: Change) -> str:
    """Returns a change in one line: “Activity 13.2.1: period changed from 2015 to 2016”. Long values are left out."""
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
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".changes-")
    draft = path.parent / Path(name).name
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(old + (b"" if old.endswith(b"\n") else b"\n") + text)
        shutil.copymode(path, draft)
        read(draft, path.parent)
        draft.replace(path)
    except DataError as error:
        reason = f"no change can be added at the end ({error.faults[0].message})"
        raise refusal(display_name(path, path.parent), f"{reason}; start each record with '- ' in column 1") from None
    finally:
        draft.unlink(missing_ok=True)


def as_yaml(change: Change) -> str:
    """Returns a change as an item of the list in changes.yml."""
    given = {"date": change.date.isoformat()} | change.model_dump(exclude={"date"}, exclude_none=True)
    lines = [line for key, value in given.items() for line in pair(key, value)]
    return "".join(f"{'- ' if n == 0 else '  '}{line}\n" for n, line in enumerate(lines))


def pair(key: str, value: str) -> Iterator[str]:
    """Yields the lines of a key and its value: quoted where it is short, else folded."""
    if len(value) + len(key) < WIDTH:
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"  # the strings of JSON are strings of YAML
    else:
        yield f"{key}: >-"
        for line in textwrap.wrap(value, WIDTH, break_long_words=False, break_on_hyphens=False):
            yield f"  {line}"
