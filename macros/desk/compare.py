"""Compares two states of the data, field by field, as they were typed: an old state need not keep today's rules."""

import textwrap
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest

from ..reading.data import Value
from ..records.joins import grouped
from ..records.kinds.change import BRIEF, Change
from ..records.references import items
from .states import Key, State, key_in

NAMES = ("name", "label", "heading", "title", "question", "oddity", "text", "summary", "quote")
NAME, LONGEST = 300, 20_000
FEW = 3  # a field that came to so many records is told for each

Row = tuple[str | None, str | None, str | None]  # the field, before, after


def compare(old: State, new: State, on: date) -> Iterator[Change]:
    """Yields what changed from one state to the other, as changes of the day `on`, in the order of the files.

    A record that came or went is one change, whatever it holds. So are a list that came or went as a whole, and a key
    that came to, or went from, every record of a list: changes of the record or the file that holds the list.
    The order of records is not compared.
    """
    groups: dict[tuple[Key, str], list[Key]] = {}
    for key in dict.fromkeys([*new, *old]):
        entry = new.get(key) or old[key]
        groups.setdefault((entry.holder, entry.list), []).append(key)
    for (holder, list_), keys in groups.items():
        rows = [(key, row) for key in keys for row in rows_of(key, old, new)]
        alike = grouped(rows, sort_of)
        lasting = [key for key in keys if key in old and key in new]
        for key, row in rows:
            same = alike[sort_of((key, row))]
            every, few = (lasting, FEW) if row[0] else (keys, 1)
            if len(every) <= few or len(same) < len(every) or None not in row[1:]:
                yield change(on, key, *row)
            elif same[0][0] == key:
                whole = ", ".join(summed(id_of(key, old, new), row) for key, row in same)
                path = ".".join(part for part in (list_, row[0]) if part)
                yield change(on, holder, path or None, row[1] and whole, row[2] and whole)


def sort_of(pair: tuple[Key, Row]) -> str:
    """Returns the field of a change, and whether it came, went or changed, as a key to group by."""
    field, before, after = pair[1]
    return f"{field or ''} {before is None} {after is None}"


def id_of(key: Key, old: State, new: State) -> str:
    return (new.get(key) or old[key]).id


def summed(id_: str, row: Row) -> str:
    """Returns the part of one record in a change of a whole list: its id, and the value where a field came or went."""
    field, before, after = row
    return f"{id_}: {after or before}" if field else id_


def rows_of(key: Key, old: State, new: State) -> Iterator[Row]:
    """Yields what changed in one record; nothing for one that came or went with the record that holds it."""
    before, after = old.get(key), new.get(key)
    if before and after:
        yield from differences(before.fields, after.fields)
    elif after and (after.holder[0] == "file" or after.holder in old):
        yield None, None, name_of(after.fields)
    elif before and (before.holder[0] == "file" or before.holder in new):
        yield None, name_of(before.fields), None


def change(on: date, key: Key, field: str | None, before: str | None, after: str | None) -> Change:
    cut = [value if value is None or len(value) <= LONGEST else f"{value[: LONGEST - 1]}…" for value in (before, after)]
    given = {"date": on.isoformat(), "kind": key[0], "record": key[1], "field": field}
    return Change.model_validate(given | {"before": cut[0], "after": cut[1]})


def differences(old: Value, new: Value, *path: str) -> Iterator[Row]:
    """Yields the fields that differ: items of lists by their key or, where they are sentences, by their position."""
    if isinstance(old, list) and isinstance(new, list):
        old_items, new_items = by_key(old), by_key(new)
        if old_items is not None and new_items is not None:
            old, new = old_items, new_items
        elif any(isinstance(item, str) and (len(item) > BRIEF or ", " in item) for item in [*old, *new]):
            yield from sentences([text(item) for item in old], [text(item) for item in new], path)
            return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*new, *old]):
            yield from differences(old.get(key), new.get(key), *path, key)
    elif text(old) != text(new):
        yield ".".join(path), text(old), text(new)


def by_key(value: list[Value]) -> dict[str, Value] | None:
    """Returns the mappings of a list under their keys; None where not each has one of its own."""
    found: dict[str, Value] = {key_in(item): item for item in items(value)}
    return found if len(found) == len(value) and "" not in found else None


def sentences(old: list[str | None], new: list[str | None], path: tuple[str, ...]) -> Iterator[Row]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            for n, (before, after) in enumerate(zip_longest(old[i1:i2], new[j1:j2]), j1 + 1):
                yield ".".join((*path, str(n))), before, after


def text(value: Value) -> str | None:
    """Returns a value in one line: “mia, moj” for a list, “paragraph: 4.3, how: close” for a mapping; None if empty."""
    if isinstance(value, dict):
        value = [f"{key}: {text(part)}" for key, part in value.items()]
    if isinstance(value, list):
        parts = [part for item in value if (part := text(item))]
        return ("; " if items(value) else ", ").join(parts) or None
    return " ".join((value or "").split()) or None


def name_of(fields: dict[str, Value]) -> str:
    """Returns what a record is called, or the start of its text."""
    name = next((name for key in NAMES if (name := text(fields.get(key)))), None) or text(fields) or "nothing"
    return textwrap.shorten(name, NAME, placeholder=" …")
