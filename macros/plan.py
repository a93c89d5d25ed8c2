"""The plan as linked records, and the questions that pages ask of it. It knows no site generator."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from . import proof
from .editorial import Match, Role, Situation, Source
from .files import open_text
from .joins import grouped
from .mentions import Mention, find_mentions, official_texts
from .models import Activity, Agency, Group, Paragraph, Period, Recommendation, Record, Section
from .numbers import range_of
from .records import Records

REGULAR = "regular"  # the address of the deadline page for duties that recur and have no date


@dataclass(frozen=True)
class Duty:
    """One body in one role for one activity; `recommendation` is the Note that says so, if a Note does."""

    activity: Activity
    agency: Agency
    role: Role
    recommendation: Recommendation | None = None


@dataclass(frozen=True)
class Answer:
    """An activity that carries out a paragraph, and how near their words are."""

    activity: Activity
    paragraph: Paragraph
    match: Match


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


class Plan(Records):
    """The records and the joins between them. A join is made when it is first asked for."""

    @cached_property
    def duties(self) -> list[Duty]:
        """Every body x activity x role, by activity in printed order, then by role, then as printed."""
        found = []
        for activity in self.activities.values():
            for role, ids in (("executive", activity.executors), ("involved", activity.involves)):
                found += [Duty(activity, self.agencies[id_], self.roles[role]) for id_ in ids]
            for note in self.notes_on[activity.number]:
                found.append(Duty(activity, self.agencies[note.agency], self.roles["recommended"], note))
        return found

    @cached_property
    def notes_on(self) -> dict[str, list[Recommendation]]:
        """The Notes that recommend a body for each activity, by the activity's number."""
        found: dict[str, list[Recommendation]] = defaultdict(list)
        for note in self.recommendations.values():
            for number in self.expand(note):
                found[number].append(note)
        return found

    def expand(self, note: Recommendation) -> list[str]:
        """Returns the numbers of all activities that a Note names; "13.3.3-13.3.5" gives all three."""
        numbers = list(self.activities)
        ends = [range_of(item) for item in note.items]
        return [n for first, last in ends for n in numbers[numbers.index(first) : numbers.index(last) + 1]]

    @cached_property
    def duties_of(self) -> dict[str, list[Duty]]:
        """The duties of each body, by its id."""
        return grouped(self.duties, lambda duty: duty.agency.id)

    @cached_property
    def duties_for(self) -> dict[str, list[Duty]]:
        """The duties that make up each activity, by its number."""
        return grouped(self.duties, lambda duty: duty.activity.number)

    def by_role(self, duties: Iterable[Duty]) -> list[tuple[Role, list[Duty]]]:
        """Returns the duties under each role that has any; roles are never added up."""
        found = grouped(duties, lambda duty: duty.role.id)
        return [(role, found[role.id]) for role in self.roles.values() if role.id in found]

    def by_deadline(self, duties: Iterable[Duty]) -> list[tuple[Deadline, list[Duty]]]:
        """Returns the duties under each deadline that has any, the earliest first and the recurring last."""
        found = grouped(duties, lambda duty: self.deadline_of(duty.activity).id)
        return [(deadline, found[deadline.id]) for deadline in self.deadlines.values() if deadline.id in found]

    def shared_with(self, agency: Agency) -> list[tuple[Agency, int]]:
        """Returns the other bodies named for the same activities, in any role, with the number of activities."""
        mine = {duty.activity.number for duty in self.duties_of[agency.id]}
        pairs = {(duty.agency.id, number) for number in mine for duty in self.duties_for[number]}
        counts = Counter(id_ for id_, _ in pairs if id_ != agency.id)
        return sorted(((self.agencies[id_], n) for id_, n in counts.items()), key=lambda pair: (-pair[1], pair[0].name))

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

    def by_group(self, duties: Iterable[Duty]) -> dict[str, dict[str, list[Duty]]]:
        """Returns the duties by group of the table, and within each by role; both by id."""
        groups = grouped(duties, lambda duty: duty.activity.group)
        return {group: grouped(found, lambda duty: duty.role.id) for group, found in groups.items()}

    def activities_due(self, deadline: Deadline) -> list[Activity]:
        """Returns the activities whose period ends with `deadline`, by period and then in printed order."""
        return [activity for period in deadline.periods for activity in self.in_period[period.id]]

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


def deadline_id(period: Period) -> str:
    return REGULAR if period.end is None else str(period.end)
