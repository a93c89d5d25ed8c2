"""Time: the deadlines and the years of the periods, and the activities in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from .duties import Duties, Duty
from .joins import grouped
from .models import Activity, Agency, Period

REGULAR = "regular"  # the address of the deadline page for duties that recur and have no date


@dataclass(frozen=True)
class Deadline:
    """The end of one or more periods: a last year, or none for recurring duties."""

    id: str
    year: int | None
    periods: list[Period] = field(default_factory=list)


@dataclass(frozen=True)
class Year:
    """A year of the plan: the dated activities that end with it, stay open, have not begun, or are over."""

    year: int
    ending: list[Activity] = field(default_factory=list)
    open: list[Activity] = field(default_factory=list)
    to_come: list[Activity] = field(default_factory=list)
    over: list[Activity] = field(default_factory=list)

    def put(self, activity: Activity, start: int, end: int) -> None:
        """Sorts an activity that runs from the year `start` to the year `end`, both included."""
        if self.year < start:
            self.to_come.append(activity)
        elif self.year > end:
            self.over.append(activity)
        else:
            (self.ending if self.year == end else self.open).append(activity)


class Calendar(Duties):
    """The duties, and the joins between activities, periods, deadlines and years."""

    def by_deadline(self, duties: Iterable[Duty]) -> list[tuple[Deadline, list[Duty]]]:
        """Returns the duties under each deadline that has any, the earliest first and the recurring last."""
        found = grouped(duties, lambda duty: self.deadline_of(duty.activity).id)
        return [(deadline, found[deadline.id]) for deadline in self.deadlines.values() if deadline.id in found]

    @cached_property
    def deadlines(self) -> dict[str, Deadline]:
        """The last years of the periods, in order, and the recurring duties last."""
        found: dict[str, Deadline] = {}
        for period in sorted(self.periods.values(), key=lambda p: (p.end is None, p.end or 0, p.start or 0)):
            id_ = deadline_id(period)
            found.setdefault(id_, Deadline(id_, period.end)).periods.append(period)
        return found

    def deadline_of(self, activity: Activity) -> Deadline:
        return self.deadlines[deadline_id(self.periods[activity.period])]

    @cached_property
    def busiest(self) -> int:
        """The number of activities of the deadline that has the most: the full length of a bar on the home page."""
        return max((len(self.activities_due(deadline)) for deadline in self.deadlines.values()), default=1)

    def busiest_of(self, agency: Agency) -> tuple[int, int]:
        """Returns the most duties that a body has, in one role, in one group and at one deadline: its longest bars."""
        roles = [duties for _, duties in self.by_role(self.duties_of[agency.id])]
        in_group = [len(found) for duties in roles for found in grouped(duties, lambda d: d.activity.group).values()]
        at_once = [len(due) for duties in roles for _, due in self.by_deadline(duties)]
        return max(in_group, default=1), max(at_once, default=1)

    @cached_property
    def in_period(self) -> dict[str, list[Activity]]:
        """The activities of each period, by its id."""
        return grouped(self.activities.values(), lambda activity: activity.period)

    @cached_property
    def years(self) -> dict[int, Year]:
        """Every year from the first to the last of the dated periods, with its activities."""
        dated = [(p.start, p.end, p.id) for p in self.periods.values() if p.start and p.end]
        found = {}
        for year in range(min(d[0] for d in dated), max(d[1] for d in dated) + 1) if dated else ():
            found[year] = Year(year)
            for activity in self.activities.values():
                period = self.periods[activity.period]
                if period.start and period.end:
                    found[year].put(activity, period.start, period.end)
        return found

    @cached_property
    def undated(self) -> list[Activity]:
        """The activities whose period has no year, in printed order."""
        return [activity for activity in self.activities.values() if self.periods[activity.period].end is None]

    def activities_due(self, deadline: Deadline) -> list[Activity]:
        """Returns the activities whose period ends with `deadline`, by period and then in printed order."""
        return [activity for period in deadline.periods for activity in self.in_period[period.id]]


def deadline_id(period: Period) -> str:
    return REGULAR if period.end is None else str(period.end)
