"""The rules that the data must keep beyond its types: one generator for each, which yields places and messages."""

import hashlib
import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from . import cells, proof
from .faults import Place
from .numbers import PRINTED_ITEM, range_of, sort_key
from .plan import Plan

Finding = tuple[Place, str]


def decree_agrees_with_itself(plan: Plan) -> Iterator[Finding]:
    """The place, the day, the year and the number that we type stand in what the order prints."""
    decree, printed = plan.decree, plan.decree.as_printed
    date = decree.date_document
    for key, value, text in (
        ("place", decree.place, printed.place_and_date),
        ("date_document", str(date.day), printed.place_and_date),
        ("date_document", str(date.year), printed.place_and_date),
        ("id_local", decree.id_local, printed.number),
    ):
        if not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text):
            yield decree.at(key), f"'{key}' says '{value}', but the order prints “{text}”"


def periods_make_sense(plan: Plan) -> Iterator[Finding]:
    """A period has a first and a last year in order; a recurring one has neither."""
    for period in plan.periods.values():
        if period.recurring and (period.start or period.end):
            yield period.at("recurring"), "a recurring period has no years; remove 'start' and 'end'"
        elif not period.recurring and not (period.start and period.end):
            yield period.at(), "a period needs 'start' and 'end', or 'recurring: yes'"
        elif period.start and period.end and period.start > period.end:
            yield period.at("start"), f"the period starts in {period.start}, after its end in {period.end}"


def periods_are_as_printed(plan: Plan) -> Iterator[Finding]:
    """The period of an activity is the one that its cell prints, spaces aside."""
    for activity in plan.activities.values():
        printed, label = activity.as_printed.period, plan.periods[activity.period].label
        if "".join(printed.split()) != "".join(label.split()):
            yield activity.at("period"), f"the period is '{label}', but the cell prints “{printed}”"


def cells_are_accounted_for(plan: Plan) -> Iterator[Finding]:
    """Each printed cell of bodies is wholly explained by the ids: see cells.py."""
    for activity in plan.activities.values():
        for where, message in cells.differences(activity, plan.agencies, plan.vocabulary):
            yield activity.at(*where), message


def activities_stand_in_their_group(plan: Plan) -> Iterator[Finding]:
    """Where the number of an activity begins with the number of a group, that is its group."""
    for activity in plan.activities.values():
        parent = activity.number.rpartition(".")[0]
        if parent in plan.groups and activity.group != parent:
            yield activity.at("group"), f"{activity.number} stands in group {parent}, not {activity.group}"


def notes_name_their_items(plan: Plan) -> Iterator[Finding]:
    """The items of a Note are the numbers that its text prints: all of them, in order."""
    for note in plan.recommendations.values():
        printed = PRINTED_ITEM.findall(note.text)
        if printed != note.items:
            yield note.at("items"), f"the text of the Note prints [{', '.join(printed)}]; type 'items' the same"
        for n, item in enumerate(note.items):
            first, last = range_of(item)
            if sort_key(first) > sort_key(last):
                yield note.at("items", n), f"the range “{item}” runs backwards; put the lower number first"


def verbatim_links_share_words(plan: Plan) -> Iterator[Finding]:
    """Two thirds of an activity that repeats a paragraph stand in the paragraph, in runs of three words or more."""
    for activity in plan.activities.values():
        for n, provision in enumerate(activity.provisions):
            if provision.how == "verbatim":
                share = shared_words(activity.text, plan.paragraphs[provision.paragraph].text)
                if share < Fraction(2, 3):
                    message = (
                        f"only {float(share):.0%} of the activity's words stand in {provision.paragraph}; write close"
                    )
                    yield activity.at("provisions", n, "how"), message


def shared_words(text: str, other: str, run: int = 3) -> Fraction:
    """Returns the share of the words of `text` that stand in `other` in runs of at least `run` words."""
    a, b = (re.findall(r"\w+", part.casefold()) for part in (text, other))
    runs = {tuple(b[i : i + run]) for i in range(len(b) - run + 1)}
    hit = {i + k for i in range(len(a) - run + 1) if tuple(a[i : i + run]) in runs for k in range(run)}
    return Fraction(len(hit), len(a) or 1)


def bodies_are_named(plan: Plan) -> Iterator[Finding]:
    """Every body is named by the table or by a Note, and every spelling is printed somewhere."""
    owners: dict[str, str] = {}
    for id_, agency in plan.agencies.items():
        if not plan.duties_of[id_]:
            yield agency.at("id"), f"no activity and no Note names '{id_}'; use it in activities.yml, or remove it"
        printed = {mention.printed.casefold() for mention in plan.mentions[id_]}
        for n, spelling in enumerate(agency.spellings):
            owner = owners.setdefault(spelling.casefold(), id_)
            if owner != id_:
                yield agency.at("spellings", n), f"'{owner}' has this spelling too; one name, one body"
            elif spelling.casefold() not in printed:
                yield (
                    agency.at("spellings", n),
                    f"the source never prints “{spelling}”; remove it, or type it as printed",
                )


def names_are_dated(plan: Plan) -> Iterator[Finding]:
    """A name from outside the source says from when or until when it was used."""
    for agency in plan.agencies.values():
        for n, name in enumerate(agency.names):
            if not name.from_ and not name.to:
                yield agency.at("names", n), "a dated name needs 'from' or 'to'"


def copies_are_unchanged(plan: Plan) -> Iterator[Finding]:
    """The copy of each source has the SHA-256 that sources.yml gives; a source without a copy has an address."""
    for source in plan.sources.values():
        if source.file is None:
            if not (source.address and source.as_of):
                yield source.at("id"), "a source needs 'file' and 'sha256', or 'address' and 'as_of'"
            continue
        copy = plan.folder / proof.FOLDER / source.file
        if not copy.is_file() or copy.is_symlink():
            yield source.at("file"), f"there is no file {proof.FOLDER}/{source.file}; put the copy there"
        elif (digest := hashlib.sha256(copy.read_bytes()).hexdigest()) != source.sha256:
            yield (
                source.at("sha256" if source.sha256 else "file"),
                f"the copy has the SHA-256 {digest}; restore the copy",
            )


def text_is_as_printed(plan: Plan) -> Iterator[Finding]:
    """The order and the plan, put together again, are the source word for word: see proof.py."""
    yield from plan.alignment.differences


# Each rule, and the files that must be free of other faults before it says anything.
RULES: dict[Callable[[Plan], Iterator[Finding]], set[str]] = {
    decree_agrees_with_itself: {"decree"},
    periods_make_sense: {"periods"},
    periods_are_as_printed: {"activities", "periods"},
    cells_are_accounted_for: {"activities", "agencies", "vocabulary"},
    activities_stand_in_their_group: {"activities", "sections"},
    notes_name_their_items: {"recommendations"},
    verbatim_links_share_words: {"activities", "sections"},
    bodies_are_named: {"activities", "agencies", "decree", "recommendations", "sections", "vocabulary"},
    names_are_dated: {"agencies"},
    copies_are_unchanged: {"sources"},
    text_is_as_printed: {"activities", "decree", "recommendations", "sections", "sources"},
}
