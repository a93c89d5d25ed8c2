"""Explains the words from what is written under each: its first sentence, an example, what it takes and gives."""

from dataclasses import dataclass
from inspect import getdoc, signature

from markupsafe import Markup

from ...catalogue.named import by_kind
from ...plan.plan import Plan
from ..marks import unmarked
from ..sandbox import Words, rendered


@dataclass(frozen=True)
class Word:
    """A word: its name, what it says, what it takes and gives; an example as it is typed, and what it then says."""

    name: str
    values: list[str]
    meaning: str
    more: str
    example: str
    says: Markup
    is_block: bool


def explained(plan: Plan, words: Words) -> list[Word]:
    """Returns each word with its explanation; an example that needs what the plan has not is left out."""
    known, found = examples(plan), []
    for name, word in words.items():
        meaning, *parts = (getdoc(word) or "").split("\n\n")
        example = filled(next((part.strip() for part in parts if "{{" in part), ""), known)
        more = " ".join(" ".join(part.split()) for part in parts if "{{" not in part)
        says = Markup(unmarked(rendered(example, words)))  # noqa: S704 - words escape what they say
        is_block = example.startswith("{{") and "Gives a block" in more
        found.append(Word(name, list(signature(word).parameters), meaning, more, example, says, is_block))
    return found


def examples(plan: Plan) -> dict[str, str]:
    """Returns an id of each kind, of one body, role and activity that belong together, and of a number of a report."""
    duty = plan.duties.all[0]
    found = {kind: next(iter(records)) for kind, records in by_kind(plan).items() if records}
    found |= {"activity": duty.activity.number, "agency": duty.agency.id, "group": duty.activity.group}
    figures = [id_ for report in plan.records.reports.values() for id_ in report.headlines]
    return found | {"role": duty.role.id} | ({"figure": figures[0]} if figures else {})


def filled(example: str, known: dict[str, str]) -> str:
    """Returns an example with an id of the plan for each {kind}; "" if the plan has none."""
    for kind, id_ in known.items():
        example = example.replace(f'"{{{kind}}}"', f'"{id_}"')
    return "" if '"{' in example else example
