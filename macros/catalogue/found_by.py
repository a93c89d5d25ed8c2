"""By what words a record is found besides its own: names, questions, topics, and what people call what it prints."""

from functools import lru_cache

from ..plan.claims import Outcome
from ..plan.plan import Plan
from ..plan.statements import Statement
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.section import Paragraph
from ..records.kinds.term import Term

FEW = 12  # texts that print a word of the glossary: more of them tell none from another


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
