"""The ways of the search: what people type for a thing in their own words, and where it leads."""

from dataclasses import asdict, dataclass
from typing import Any

from ..plan.plan import Plan
from .addresses import address


@dataclass(frozen=True)
class Way:
    """What people type for one thing, what is looked for too, and the pages that come first whatever is found."""

    words: list[str]
    asks: list[str]
    first: list[str]


def ways(plan: Plan) -> list[dict[str, Any]]:
    """Returns the ways as plain values without what is empty, in the order of search.yml."""
    found = [
        Way(said.texts, wording.asks, help_first(plan, said.language) if wording.help else [])
        for wording in plan.records.wordings.values()
        for said in wording.words
    ]
    return [{key: value for key, value in asdict(way).items() if value} for way in found]


def help_first(plan: Plan, language: str) -> list[str]:
    """Returns the page Help in a language, if there is one, and then that in the language of the site."""
    pages = list(plan.records.help.values())
    spoken = [help_ for help_ in pages if help_.id == language]
    return list(dict.fromkeys(address(plan, help_) for help_ in [*spoken, *pages[:1]]))
