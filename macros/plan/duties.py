"""Duties: who does what, in which role, and with whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..reading.numbers import range_of
from ..records.joins import collected, grouped
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.vocabulary import Role
from .records import Records


@dataclass(frozen=True)
class Duty:
    """One body in one role for one activity; `recommendation` is the Note that says so, if a Note does."""

    activity: Activity
    agency: Agency
    role: Role
    recommendation: Recommendation | None = None


class Duties:
    """Who does what: the joins between activities, bodies, roles and Notes."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def all(self) -> list[Duty]:
        """Every body x activity x role, by activity in printed order, then by role, then as printed."""
        agencies, roles = self.records.agencies, self.records.roles
        found = []
        for activity in self.records.activities.values():
            for role, ids in (("executive", activity.executors), ("involved", activity.involves)):
                found += [Duty(activity, agencies[id_], roles[role]) for id_ in ids]
            for note in self.notes_on(activity):
                found.append(Duty(activity, agencies[note.agency], roles["recommended"], note))
        return found

    @cached_property
    def by_agency(self) -> dict[str, list[Duty]]:
        """The duties of each body, by its id."""
        return grouped(self.all, lambda duty: duty.agency.id)

    @cached_property
    def by_activity(self) -> dict[str, list[Duty]]:
        """The duties that make up each activity, by its number."""
        return grouped(self.all, lambda duty: duty.activity.number)

    @cached_property
    def notes(self) -> dict[str, list[Recommendation]]:
        """The Notes that recommend a body for each activity, by the activity's number."""
        return collected(
            (number, note) for note in self.records.recommendations.values() for number in self.expand(note)
        )

    def of(self, agency: Agency) -> list[Duty]:
        """Returns the duties of a body, in printed order."""
        return self.by_agency[agency.id]

    def on(self, activity: Activity) -> list[Duty]:
        """Returns the duties that make up an activity, by role."""
        return self.by_activity[activity.number]

    def notes_on(self, activity: Activity) -> list[Recommendation]:
        """Returns the Notes that recommend a body for an activity."""
        return self.notes[activity.number]

    def expand(self, note: Recommendation) -> list[str]:
        """Returns the numbers of all activities that a Note names; "3.3-3.5" gives all three."""
        numbers = list(self.records.activities)
        ends = [range_of(item) for item in note.items]
        return [n for first, last in ends for n in numbers[numbers.index(first) : numbers.index(last) + 1]]

    def by_role(self, duties: Iterable[Duty]) -> list[tuple[Role, list[Duty]]]:
        """Returns the duties under each role that has any; roles are never added up."""
        found = grouped(duties, lambda duty: duty.role.id)
        return [(role, found[role.id]) for role in self.records.roles.values() if role.id in found]

    def by_group(self, duties: Iterable[Duty]) -> dict[str, dict[str, list[Duty]]]:
        """Returns the duties by group of the table, and within each by role; both by id."""
        groups = grouped(duties, lambda duty: duty.activity.group)
        return {group: grouped(found, lambda duty: duty.role.id) for group, found in groups.items()}

    def shared_with(self, agency: Agency) -> list[tuple[Agency, int]]:
        """Returns the other bodies named for the same activities, in any role, with the number of activities."""
        mine = {duty.activity.number for duty in self.of(agency)}
        pairs = {(duty.agency.id, number) for number in mine for duty in self.by_activity[number]}
        counts = Counter(id_ for id_, _ in pairs if id_ != agency.id)
        return sorted(
            ((self.records.agencies[id_], n) for id_, n in counts.items()), key=lambda pair: (-pair[1], pair[0].name)
        )

    @cached_property
    def named_alone(self) -> list[Activity]:
        """The activities for which the table names one body only, and no class of bodies."""
        return [
            activity
            for activity in self.records.activities.values()
            if [self.records.agencies[id_].collective for id_ in activity.executors] == [False]
            and not activity.involves
        ]

    @cached_property
    def classes_only(self) -> list[Activity]:
        """The activities whose executive bodies are classes: the plan names no institution."""
        return [
            a
            for a in self.records.activities.values()
            if all(self.records.agencies[id_].collective for id_ in a.executors)
        ]

    def bodies_in(self, activities: Iterable[Activity]) -> list[Agency]:
        """Returns the bodies that have a duty in some of these activities, in the order of their file."""
        named = {duty.agency.id for activity in activities for duty in self.on(activity)}
        return [agency for agency in self.records.agencies.values() if agency.id in named]
