"""The search index: one short entry for each thing a reader may look for, with the words that people use for it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from ..plan.deadlines import Deadline
from ..plan.plan import Plan
from ..records.kinds.section import Section
from .addresses import Addressed, address
from .found_by import activity_words, counted, figure_words, names_of, other_words


@dataclass(frozen=True)
class Entry:
    """One result: where it leads, what it is, its name, a plain sentence, other words for it, the plan’s words, the
    bodies that the plan names in it, and its language where there are several.
    """

    address: str
    kind: str
    number: str
    title: str
    summary: str = ""
    words: list[str] = field(default_factory=list)
    text: str = ""
    bodies: list[str] = field(default_factory=list)
    language: str = ""


def index(plan: Plan) -> list[dict[str, Any]]:
    """Returns the entries as plain values without the empty ones, in the order of the plan."""
    return [{key: value for key, value in asdict(entry).items() if value} for entry in entries(plan)]


def entries(plan: Plan) -> Iterator[Entry]:
    """Yields an entry for each record that has a page or an anchor of its own, in the order of the plan."""
    yield from of_text(plan)
    yield from of_table(plan)
    yield from of_times(plan)
    yield from of_reports(plan)
    yield from of_editors(plan)


def of_text(plan: Plan) -> Iterator[Entry]:
    """Yields the entries of the order, and of the sections, paragraphs and points of the plan."""
    decree = plan.records.decree
    yield entry(plan, decree, "Order", decree.id_local, f"Order No {decree.id_local}", decree.title)
    for section in plan.records.sections.values():
        yield entry(plan, section, "Section", section.number, section_title(section), *section_words(section))
        for paragraph in section.paragraphs:
            words, title = other_words(plan, paragraph), f"Paragraph {paragraph.number}"
            yield entry(plan, paragraph, "Paragraph", paragraph.number, title, "", words, paragraph.text)
            for point in paragraph.points:
                yield entry(plan, point, "Point", point.number, f"Point {point.number}", "", [], point.text)


def of_table(plan: Plan) -> Iterator[Entry]:
    """Yields the entries of groups, activities and bodies."""
    for group in plan.records.groups.values():
        yield entry(plan, group, "Group", group.number, f"Group {group.number}: {group.heading}", group.summary or "")
    for activity in plan.records.activities.values():
        title = f"Activity {activity.number}"
        yield entry(plan, activity, "Activity", activity.number, title, *activity_words(plan, activity))
    for agency in plan.records.agencies.values():
        yield entry(plan, agency, "Agency", "", agency.name, agency.summary or "", names_of(agency))


def of_times(plan: Plan) -> Iterator[Entry]:
    """Yields the entries of deadlines and years, and of the Notes and topics that run across the table."""
    for deadline in plan.deadlines.all.values():
        words = ["due", "by when", "year", "until"]
        yield entry(plan, deadline, "Deadline", deadline.id, deadline_title(deadline), "", words)
    for year in plan.deadlines.years.values():
        yield entry(plan, year, "Year", "", f"The plan in {year.year}", "", ["open", "ending", "timeline"])
    for note in plan.records.recommendations.values():
        body = plan.records.agencies[note.agency].name
        yield entry(plan, note, "Note", "", f"Note {note.number}", "", [], note.text, [body])
    for topic in plan.records.topics.values():
        yield entry(plan, topic, "Topic", "", topic.label, topic.summary, topic.words)


def of_reports(plan: Plan) -> Iterator[Entry]:
    """Yields the entries of reports, and of their statements and claims."""
    for report in plan.records.reports.values():
        title, words = f"Report on {report.year}", ["report", "reports", report.source.title]
        yield entry(plan, report, "Report", report.id, title, report.summary, words)
        for statement in plan.statements.of(report):
            fact, words = statement.fact, figure_words(statement)
            when = f"{fact.date or ''} {statement.timing.label}".strip()
            yield entry(plan, statement, title, "", fact.label, when, words, fact.quote)
        for outcome in plan.claims.outcomes(report):
            kind, verdict = f"Claim of {report.year}", outcome.verdict.label
            yield entry(plan, outcome, kind, "", outcome.claim.question, verdict, counted(outcome))


def of_editors(plan: Plan) -> Iterator[Entry]:
    """Yields the entries of situations, of Help, of the glossary and of related documents."""
    for situation in plan.records.situations.values():
        yield entry(plan, situation, "Situation", "", situation.question, situation.text)
    for help_ in plan.records.help.values():
        made = entry(plan, help_, "Page", "", help_.title, help_.description, help_.words)
        yield replace(made, language=help_.id)
    for term in plan.records.terms.values():
        meaning = term.text or plan.records.terms[term.see or ""].text or ""
        yield entry(plan, term, "Word", "", term.term, meaning, [*term.also, *term.printed])
    for document in plan.records.documents.values():
        title = plan.records.sources[document.source].title
        yield entry(plan, document, "Related document", "", title, document.about, [document.sort])


def entry(plan: Plan, record: Addressed, kind: str, number: str, title: str, *rest: Any) -> Entry:
    return Entry(address(plan, record), kind, number, title, *rest)


def section_title(section: Section) -> str:
    return f"Section {section.number}. {section.heading}"


def section_words(section: Section) -> tuple[str, list[str], str]:
    return section.summary or "", [], section.text or " ".join(section.recitals)


def deadline_title(deadline: Deadline) -> str:
    """Returns the name of a deadline, with the word that people search by."""
    return f"Deadline {deadline.end}: {deadline.name}" if deadline.end else deadline.name
