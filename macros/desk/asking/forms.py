"""The questions on each kind of record that stands in a list of its own."""

import re
from collections.abc import Callable

from ...proof.cells import connecting, longest_name
from ...reading.data import Value
from ...reading.numbers import PRINTED_ITEM
from ...records.kinds.agency import Agency
from ...records.kinds.editorial import Erratum, Situation, Topic
from ...records.kinds.period import Period
from ...records.kinds.recommendation import Recommendation
from .form import Form
from .known import Known, next_number, slug
from .printed import ask_source, printed_in

Row = dict[str, Value]


def agency(known: Known) -> Row:
    """Asks about a body."""
    form = Form(known, Agency)
    owners = {str(name).casefold(): str(row.get("id")) for row in known.typed("agencies") for name in names(row)}

    def free(name: str) -> str:
        if owner := owners.get(name.casefold()):
            raise ValueError(f"'{owner}' has the name “{name}” too; one name, one body")
        return name

    name = form.text("name", "The name that the pages show?", check=free)
    taken = known.keys["agency"]
    form.key("id", "Its id? It is the address of the page and never changes.", taken, slug(name, taken))
    form.text("summary", "What does it do in the plan, in one or two plain sentences?", optional=True)
    form.choice("kind", f"What kind of body? One of: {', '.join(known.keys['kind'])}.", "kind")
    form.yes("collective", "Is it a class of bodies that the plan does not list one by one?")
    spellings = form.texts("spellings", "How does the source print the name? Without “the”", ";", name)
    form.texts("aliases", "What else do people type when they look for it?", ";", optional=True)
    unlike = name.casefold() not in [spelling.casefold() for spelling in spellings]
    question = "The name is none of the spellings. Say why, for the note:" if unlike else "A note for the reader?"
    form.text("note", question, optional=not unlike)
    return ordered(form, "id", "name")


def names(row: Row) -> list[Value]:
    """Returns every name that was typed for a body."""
    lists = [value for key in ("spellings", "aliases") if isinstance(value := row.get(key), list)]
    return [row.get("name"), *(name for part in lists for name in part)]


def period(known: Known) -> Row:
    """Asks about an execution period."""
    form = Form(known, Period)
    labels = [str(row.get("label")) for row in known.typed("periods")]

    def new(label: str) -> str:
        if label in labels:
            raise ValueError(f"a period has the label “{label}” already")
        return label

    label = form.text("label", "The period, as the table prints it?", check=new)
    taken = known.keys["period"]
    form.key("id", "Its id?", taken, slug(label, taken))
    years = re.findall(r"[12]\d{3}", label)
    if not years and form.yes("recurring", "Is it a regular duty, without years?"):
        return ordered(form, "id", "label")
    form.text("start", "The first year?", years[0] if years else "")
    form.text("end", "The last year?", years[-1] if years else "", optional=not years)
    return ordered(form, "id", "label")


def topic(known: Known) -> Row:
    """Asks about a topic."""
    form = Form(known, Topic)
    label = form.text("label", "The name of the topic, in everyday words?")
    form.key("id", "Its id? It is the address of the page and never changes.", known.keys["topic"], slug(label))
    form.text("summary", "What is it about, in one plain sentence?")
    form.texts("words", "What else do people type when they look for it?", ";", optional=True)
    return ordered(form, "id", "label")


def situation(known: Known) -> Row:
    """Asks about an everyday question."""
    form = Form(known, Situation)
    question = form.text("question", "The question, as a person would ask it?")
    taken = [str(row.get("id")) for row in known.typed("situations")]
    form.key("id", "Its id? It is part of an address and never changes.", taken, slug(question, taken))
    form.text("text", "What does the plan say about it, in plain words?")
    activities = form.choices("activities", "The numbers of the activities that bear on it", "activity", optional=True)
    form.choices("paragraphs", "The numbers of the paragraphs", "paragraph", optional=bool(activities))
    return ordered(form, "id", "question")


def recommendation(known: Known) -> Row:
    """Asks about a Note under the table."""
    form = Form(known, Recommendation)
    taken = [str(row.get("number")) for row in known.typed("recommendations")]
    form.key("number", "The number of the Note?", taken, next_number(taken))
    text = form.text("text", "Its text, on one line, word for word?")
    form.choice("agency", "The id of the body that it recommends?", "agency", named_first(known, text))
    form.texts("items", "The items that it prints; a range stays a range", ";", "; ".join(PRINTED_ITEM.findall(text)))
    return ordered(form, "number", "agency", "items")


def named_first(known: Known, text: str) -> str:
    """Returns the id of the body with whose name a text begins, or ""."""
    skip = connecting(known.plan.records.vocabulary).match(text)
    start = skip.end() if skip else 0
    found = (id_ for id_, body in known.plan.records.agencies.items() if longest_name(text, start, body.spellings))
    return next(found, "")


def source(known: Known) -> Row:
    """Asks about a document that the site quotes or rests a fact on."""
    return ask_source(known, "", lambda title: slug(title, known.sources()))


def erratum(known: Known) -> Row:
    """Asks about an odd place in the order and the plan."""
    form = Form(known, Erratum)
    quote = printed_in(known.plan.text.copies[known.plan.records.decree.source], str(known.plan.records.source.file))
    form.text("quote", "The odd words, on one line, as the order or the plan prints them?", check=quote)
    oddity = form.text("oddity", "What is odd about them?")
    taken = [str(row.get("id")) for row in known.typed("errata")]
    form.key("id", "Its id?", taken, slug(oddity, taken))
    form.text("handling", "What did we do with them?", "We keep it.")
    return ordered(form, "id")


def ordered(form: Form, *first: str) -> Row:
    """Returns the answers with these keys first: the order of the keys in the files."""
    return {key: form.given[key] for key in dict.fromkeys([*first, *form.given]) if key in form.given}


FORMS: dict[str, Callable[[Known], Row]] = {
    "agency": agency,
    "period": period,
    "topic": topic,
    "situation": situation,
    "recommendation": recommendation,
    "source": source,
    "erratum": erratum,
}
