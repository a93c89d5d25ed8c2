"""Rules on words: what we typed, named and linked is what the source prints."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from fractions import Fraction
from textwrap import shorten

from ..plan.plan import Plan
from ..proof import cells
from ..reading.faults import Finding
from ..reading.numbers import PRINTED_ITEM, range_of, sort_key

SAME = Fraction(7, 8)  # of the words: less than that is the same measure in other words
QUOTED = re.compile('[“"][^”“"]*[”“"]')  # the plan closes a name with either mark


def text_is_as_printed(plan: Plan) -> Iterator[Finding]:
    """The order and the plan, put together again, are the source word for word: see proof.py."""
    grouped = all(activity.group in plan.records.groups for activity in plan.records.activities.values())
    if grouped and plan.records.decree.source in plan.records.sources:  # else the reference is the fault to mend first
        yield from plan.text.alignment.differences


def periods_are_as_printed(plan: Plan) -> Iterator[Finding]:
    """The period of an activity is the one that its cell prints, spaces aside."""
    for activity in plan.records.activities.values():
        printed, label = activity.as_printed.period, plan.records.periods[activity.period].label
        if "".join(printed.split()) != "".join(label.split()):
            yield activity.at("period"), f"the period is '{label}', but the cell prints “{printed}”"


def cells_are_accounted_for(plan: Plan) -> Iterator[Finding]:
    """Each printed cell of bodies is wholly explained by the ids: see cells.py."""
    for activity in plan.records.activities.values():
        for where, message in cells.differences(activity, plan.records.agencies, plan.records.vocabulary):
            yield activity.at(*where), message


def involving_is_printed(plan: Plan) -> Iterator[Finding]:
    """Each marker of involved bodies is printed in some cell, and none is taken for a connecting word."""
    cells_printed = " ".join(activity.as_printed.executors for activity in plan.records.activities.values()).casefold()
    for n, marker in enumerate(plan.records.vocabulary.involving):
        if marker.casefold() not in cells_printed:
            yield (
                plan.records.vocabulary.at("involving", n),
                f"no cell prints “{marker}”; remove it, or type it as printed",
            )
    for n, word in enumerate(plan.records.vocabulary.connectors):
        if " " in word or word.casefold() in {marker.casefold() for marker in plan.records.vocabulary.involving}:
            yield (
                plan.records.vocabulary.at("connectors", n),
                "a connecting word is one word, and no marker of involved bodies",
            )


def notes_name_their_items(plan: Plan) -> Iterator[Finding]:
    """The items of a Note are the numbers that its text prints: all of them, in order."""
    for note in plan.records.recommendations.values():
        printed = PRINTED_ITEM.findall(note.text)
        if printed != note.items:
            yield note.at("items"), f"the text of the Note prints [{', '.join(printed)}]; type 'items' the same"
        for n, item in enumerate(note.items):
            first, last = range_of(item)
            if sort_key(first) > sort_key(last):
                yield note.at("items", n), f"the range “{item}” runs backwards; put the lower number first"


def notes_name_their_body(plan: Plan) -> Iterator[Finding]:
    """The text of a Note begins with a name of the body that it recommends."""
    for note in plan.records.recommendations.values():
        agency = plan.records.agencies[note.agency]
        start = cells.end(cells.connecting(plan.records.vocabulary), note.text, 0)
        if not cells.longest_name(note.text, start, agency.spellings):
            begins = shorten(note.text, 60)
            yield note.at("agency"), f"the Note begins “{begins}”, not with a name of '{note.agency}'"


def verbatim_links_share_words(plan: Plan) -> Iterator[Finding]:
    """An activity that repeats a paragraph has its words, in their order; a name in quotes proves nothing."""
    for activity in plan.records.activities.values():
        for n, provision in enumerate(activity.provisions):
            if provision.how == "verbatim":
                share = shared_words(activity.text, plan.records.paragraphs[provision.paragraph].text)
                if share < SAME:
                    said = (
                        f"only {float(share):.0%} of the activity's words stand in {provision.paragraph} in this order"
                    )
                    yield activity.at("provisions", n, "how"), f"{said}; write close"


def shared_words(text: str, other: str) -> Fraction:
    """Returns the share of the words of `text`, names in quotes aside, that stand in `other` in the same order."""
    a, b = (re.findall(r"\w+", QUOTED.sub("", part).casefold()) for part in (text, other))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return Fraction(sum(block.size for block in blocks), len(a) or 1)


def bodies_are_named(plan: Plan) -> Iterator[Finding]:
    """Every body is named by the table or by a Note, and every spelling is printed somewhere."""
    for agency in plan.records.agencies.values():
        if not plan.duties.of(agency):
            yield (
                agency.at("id"),
                f"no activity and no Note names '{agency.id}'; use it in activities.yml, or remove it",
            )
        printed = {mention.printed.casefold() for mention in plan.names.mentions[agency.id]}
        for n, spelling in enumerate(agency.spellings):
            if spelling.casefold() not in printed:
                yield (
                    agency.at("spellings", n),
                    f"the source never prints “{spelling}”; remove it, or type it as printed",
                )


def names_belong_to_one_body(plan: Plan) -> Iterator[Finding]:
    """No two bodies share a name, a spelling or an alias; a name that is no spelling is explained in a note."""
    owners: dict[str, str] = {}
    for id_, agency in plan.records.agencies.items():
        spellings = [spelling.casefold() for spelling in agency.spellings]
        if agency.name.casefold() not in spellings and not agency.note:
            yield agency.at("name"), "the name is none of the spellings; type it as one of them, or say why in 'note'"
        named: list[tuple[tuple[str | int, ...], str]] = [(("name",), agency.name)]
        named += [(("spellings", n), spelling) for n, spelling in enumerate(agency.spellings)]
        named += [(("aliases", n), alias) for n, alias in enumerate(agency.aliases)]
        for where, name in named:
            if (owner := owners.setdefault(name.casefold(), id_)) != id_:
                yield agency.at(*where), f"'{owner}' has the name “{name}” too; one name, one body"
