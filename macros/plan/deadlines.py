"""Time: the deadlines and the years of the periods, and the activities in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..reading.dates import Span
from ..records.joins import grouped
from ..records.kinds.activity import Activity
from ..records.kinds.period import Period
from .duties import Duties, Duty
from .records import Records

REGULAR = "regular"  # the address of the deadline page for duties that recur and have no date


@dataclass(frozen=True)
class Deadline:
    """The end of one or more periods: a year or a quarter, or none for duties that recur or go on without an end."""

    id: str
    end: Span | None
    periods: list[Period] = field(default_factory=list)

    @property
    def year(self) -> int | None:
        return self.end.last.year if self.end else None

    @property
    def name(self) -> str:
        """The deadline in words: "By the end of 2030", "Regular, no date", "From 2030 on, no end"."""
        first = self.periods[0]
        if self.end:
            return f"By the end of {self.end}"
        return (
            f"From {first.start} on, no end" if first.start else f"{first.label[:1].upper()}{first.label[1:]}, no date"
        )


@dataclass(frozen=True)
class Year:
    """A year of the plan: the dated activities that end with it, stay open, have not begun, or are over."""

    year: int
    ending: list[Activity] = field(default_factory=list)
    open: list[Activity] = field(default_factory=list)
    to_come: list[Activity] = field(default_factory=list)
    over: list[Activity] = field(default_factory=list)

    @property
    def all(self) -> list[Activity]:
        """All of them."""
        return self.ending + self.open + self.to_come + self.over

    def put(self, activity: Activity, first: int, last: int | None) -> None:
        """Sorts an activity that runs from the year `first` to the year `last`, both included, or without an end."""
        if self.year < first:
            self.to_come.append(activity)
        elif last is not None and self.year > last:
            self.over.append(activity)
        else:
            (self.ending if self.year == last else self.open).append(activity)


class Deadlines:
    """By when: the joins between activities, periods, deadlines and years."""

    def __init__(self, records: Records, duties: Duties) -> None:
        self.records, self.duties = records, duties

    @cached_property
    def all(self) -> dict[str, Deadline]:
        """The ends of the periods, in order; then those without an end, and the recurring duties last."""
        found: dict[str, Deadline] = {}
        for period in sorted(self.records.periods.values(), key=order):
            id_ = deadline_id(period)
            found.setdefault(id_, Deadline(id_, period.end)).periods.append(period)
        return found

    @cached_property
    def by_period(self) -> dict[str, list[Activity]]:
        """The activities of each period, by its id."""
        return grouped(self.records.activities.values(), lambda activity: activity.period)

    def of(self, activity: Activity) -> Deadline:
        """Returns the deadline of an activity."""
        return self.all[deadline_id(self.records.periods[activity.period])]

    def in_period(self, period: Period) -> list[Activity]:
        """Returns the activities of a period, in printed order."""
        return self.by_period[period.id]

    def due(self, deadline: Deadline) -> list[Activity]:
        """Returns the activities whose period ends with `deadline`, by period and then in printed order."""
        return [activity for period in deadline.periods for activity in self.in_period(period)]

    def split(self, duties: Iterable[Duty]) -> list[tuple[Deadline, list[Duty]]]:
        """Returns the duties under each deadline that has any, the earliest first and the recurring last."""
        found = grouped(duties, lambda duty: self.of(duty.activity).id)
        return [(deadline, found[deadline.id]) for deadline in self.all.values() if deadline.id in found]

    @cached_property
    def busiest(self) -> int:
        """The number of activities of the deadline that has the most: the full length of a bar on the home page."""
        return max((len(self.due(deadline)) for deadline in self.all.values()), default=1)

    @cached_property
    def years(self) -> dict[int, Year]:
        """Every year from the first to the last that a period names, with its activities."""
        periods = self.records.periods
        named = [term for period in periods.values() for term in (period.start, period.end) if term]
        first, last = min((t.first.year for t in named), default=1), max((t.last.year for t in named), default=0)
        found = {year: Year(year) for year in range(first, last + 1)}
        for activity in self.records.activities.values():
            period = periods[activity.period]
            if period.first_year:
                for year in found.values():
                    year.put(activity, period.first_year, period.last_year)
        return found

    @cached_property
    def undated(self) -> list[Activity]:
        """The activities whose period has no end, in printed order."""
        periods = self.records.periods
        return [activity for activity in self.records.activities.values() if periods[activity.period].end is None]

    def with_years(self, activities: Iterable[Activity]) -> list[Activity]:
        """Returns those of the activities whose period begins in a year."""
        return [activity for activity in activities if self.records.periods[activity.period].start]

    def without_years(self, activities: Iterable[Activity]) -> list[Activity]:
        """Returns those of the activities for which the plan prints no year."""
        return [activity for activity in activities if not self.records.periods[activity.period].start]


def order(period: Period) -> tuple[bool, bool, date, date]:
    """Sorts periods by their ends; those without an end come after, and those without any year last."""
    last = period.end.last if period.end else date.max
    return period.end is None, period.start is None, last, period.start.first if period.start else date.max


def deadline_id(period: Period) -> str:
    """Returns the address of the deadline of a period, in its folder: 2030, 2030-q3, from-2030 or regular."""
    if period.end:
        return period.end.edtf.lower()
    return f"from-{period.start.edtf.lower()}" if period.start else REGULAR
