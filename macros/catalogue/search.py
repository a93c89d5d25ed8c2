"""The search index: one short entry for each thing a reader may look for, with the words that people use for it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from typing import Any

from ..plan.claims import Outcome
from ..plan.deadlines import Deadline
from ..plan.plan import Plan
from ..plan.statements import Statement
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.section import Paragraph, Section
from ..records.kinds.term import Term
from .addresses import Addressed, address

HELP = "help/"
FEW = 12  # texts that print a word of the glossary: more of them tell none from another


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


@dataclass(frozen=True)
class Way:
    """What people type for one thing, what is looked for too, and the pages that come first whatever is found."""

    words: list[str]
    asks: list[str]
    first: list[str]


def index(plan: Plan) -> list[dict[str, Any]]:
    """Returns the entries as plain values without the empty ones, in the order of the plan."""
    return [plain(entry) for entry in entries(plan)]


def ways(plan: Plan) -> list[dict[str, Any]]:
    """Returns what people type, and where it leads, as plain values."""
    found = [
        Way(said.texts, wording.asks, help_first(plan, said.language) if wording.help else [])
        for wording in plan.records.wordings.values()
        for said in wording.words
    ]
    return [plain(way) for way in found]


def help_first(plan: Plan, language: str) -> list[str]:
    """Returns the page Help in a language, if there is one, and then that in the language of the site."""
    spoken = [address(plan, help_) for id_, help_ in plan.records.help.items() if id_ == language]
    return list(dict.fromkeys([*spoken, HELP]))


def plain(thing: Entry | Way) -> dict[str, Any]:
    return {key: value for key, value in asdict(thing).items() if value}


def entries(plan: Plan) -> Iterator[Entry]:  # noqa: C901 - one loop for each kind of record
    """Yields an entry for each record that has a page or an anchor of its own."""

    def entry(record: Addressed, kind: str, number: str, title: str, *rest: Any) -> Entry:
        return Entry(address(plan, record), kind, number, title, *rest)

    yield entry(
        plan.records.decree,
        "Order",
        plan.records.decree.id_local,
        f"Order No {plan.records.decree.id_local}",
        plan.records.decree.title,
    )
    for section in plan.records.sections.values():
        yield entry(section, "Section", section.number, section_title(section), *section_words(section))
        for paragraph in section.paragraphs:
            words = other_words(plan, paragraph)
            yield entry(
                paragraph, "Paragraph", paragraph.number, f"Paragraph {paragraph.number}", "", words, paragraph.text
            )
            for point in paragraph.points:
                yield entry(point, "Point", point.number, f"Point {point.number}", "", [], point.text)
    for group in plan.records.groups.values():
        yield entry(group, "Group", group.number, f"Group {group.number}: {group.heading}", group.summary or "")
    for activity in plan.records.activities.values():
        yield entry(
            activity, "Activity", activity.number, f"Activity {activity.number}", *activity_words(plan, activity)
        )
    for agency in plan.records.agencies.values():
        yield entry(agency, "Agency", "", agency.name, agency.summary or "", names_of(agency))
    for deadline in plan.deadlines.all.values():
        yield entry(
            deadline, "Deadline", deadline.id, deadline_title(deadline), "", ["due", "by when", "year", "until"]
        )
    for year in plan.deadlines.years.values():
        yield entry(year, "Year", "", f"The plan in {year.year}", "", ["open", "ending", "timeline"])
    for note in plan.records.recommendations.values():
        yield entry(
            note, "Note", "", f"Note {note.number}", "", [], note.text, [plan.records.agencies[note.agency].name]
        )
    for topic in plan.records.topics.values():
        yield entry(topic, "Topic", "", topic.label, topic.summary, topic.words)
    for report in plan.records.reports.values():
        title = f"Report on {report.year}"
        yield entry(report, "Report", report.id, title, report.summary, ["report", "reports", report.source.title])
        for statement in plan.statements.of(report):
            when = f"{statement.fact.date or ''} {statement.timing.label}".strip()
            yield entry(statement, title, "", statement.fact.label, when, figure_words(statement), statement.fact.quote)
        for outcome in plan.claims.outcomes(report):
            yield entry(
                outcome, f"Claim of {report.year}", "", outcome.claim.question, outcome.verdict.label, counted(outcome)
            )
    for situation in plan.records.situations.values():
        yield entry(situation, "Situation", "", situation.question, situation.text)
    for help_ in plan.records.help.values():
        yield replace(entry(help_, "Page", "", help_.title, help_.description, help_.words), language=help_.id)
    for term in plan.records.terms.values():
        meaning = term.text or plan.records.terms[term.see or ""].text or ""
        yield entry(term, "Word", "", term.term, meaning, [*term.also, *term.printed])
    for document in plan.records.documents.values():
        title = plan.records.sources[document.source].title
        yield entry(document, "Related document", "", title, document.about, [document.sort])


def section_title(section: Section) -> str:
    return f"Section {section.number}. {section.heading}"


def section_words(section: Section) -> tuple[str, list[str], str]:
    return section.summary or "", [], section.text or " ".join(section.recitals)


def deadline_title(deadline: Deadline) -> str:
    """Returns the name of a deadline, with the word that people search by."""
    return f"Deadline {deadline.end}: {deadline.name}" if deadline.end else deadline.name


def activity_words(plan: Plan, activity: Activity) -> tuple[str, list[str], str, list[str]]:
    """Returns the summary; the topics, the questions that lead here and other words; the plan's words; the bodies."""
    topics = [plan.records.topics[id_] for id_ in activity.topics]
    words = [word for topic in topics for word in (topic.label, *topic.words)]
    bodies = [duty.agency.name for duty in plan.duties.on(activity)]
    return activity.summary or "", [*words, *other_words(plan, activity)], activity.text, bodies


def other_words(plan: Plan, record: Activity | Paragraph) -> list[str]:
    """Returns what else leads to a text: the everyday questions, and what people call what it prints."""
    questions = [situation.question for situation in plan.table.situations_of(record)]
    terms = [term for term in rare_terms(plan) if any(printed in record.text for printed in term.printed)]
    return [*questions, *dict.fromkeys(word for term in terms for word in (term.term, *term.also))]


@lru_cache(maxsize=1)  # each text asks
def rare_terms(plan: Plan) -> list[Term]:
    """Returns the words of the glossary that few texts print: the others tell none from another."""
    records = plan.records
    texts = [*(a.text for a in records.activities.values()), *(p.text for p in records.paragraphs.values())]
    terms = records.terms.values()
    return [term for term in terms if sum(any(p in text for p in term.printed) for text in texts) <= FEW]


def names_of(agency: Agency) -> list[str]:
    """Returns every name of a body but the one that pages show: in other words, other years, other languages."""
    others = [name.text for names in (agency.names, agency.names_in) for name in names]
    return list(dict.fromkeys([*agency.aliases, *agency.spellings, *others]))


def counted(outcome: Outcome) -> list[str]:
    """Returns what people type when they look for a sum: the names of what it adds up."""
    return ["add up", "sum", *dict.fromkeys(term.statement.fact.label for term in outcome.terms)]


def figure_words(statement: Statement) -> list[str]:
    return [figure.label for figure in statement.fact.values]
