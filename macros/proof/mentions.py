"""Finds where the source prints the names of bodies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.decree import Decree
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.section import Section
from ..records.record import Record

WORD = re.compile(r"\w+|[^\w\s]")  # or a sign, with which a name may begin too
AGAIN = re.compile(r"\w")  # the name would go on


@dataclass(frozen=True)
class Mention:
    """A name as it is printed, the record whose words hold it, and how we call that place."""

    printed: str
    record: Record
    place: str


Texts = Iterator[tuple[Record, str, str]]


def official_texts(
    decree: Decree,
    sections: Mapping[str, Section],
    activities: Mapping[str, Activity],
    recommendations: Mapping[str, Recommendation],
) -> Texts:
    """Yields every official text that can name a body: the record to cite, our name for the place, the words."""
    for order_point in decree.points:
        yield order_point, f"order, point {order_point.number}", order_point.text
    for section in sections.values():
        if section.text:
            yield section, f"section {section.number}", section.text
        for paragraph in section.paragraphs:
            yield paragraph, f"paragraph {paragraph.number}", paragraph.text
            for point in paragraph.points:
                yield point, f"point {point.number}", point.text
    for activity in activities.values():
        yield activity, f"text of {activity.number}", activity.text
        yield activity, activity.number, activity.as_printed.executors
    for note in recommendations.values():
        yield note, f"Note {note.number}", note.text


def find_mentions(texts: Texts, agencies: Mapping[str, Agency]) -> dict[str, list[Mention]]:
    """Returns the mentions of each body by its id, in printed order. The longest name wins; capitals do not count."""
    owner = {spelling.casefold(): id_ for id_, agency in agencies.items() for spelling in agency.spellings}
    lengths: dict[str, set[int]] = {}  # of the names that begin with a word: one pattern of all names is far slower
    for agency in agencies.values():
        for spelling in agency.spellings:
            lengths.setdefault(first_word(spelling), set()).add(len(spelling))
    longest_first = {word: sorted(found, reverse=True) for word, found in lengths.items()}
    found: dict[str, list[Mention]] = {id_: [] for id_ in agencies}
    for record, place, text in texts:
        for name in names_in(text, owner, longest_first):
            found[owner[name.casefold()]].append(Mention(name, record, place))
    return found


def first_word(name: str) -> str:
    match = WORD.match(name)
    return match[0].casefold() if match else ""


def names_in(text: str, names: Mapping[str, str], lengths: Mapping[str, list[int]]) -> Iterator[str]:
    """Yields each name that a text prints as whole words. `lengths` are those of the names with a first word."""
    end = 0
    for word in WORD.finditer(text):
        start = word.start()
        for length in lengths.get(word[0].casefold(), ()) if start >= end else ():
            name = text[start : start + length]
            if name.casefold() in names and not AGAIN.match(text, start + length):
                yield name
                end = start + length
                break
