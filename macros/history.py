"""The history of the data: what changed, field by field, and when."""

from .fields import Day, Id, Verbatim
from .models import Record


class Change(Record):
    """One change: a field of a record, or the whole record where `field` is missing; `before` and `after` as text."""

    date: Day
    kind: Id
    record: Verbatim
    field: Verbatim | None = None
    before: Verbatim | None = None
    after: Verbatim | None = None
