"""The position that a new record gets among its neighbours, where the order of the file means something."""

from collections.abc import Callable, Sequence

from ...reading.data import Value
from .known import Known

Row = dict[str, Value]
Position = Callable[[Known, Sequence[Row], Row], int]


def last(known: Known, rows: Sequence[Row], new: Row) -> int:
    """Returns the position after all others."""
    return len(rows)


def in_group(known: Known, rows: Sequence[Row], new: Row) -> int:
    """Returns the position after the last activity of the same group or, where it has none, of those before it."""
    groups = known.keys["group"]
    limit = groups.index(str(new["group"]))
    before = [n for n, row in enumerate(rows) if row.get("group") in groups[: limit + 1]]
    return before[-1] + 1 if before else 0


def among_its_kind(known: Known, rows: Sequence[Row], new: Row) -> int:
    """Returns the position after the last body of the same kind; after all others where it is the first."""
    alike = [n for n, row in enumerate(rows) if row.get("kind") == new["kind"]]
    return alike[-1] + 1 if alike else len(rows)


def by_years(known: Known, rows: Sequence[Row], new: Row) -> int:
    """Returns the position of a period before those that begin or end later; regular duties come after all years."""

    def years(row: Row) -> tuple[bool, str, str]:
        return "start" not in row, str(row.get("start", "")), str(row.get("end", "9999"))

    return next((n for n, row in enumerate(rows) if years(row) > years(new)), len(rows))


POSITIONS: dict[str, Position] = {"activity": in_group, "agency": among_its_kind, "period": by_years}
