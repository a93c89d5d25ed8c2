"""The table: the groups that activities stand in, and what else they are sorted by."""

from functools import cached_property

from ..records.joins import collected, grouped
from ..records.kinds.activity import Activity
from ..records.kinds.editorial import Situation, Topic
from ..records.kinds.section import Group, Paragraph, Point, Section
from .records import Records
from .runs import Run, runs


class Table:
    """Where each activity, paragraph and point stands, and what leads to it."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def section(self) -> Section:
        """The section that holds the table of activities and the Notes."""
        return next(section for section in self.records.sections.values() if section.groups)

    @cached_property
    def by_group(self) -> dict[str, list[Activity]]:
        """The activities of each group of the table, by its number."""
        return grouped(self.records.activities.values(), lambda activity: activity.group)

    def in_group(self, group: Group) -> list[Activity]:
        """Returns the activities of a group of the table."""
        return self.by_group[group.number]

    @cached_property
    def runs(self) -> list[Run]:
        """The runs of groups by which the lists of all activities are split; none in a plan that is not large."""
        return runs(self.records.groups.values(), self.records.activities.values())

    @cached_property
    def by_topic(self) -> dict[str, list[Activity]]:
        """The activities on each topic, by its id."""
        activities = self.records.activities.values()
        return collected((topic, activity) for activity in activities for topic in activity.topics)

    def on_topic(self, topic: Topic) -> list[Activity]:
        """Returns the activities on a topic."""
        return self.by_topic[topic.id]

    @cached_property
    def situations(self) -> dict[str, list[Situation]]:
        """The everyday questions that lead to each activity or paragraph, by its number."""
        return collected(
            (number, situation)
            for situation in self.records.situations.values()
            for number in (*situation.activities, *situation.paragraphs)
        )

    def situations_of(self, record: Activity | Paragraph) -> list[Situation]:
        """Returns the everyday questions that lead to an activity or a paragraph."""
        return self.situations[record.number]

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The section in which each paragraph and point stands, by its number."""
        found: dict[str, Section] = {}
        for section in self.records.sections.values():
            for paragraph in section.paragraphs:
                found[paragraph.number] = section
                found |= {point.number: section for point in paragraph.points}
        return found

    def section_of(self, record: Paragraph | Point) -> Section:
        """Returns the section in which a paragraph or a point stands."""
        return self.sections[record.number]

    @cached_property
    def by_executors(self) -> dict[str, list[Activity]]:
        """The activities that name exactly the same executive bodies, by those bodies."""
        return grouped(self.records.activities.values(), lambda activity: " ".join(sorted(activity.executors)))

    def same_bodies(self, activity: Activity) -> list[Activity]:
        """Returns the other activities that name exactly the same executive bodies, in any order."""
        return [a for a in self.by_executors[" ".join(sorted(activity.executors))] if a.number != activity.number]
