"""Rules on the history of the data: in order of time, of kinds that the program knows, with something to tell."""

from collections.abc import Iterator

from ..plan.plan import Plan
from ..reading.dates import day
from ..reading.faults import Finding, Place, suggestion
from ..records.kinds.change import KINDS, Change


def changes_make_sense(plan: Plan) -> Iterator[Finding]:
    """Dates never go backwards; each change has a known kind, and a value. The record that it names may be gone."""
    changes: list[Change] = plan.records.all["changes"]
    if not changes:
        yield Place(f"{plan.records.folder.name}/changes.yml"), "the history has no change; restore the file"
    for before, change in zip([None, *changes], changes, strict=False):
        if before and change.date < before.date:
            message = f"{day(change.date)} stands after {day(before.date)}; put the changes in order of time"
            yield change.at("date"), message
        if change.kind not in KINDS:
            near = suggestion(change.kind, KINDS) or f" Known kinds: {', '.join(KINDS)}."
            yield change.at("kind"), f"no kind of record is called '{change.kind}'.{near}"
        if change.before is None and change.after is None:
            yield change.at(), "a change needs 'before' or 'after', or both"
