"""Splits a list of activities that is too long for one page, by the sections whose measures the groups list."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..records.kinds.activity import Activity
from ..records.kinds.section import Group

MANY = 100  # activities on a page; a table of 3,000 keeps a phone busy for a second and a half
FEW = 60  # in a run of a longer list: as many as make the table of /find/ 11 kB


@dataclass(frozen=True)
class Run:
    """A run of groups, and those of their activities that the list holds."""

    groups: list[Group]
    activities: list[Activity]

    @property
    def id(self) -> str:
        """The last step of the address of its page: "from-4". It says section 4, and is the number of no activity."""
        return f"from-{self.groups[0].section}"

    @property
    def name(self) -> str:
        first, last = self.groups[0].section, self.groups[-1].section
        return f"Section {first}" if first == last else f"Sections {first} to {last}"


def runs(groups: Iterable[Group], activities: Iterable[Activity]) -> list[Run]:
    """Returns the runs of a long list: whole groups, up to `FEW` activities; none for a list of `MANY` or less.

    A group is never parted, so a run may be longer.
    """
    of: dict[str, list[Activity]] = {}
    for activity in activities:
        of.setdefault(activity.group, []).append(activity)
    if sum(map(len, of.values())) <= MANY:
        return []
    found: list[Run] = []
    for group in groups:
        here = of.get(group.number, [])
        if found and len(found[-1].activities) + len(here) <= FEW:
            found[-1].groups.append(group)
            found[-1].activities.extend(here)
        elif here:
            found.append(Run([group], list(here)))
    return found
