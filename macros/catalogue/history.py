"""The history of the data in the words of readers: by day, the newest first, and in each day by kind and record."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..plan.plan import Plan
from ..records.joins import grouped
from ..records.kinds.change import KINDS, Change
from .changed import addressed, page
from .named import name

MOST, ROOM = 400, 30_000  # records that are listed, and letters of their old and new words. The feed has all.
FOLDED = {"source", "site", "vocabulary", "word", "file", "download", "example", "redirect", "chart"}  # only counted
WORDS = {  # what the keys of the data are called; those of a sentence or two are shown as they were and are
    "text": "text",
    "summary": "short text",
    "note": "our note",
    "question": "question",
    "label": "name",
    "heading": "heading",
    "short_title": "short name",
    "period": "period",
    "handling": "what we did",
    "oddity": "what is odd",
}
KEYS = WORDS | {
    "names_in": "names in other languages",
    "names": "other names",
    "aliases": "words that find it",
    "words": "words that find it",
    "relates_to": "links to activities and paragraphs",
    "provisions": "links to paragraphs",
    "values": "numbers",
    "expression": "sum",
    "unsettled": "what cannot be told",
    "executors": "executive bodies",
    "involves": "involved bodies",
    "original": "text in the original language",
    "as_printed": "cells as printed",
}


@dataclass(frozen=True)
class Entry:
    """A record that changed on a day: its name and address, what of it changed, old and new words if there is room."""

    name: str
    address: str
    hows: list[str]
    values: list[tuple[str, Change]]


@dataclass(frozen=True)
class Day:
    """A day: how many changes it has; the records that are listed, by kind; how many more; and what is only counted."""

    date: date
    number: int
    kinds: dict[str, list[Entry]]
    more: int
    folded: list[tuple[str, int]]


def history(plan: Plan) -> Iterator[Day]:
    """Yields every day of the history, the newest first. What a page has no room for is counted."""
    most, room = MOST, ROOM
    days = grouped(plan.records.changes, lambda change: change.date)
    for on, changes in reversed(days.items()):
        found = list(entries(plan, [change for change in changes if change.kind not in FOLDED]))
        listed = []
        for kind, entry in found[:most]:
            size = sum(len(f"{change.before}{change.after}") for _, change in entry.values)
            listed.append((kind, entry if size <= room else replace(entry, values=[])))
            room -= size if size <= room else 0
        most -= len(listed)
        kinds = {kind: [entry for _, entry in pairs] for kind, pairs in grouped(listed, lambda pair: pair[0]).items()}
        folded = Counter(KINDS[change.kind] for change in changes if change.kind in FOLDED)
        yield Day(on, len(changes), kinds, len(found) - len(listed), folded.most_common())


def entries(plan: Plan, changes: Sequence[Change]) -> Iterator[tuple[str, Entry]]:
    """Yields an entry for each record that changed on a day, with the name of its kind, in the order of the kinds."""
    records = grouped(changes, lambda change: (change.kind, change.record))
    for (kind, _), found in sorted(records.items(), key=lambda item: list(KINDS).index(item[0][0])):
        steps = [
            step for steps in grouped(found, lambda change: change.field or "").values() if (step := merged(steps))
        ]
        if steps:
            shown = [(WORDS[step.field], step) for step in steps if step.field in WORDS]
            yield KINDS[kind], Entry(called(plan, found[0]), page(plan, found[0]), hows(steps), shown)


def merged(steps: Sequence[Change]) -> Change | None:
    """Returns the steps of a day as one; None if they lead back."""
    step = steps[-1].model_copy(update={"before": steps[0].before})
    return step if step.before != step.after else None


def hows(steps: Sequence[Change]) -> list[str]:
    """Returns what changed, once for each key: "our note added"."""
    found = grouped(steps, lambda step: key_of(step.field or ""))
    told = []
    for key, parts in found.items():
        done = {"changed" if part.before and part.after else "added" if part.after else "removed" for part in parts}
        words = key.replace("_", " ") if key.isidentifier() else key  # no key of ours: it may be any text
        told.append(f"{KEYS.get(key, words)} {done.pop() if len(done) == 1 else 'changed'}".strip())
    return told


def key_of(field: str) -> str:
    """Returns the key of a record to which a changed field belongs: "values" of "values.victims"."""
    key = field.partition(".")[0]
    return key if key in KEYS else field


def called(plan: Plan, change: Change) -> str:
    """Returns what a changed record is called: "Activity 2.1", the odd words of an odd place; if it is gone, its id."""
    if record := addressed(plan, change):
        return name(plan, record)
    errata = {f"{report.id}.{odd.id}": odd for report in plan.records.reports.values() for odd in report.errata}
    if odd := (errata | plan.records.errata).get(change.record if change.kind == "erratum" else ""):
        return f"“{odd.quote}”"
    contact = plan.records.contacts.get(change.record if change.kind == "contact" else "")
    return ", ".join(contact.phones) if contact else f"{KINDS[change.kind]} {change.record}"
