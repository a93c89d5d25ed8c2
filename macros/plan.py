"""The plan as linked records, and the questions that pages ask of it. It knows no site generator."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from . import proof
from .deadlines import Calendar
from .editorial import Match, Situation, Source
from .files import open_text
from .joins import grouped
from .mentions import Mention, find_mentions, official_texts
from .models import Activity, Agency, Group, Paragraph, Record, Section


@dataclass(frozen=True)
class Answer:
    """An activity that carries out a paragraph, and how near their words are."""

    activity: Activity
    paragraph: Paragraph
    match: Match


class Plan(Calendar):
    """The records and all joins between them. A join is made when it is first asked for."""

    @cached_property
    def in_group(self) -> dict[str, list[Activity]]:
        """The activities of each group of the table, by its number."""
        return grouped(self.activities.values(), lambda activity: activity.group)

    @cached_property
    def on_topic(self) -> dict[str, list[Activity]]:
        """The activities on each topic, by its id."""
        pairs = [(topic, activity) for activity in self.activities.values() for topic in activity.topics]
        found = grouped(pairs, lambda pair: pair[0])
        return defaultdict(list, {topic: [activity for _, activity in rows] for topic, rows in found.items()})

    @cached_property
    def situations_of(self) -> dict[str, list[Situation]]:
        """The everyday questions that lead to each activity or paragraph, by its number."""
        found: dict[str, list[Situation]] = defaultdict(list)
        for situation in self.situations.values():
            for number in (*situation.activities, *situation.paragraphs):
                found[number].append(situation)
        return found

    @cached_property
    def groups_of(self) -> dict[str, list[Group]]:
        """The groups of the table that list the measures of each section, by the section's number."""
        return grouped(self.groups.values(), lambda group: group.section)

    @cached_property
    def table_section(self) -> Section:
        """The section that holds the table of activities and the Notes."""
        return next(section for section in self.sections.values() if section.groups)

    @cached_property
    def answerable(self) -> list[Section]:
        """The sections whose measures the table lists."""
        return [section for section in self.sections.values() if section.number in self.groups_of]

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section in which each paragraph and point stands, by its number."""
        found: dict[str, Section] = {}
        for section in self.sections.values():
            for paragraph in section.paragraphs:
                found[paragraph.number] = section
                found |= {point.number: section for point in paragraph.points}
        return found

    def same_paragraph(self, activity: Activity) -> list[Activity]:
        """Returns the other activities that carry out a paragraph of this one."""
        paragraphs = [answer.paragraph.number for answer in self.answers_of[activity.number]]
        found = {answer.activity.number: answer.activity for n in paragraphs for answer in self.answers_to[n]}
        return [other for other in found.values() if other.number != activity.number]

    @cached_property
    def by_executors(self) -> dict[str, list[Activity]]:
        """The activities that name exactly the same executive bodies, by those bodies."""
        return grouped(self.activities.values(), lambda activity: " ".join(sorted(activity.executors)))

    def same_bodies(self, activity: Activity) -> list[Activity]:
        """Returns the other activities that name exactly the same executive bodies, in any order."""
        return [a for a in self.by_executors[" ".join(sorted(activity.executors))] if a.number != activity.number]

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
    def alignment(self) -> proof.Alignment:
        """The order and the plan, put together again from the records and held against the source."""
        pieces = proof.pieces(self.decree, self.sections, self.in_group, self.recommendations)
        return proof.align(list(pieces), self.folder, self.source)

    def copy_of(self, source: Source) -> list[str]:
        """Returns the lines of the copy of a source, in order; the first is line 1."""
        return open_text(self.folder / proof.FOLDER / str(source.file), self.folder).split("\n")

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
