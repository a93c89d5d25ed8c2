"""Finds where the source prints the names of bodies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .models import Activity, Agency, Decree, Recommendation, Section
from .record import Record


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
    names = sorted({spelling for agency in agencies.values() for spelling in agency.spellings}, key=len, reverse=True)
    found: dict[str, list[Mention]] = {id_: [] for id_ in agencies}
    if not names:
        return found
    any_name = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)
    for record, place, text in texts:
        for match in any_name.finditer(text):
            if id_ := owner.get(match[0].casefold()):  # re takes a dotless i for i; it is no name
                found[id_].append(Mention(match[0], record, place))
    return found
