"""Rules on words: those of the glossary are met, those that people type lead on, one wording stands for one thing."""

import re
from collections.abc import Iterator

from ..plan.plan import Plan
from ..reading.faults import Finding, Place
from ..reading.shapes import TEXT, marks
from ..records.kinds.term import Term
from ..records.record import Record

QUOTED = re.compile("“[^”]*”")
NOT_OURS = {
    "also",
    "aliases",
    "words",
    "texts",
    "avoid",
    "title",
    "publisher",
}  # what people type, what documents are called


def terms_are_explained(plan: Plan) -> Iterator[Finding]:
    """A word has a meaning of its own, or leads on to one that has; none leads back to itself."""
    terms = plan.records.terms
    for term in terms.values():
        if (term.text is None) == (term.see is None):
            yield term.at(), f"'{term.id}' needs one of 'text' and 'see'"
        seen, at = {term.id}, term
        while at.see:
            if at.see in seen:
                yield term.at("see"), f"'{term.id}' leads back to itself; write 'text' in one of them"
                break
            seen.add(at.see)
            at = terms[at.see]


def terms_are_used(plan: Plan) -> Iterator[Finding]:
    """What a word says to be printed stands in the order or the plan, and each word stands on some page."""
    order = plan.text.copies.get(plan.records.decree.source)
    texts = [text for record, _, text in our_texts(plan) if not isinstance(record, Term)]
    texts += [fact.quote for report in plan.records.reports.values() for fact in report.all_facts]
    read = " ".join(texts).casefold()
    for term in plan.records.terms.values():
        for n, printed in enumerate(term.printed):
            if order and not order.find(printed):
                yield term.at("printed", n), f"the order and the plan do not print “{printed}”; type it as printed"
        met = term.printed or any(stands(name, read) for name in (term.term, *term.also))
        if not met and plan.records.reports:  # without the report, words of it may wait for the next
            yield term.at("id"), f"no page uses '{term.term}'; remove it, or use it"


def one_wording_for_one_thing(plan: Plan) -> Iterator[Finding]:
    """Our texts do not use a wording that the glossary sets aside; words in quotes are not ours."""
    found = [(wording, term) for term in plan.records.terms.values() for wording in term.avoid]
    if not found:
        return
    instead = {wording.casefold(): term for wording, term in found}
    pattern = re.compile(rf"(?<!\w)({'|'.join(re.escape(wording) for wording, _ in found)})(?!\w)", re.IGNORECASE)
    for record, place, text in our_texts(plan):
        if not isinstance(record, Term):
            for match in pattern.finditer(QUOTED.sub("", text)):
                term = instead[match[0].casefold()]
                yield place, f"“{match[0]}” stands here; write “{term.term}”, as the glossary has it ('{term.id}')"


def wordings_lead_on(plan: Plan) -> Iterator[Finding]:
    """What people type leads to Help, or to words of our pages."""
    for wording in plan.records.wordings.values():
        if not (wording.help or wording.asks):
            yield wording.at(), f"'{wording.id}' leads nowhere; add 'asks' with words of our pages, or 'help: yes'"


def our_texts(plan: Plan) -> Iterator[tuple[Record, Place, str]]:
    """Yields every text of ours: the record, the place, the words."""
    for records in plan.records.all.values():
        for record in records:
            for part in record.parts():
                yield from texts_in(part)


def texts_in(record: Record) -> Iterator[tuple[Record, Place, str]]:
    """Yields the texts of ours in the fields of one record."""
    for key, field in type(record).model_fields.items():
        if key not in NOT_OURS and TEXT in marks(field):
            value = getattr(record, key)
            for step, text in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if text is not None:
                    yield record, record.at(key) if step is None else record.at(key, step), text


def stands(word: str, text: str) -> bool:
    """Tells whether a text, in small letters, has a word, alone or in the plural."""
    return re.search(rf"(?<!\w){re.escape(word.casefold())}s?(?!\w)", text) is not None
