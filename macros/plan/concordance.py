"""The concordance: which activities correspond to which paragraphs, and the gaps both ways."""

from dataclasses import dataclass
from functools import cached_property

from ..records.joins import grouped
from ..records.kinds.activity import Activity
from ..records.kinds.section import Group, Paragraph, Section
from ..records.kinds.vocabulary import Match
from .records import Records


@dataclass(frozen=True)
class Answer:
    """An activity that corresponds to a paragraph, and how near their words are."""

    activity: Activity
    paragraph: Paragraph
    match: Match


class Concordance:
    """The joins between the text of the plan and its table."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def all(self) -> list[Answer]:
        """Every link between an activity and a paragraph that it corresponds to."""
        paragraphs, matches = self.records.paragraphs, self.records.matches
        return [
            Answer(activity, paragraphs[provision.paragraph], matches[provision.how])
            for activity in self.records.activities.values()
            for provision in activity.provisions
        ]

    @cached_property
    def by_paragraph(self) -> dict[str, list[Answer]]:
        """The links of each paragraph, by its number."""
        return grouped(self.all, lambda answer: answer.paragraph.number)

    @cached_property
    def by_activity(self) -> dict[str, list[Answer]]:
        """The links of each activity, by its number."""
        return grouped(self.all, lambda answer: answer.activity.number)

    @cached_property
    def by_section(self) -> dict[str, list[Group]]:
        """The groups of the table that list the measures of each section, by the section's number."""
        return grouped(self.records.groups.values(), lambda group: group.section)

    def to(self, paragraph: Paragraph) -> list[Answer]:
        """Returns the activities that correspond to a paragraph."""
        return self.by_paragraph[paragraph.number]

    def of(self, activity: Activity) -> list[Answer]:
        """Returns the paragraphs that an activity corresponds to."""
        return self.by_activity[activity.number]

    def groups_of(self, section: Section) -> list[Group]:
        """Returns the groups of the table that list the measures of a section."""
        return self.by_section[section.number]

    @cached_property
    def sections(self) -> list[Section]:
        """The sections whose measures the table lists."""
        return [section for section in self.records.sections.values() if self.groups_of(section)]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the sections whose measures the table lists."""
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    @cached_property
    def unanswered(self) -> list[Paragraph]:
        """The paragraphs, in sections whose measures the table lists, that no activity corresponds to."""
        return [paragraph for paragraph in self.paragraphs if not self.to(paragraph)]

    @cached_property
    def standing_alone(self) -> list[Activity]:
        """The activities that correspond to no paragraph."""
        return [activity for activity in self.records.activities.values() if not self.of(activity)]

    def same_paragraph(self, activity: Activity) -> list[Activity]:
        """Returns the other activities that correspond to a paragraph of this one."""
        paragraphs = [answer.paragraph for answer in self.of(activity)]
        found = {answer.activity.number: answer.activity for p in paragraphs for answer in self.to(p)}
        return [other for other in found.values() if other.number != activity.number]
