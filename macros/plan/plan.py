"""The plan as linked records, and the questions that pages ask of it. It knows no site generator."""

from collections.abc import Iterable
from functools import cached_property

from ..proof import alignment as proof
from ..proof.mentions import Mention, find_mentions, official_texts
from ..records.joins import collected, grouped
from ..records.kinds.activity import Activity, Agency, Section
from ..records.kinds.editorial import Situation
from ..records.record import Record
from .claims import Claims
from .runs import Run, runs


class Plan(Claims):
    """The records and all joins between them. A join is made when it is first asked for."""

    @cached_property
    def in_group(self) -> dict[str, list[Activity]]:
        """The activities of each group of the table, by its number."""
        return grouped(self.activities.values(), lambda activity: activity.group)

    @cached_property
    def runs(self) -> list[Run]:
        """The runs of groups by which the lists of all activities are split; none in a plan that is not large."""
        return runs(self.groups.values(), self.activities.values())

    def bodies_of(self, activities: Iterable[Activity]) -> list[Agency]:
        """Returns the bodies that have a duty in some of these activities, in the order of their file."""
        named = {duty.agency.id for activity in activities for duty in self.duties_for[activity.number]}
        return [agency for agency in self.agencies.values() if agency.id in named]

    @cached_property
    def on_topic(self) -> dict[str, list[Activity]]:
        """The activities on each topic, by its id."""
        return collected((topic, activity) for activity in self.activities.values() for topic in activity.topics)

    @cached_property
    def situations_of(self) -> dict[str, list[Situation]]:
        """The everyday questions that lead to each activity or paragraph, by its number."""
        return collected(
            (number, situation)
            for situation in self.situations.values()
            for number in (*situation.activities, *situation.paragraphs)
        )

    @cached_property
    def table_section(self) -> Section:
        """The section that holds the table of activities and the Notes."""
        return next(section for section in self.sections.values() if section.groups)

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section in which each paragraph and point stands, by its number."""
        found: dict[str, Section] = {}
        for section in self.sections.values():
            for paragraph in section.paragraphs:
                found[paragraph.number] = section
                found |= {point.number: section for point in paragraph.points}
        return found

    @cached_property
    def by_executors(self) -> dict[str, list[Activity]]:
        """The activities that name exactly the same executive bodies, by those bodies."""
        return grouped(self.activities.values(), lambda activity: " ".join(sorted(activity.executors)))

    def same_bodies(self, activity: Activity) -> list[Activity]:
        """Returns the other activities that name exactly the same executive bodies, in any order."""
        return [a for a in self.by_executors[" ".join(sorted(activity.executors))] if a.number != activity.number]

    @cached_property
    def alignment(self) -> proof.Alignment:
        """The order and the plan, put together again from the records and held against the source."""
        pieces = proof.pieces(self.decree, self.sections, self.in_group, self.recommendations)
        return proof.align(list(pieces), self.folder, self.source)

    def lines(self, record: Record, key: str = "text") -> proof.Lines:
        """Returns the lines of the source copy that print the value of `key`."""
        return self.alignment.lines[record.at(key)]

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Where the source prints a name of each body, by its id."""
        texts = official_texts(self.decree, self.sections, self.activities, self.recommendations)
        return find_mentions(texts, self.agencies)

    def printed_names(self, agency: Agency) -> list[tuple[str, list[Mention]]]:
        """Returns each form in which the source prints the name of a body, with the places."""
        return list(grouped(self.mentions[agency.id], lambda mention: mention.printed).items())

    @cached_property
    def later_names(self) -> list[Agency]:
        """The bodies that the source calls by a name younger than the order."""
        signed = self.decree.date_document
        return [a for a in self.agencies.values() if any(n.from_ and n.from_ > signed for n in a.names)]
