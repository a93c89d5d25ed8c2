"""The history of the data in the words of readers: by day, the newest first, and in each day by page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..plan.plan import Plan
from ..records.joins import grouped
from ..records.kinds.change import KINDS, Change
from .changed import addressed, page
from .named import name

MOST, ROOM = 400, 30_000  # pages that are listed, and letters of their old and new words: the newest. The feed has all.
FOLDED = {"source", "site", "vocabulary", "word", "file", "download", "example", "redirect", "chart"}  # only counted
NAMED = {"activity", "agency", "section", "paragraph", "point", "group", "note", "decree", "report"}  # by what they are
WORDS = {  # what the keys of the data are called; those of a sentence or two can be shown as they were and are
    "text": "the text",
    "summary": "the short text, which is ours",
    "note": "our note",
    "question": "the question",
    "label": "the name",
    "heading": "the heading",
    "short_title": "the short name",
    "period": "the period",
    "handling": "what we did",
    "oddity": "what is odd",
}
KEYS = WORDS | {
    "names_in": "the names in other languages",
    "names": "the other names",
    "aliases": "the words that find it",
    "words": "the words that find it",
    "relates_to": "the links to activities and paragraphs",
    "provisions": "the links to paragraphs",
    "expression": "the sum",
    "executors": "the executive bodies",
    "involves": "the involved bodies",
    "original": "what is said of the text in the original language",
}


@dataclass(frozen=True)
class Entry:
    """What changed on a page: its name and address, what of it, and old and new words, if there is room for them."""

    name: str
    address: str
    hows: list[str]
    values: list[tuple[str, Change]]


@dataclass(frozen=True)
class Day:
    """A day: how many changes it has, the pages that are listed, how many more there are, and what is only counted."""

    date: date
    number: int
    entries: list[Entry]
    more: int
    folded: list[tuple[str, int]]


def history(plan: Plan) -> Iterator[Day]:
    """Yields every day of the history. What the page has no room for is counted."""
    most, room = MOST, ROOM
    days = grouped(plan.records.changes, lambda change: change.date)
    for on, changes in reversed(days.items()):
        found = list(entries(plan, [change for change in changes if change.kind not in FOLDED]))
        listed = []
        for entry in found[:most]:
            size = sum(len(f"{change.before}{change.after}") for _, change in entry.values)
            listed.append(entry if size <= room else replace(entry, values=[]))
            room -= size if size <= room else 0
        most -= len(listed)
        folded = Counter(KINDS[change.kind] for change in changes if change.kind in FOLDED)
        yield Day(on, len(changes), listed, len(found) - len(listed), folded.most_common())


def entries(plan: Plan, changes: Sequence[Change]) -> Iterator[Entry]:
    """Yields an entry for each record that changed on a day, in the order of the kinds."""
    records = grouped(changes, lambda change: (change.kind, change.record))
    for _, found in sorted(records.items(), key=lambda item: list(KINDS).index(item[0][0])):
        steps = [step for steps in grouped(found, lambda change: change.field).values() if (step := merged(steps))]
        if steps:
            hows = list(dict.fromkeys(how(step) for step in steps))
            shown = [(WORDS[step.field], step) for step in steps if step.field in WORDS]
            yield Entry(called(plan, found[0]), page(plan, found[0]), hows, shown)


def merged(steps: Sequence[Change]) -> Change | None:
    """Returns the steps of a day as one; None if they lead back."""
    step = steps[-1].model_copy(update={"before": steps[0].before})
    return step if step.before != step.after else None


def how(change: Change) -> str:
    """Returns what changed: "our note added"."""
    done = "changed" if change.before and change.after else "added" if change.after else "removed"
    key = (change.field or "").partition(".")[0]
    return f"{KEYS.get(key, key.replace('_', ' '))} {done}".strip()


def called(plan: Plan, change: Change) -> str:
    """Returns what a changed record is called: "Activity 2.1", "Odd place: two letters too many"; if it is gone, its id."""
    kind, id_ = KINDS[change.kind], change.record
    if record := addressed(plan, change):
        return name(plan, record) if change.kind in NAMED else f"{kind}: {name(plan, record)}"
    if change.kind == "erratum" and id_ in plan.records.errata:
        return f"{kind}: {plan.records.errata[id_].quote}"
    if change.kind == "contact" and id_ in plan.records.contacts:
        return f"{kind}: {plan.records.contacts[id_].name}"
    return f"{kind} {id_}"
