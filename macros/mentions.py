"""Finds where the source prints the names of bodies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .models import Activity, Agency, Decree, Recommendation, Record, Section


@dataclass(frozen=True)
class Mention:
    """A name as it is printed, and the record and key whose words hold it."""

    printed: str
    record: Record
    key: str


Texts = Iterator[tuple[Record, str, str]]


def texts(
    decree: Decree,
    sections: Mapping[str, Section],
    activities: Mapping[str, Activity],
    recommendations: Mapping[str, Recommendation],
) -> Texts:
    """Yields every official text that can name a body: the record to cite, the key, and the words."""
    for order_point in decree.points:
        yield order_point, "text", order_point.text
    for section in sections.values():
        if section.text:
            yield section, "text", section.text
        for paragraph in section.paragraphs:
            yield paragraph, "text", paragraph.text
            for point in paragraph.points:
                yield point, "text", point.text
    for activity in activities.values():
        yield activity, "text", activity.text
        yield activity, "executors", activity.as_printed.executors
    for note in recommendations.values():
        yield note, "text", note.text


def find(texts: Texts, agencies: Mapping[str, Agency]) -> dict[str, list[Mention]]:
    """Returns the mentions of each body by its id, in printed order. The longest name wins; capitals do not count."""
    owner = {spelling.casefold(): id_ for id_, agency in agencies.items() for spelling in agency.spellings}
    names = sorted(owner, key=len, reverse=True)
    any_name = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)
    found: dict[str, list[Mention]] = {id_: [] for id_ in agencies}
    for record, key, text in texts:
        for match in any_name.finditer(text):
            found[owner[match[0].casefold()]].append(Mention(match[0], record, key))
    return found
