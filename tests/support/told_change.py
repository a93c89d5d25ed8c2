"""A change of the data, as data/changes.yml tells it."""

from macros.records.kinds.change import Change

TODAY = "2999-01-02"  # later than any change of our own


def made(kind: str, record: str, field: str | None, before: str | None, after: str | None) -> Change:
    given = {"date": TODAY, "kind": kind, "record": record, "field": field, "before": before, "after": after}
    return Change.model_validate(given)
