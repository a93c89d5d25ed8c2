"""A period in which activities are to be done."""

from ..fields import Id, Term, Verbatim, YesNo
from ..record import Record


class Period(Record):
    """Whole years or quarters, both included; a start without an end; or a recurring duty without years."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Verbatim
    """The period as the table prints it."""
    start: Term | None = None
    """The first year or quarter. Leave it out for a duty that comes again and again."""
    end: Term | None = None
    """The last year or quarter. It is the deadline."""
    recurring: YesNo = False
    """Yes for a duty that comes again and again and has no years."""

    @property
    def first_year(self) -> int | None:
        return self.start.first.year if self.start else None

    @property
    def last_year(self) -> int | None:
        return self.end.last.year if self.end else None
