"""The concordance: which activities carry out which paragraphs, and the gaps both ways."""

from dataclasses import dataclass
from functools import cached_property

from ..records.joins import grouped
from ..records.kinds.activity import Activity, Group, Paragraph, Section
from ..records.kinds.vocabulary import Match
from .deadlines import Calendar


@dataclass(frozen=True)
class Answer:
    """An activity that carries out a paragraph, and how near their words are."""

    activity: Activity
    paragraph: Paragraph
    match: Match


class Concordance(Calendar):
    """The records, and the joins between the text of the plan and its table."""

    @cached_property
    def answers(self) -> list[Answer]:
        """Every link between an activity and a paragraph that it carries out."""
        return [
            Answer(activity, self.paragraphs[provision.paragraph], self.matches[provision.how])
            for activity in self.activities.values()
            for provision in activity.provisions
        ]

    @cached_property
    def answers_to(self) -> dict[str, list[Answer]]:
        """The activities that carry out each paragraph, by the paragraph's number."""
        return grouped(self.answers, lambda answer: answer.paragraph.number)

    @cached_property
    def answers_of(self) -> dict[str, list[Answer]]:
        """The paragraphs that each activity carries out, by the activity's number."""
        return grouped(self.answers, lambda answer: answer.activity.number)

    @cached_property
    def groups_of(self) -> dict[str, list[Group]]:
        """The groups of the table that list the measures of each section, by the section's number."""
        return grouped(self.groups.values(), lambda group: group.section)

    @cached_property
    def answerable(self) -> list[Section]:
        """The sections whose measures the table lists."""
        return [section for section in self.sections.values() if section.number in self.groups_of]

    @cached_property
    def answerable_paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the sections whose measures the table lists."""
        return [paragraph for section in self.answerable for paragraph in section.paragraphs]

    @cached_property
    def unanswered(self) -> list[Paragraph]:
        """The paragraphs, in sections whose measures the table lists, that no activity carries out."""
        return [paragraph for paragraph in self.answerable_paragraphs if not self.answers_to[paragraph.number]]

    @cached_property
    def standing_alone(self) -> list[Activity]:
        """The activities that carry out no paragraph."""
        return [activity for number, activity in self.activities.items() if not self.answers_of[number]]

    def same_paragraph(self, activity: Activity) -> list[Activity]:
        """Returns the other activities that carry out a paragraph of this one."""
        paragraphs = [answer.paragraph.number for answer in self.answers_of[activity.number]]
        found = {answer.activity.number: answer.activity for n in paragraphs for answer in self.answers_to[n]}
        return [other for other in found.values() if other.number != activity.number]
