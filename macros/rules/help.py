"""The rule on the languages of Help: each says what the others say."""

from collections.abc import Iterator

from ..plan.plan import Plan
from ..reading.faults import Finding, Place
from ..records.record import Record

APART = ("words", "contacts")  # the lists that are as long as they need to be


def every_language_says_all(plan: Plan) -> Iterator[Finding]:
    """Help speaks of every contact in each language, and has there the sentences of the first one."""
    languages = list(plan.records.help.values())
    if not languages:
        yield Place(f"{plan.records.folder.name}/help.yml"), "no page links to Help now; add a record"
    for help_ in languages:
        said = {words.id: words for words in help_.contacts}
        for id_ in plan.records.contacts:
            if id_ not in said:
                yield help_.at("contacts"), f"'{help_.id}' does not speak of '{id_}'; add '- id: {id_}' with its words"
        yield from fewer(languages[0], help_, languages[0].id)
        for words in languages[0].contacts:
            if words.id in said:
                yield from fewer(words, said[words.id], languages[0].id)


def fewer(first: Record, other: Record, language: str) -> Iterator[Finding]:
    """Yields each list of sentences that is not as long as that of the first language."""
    for key in type(other).model_fields:
        here, there = getattr(other, key), getattr(first, key)
        if isinstance(here, list) and key not in APART and len(here) != len(there):
            advice = f"say here what the {len(there)} of '{language}' say, one for one"
            yield other.at(key), f"'{key}' has {len(here)} sentences; {advice}"
