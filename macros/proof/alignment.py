"""The proof: the order and the plan, put together again from the YAML, are the source word for word."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from ..reading.faults import DataError, Fault, Finding, Place
from ..reading.files import open_text
from ..records.kinds.activity import Activity
from ..records.kinds.decree import Decree
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.section import Group, Paragraph, Point, Section
from ..records.kinds.source import Source
from ..records.record import Record

Numbered = Activity | Group | Paragraph | Point | Recommendation | Section
FOLDER = "sources"  # where the copies stand, inside the data folder
LONG = 20_000  # words; beyond, the comparison of two texts that differ may miss the nearest match, but ends in time


@dataclass(frozen=True)
class Lines:
    """The lines of a source copy, both included, counted from 1."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"line {self.first}" if self.first == self.last else f"lines {self.first} to {self.last}"


@dataclass(frozen=True)
class Piece:
    """A run of printed words, and the value in the YAML that holds it."""

    at: Place
    key: str
    words: list[str]


@dataclass
class Alignment:
    """The source lines of each value, by its place; and every difference, as the place and the message."""

    lines: dict[Place, Lines] = field(default_factory=dict)
    differences: list[Finding] = field(default_factory=list)


def printed(record: Record, *keys: str) -> Iterator[Piece]:
    """Yields the values of `keys`, those that the record has."""
    for key in keys:
        if text := getattr(record, key):
            yield Piece(record.at(key), key, text.split())


def numbered(record: Numbered, *keys: str) -> Iterator[Piece]:
    """Yields the number as printed, then the values of `keys`."""
    yield Piece(record.at("number"), "number", printed_number(record).split())
    yield from printed(record, *keys)


def printed_number(record: Numbered) -> str:
    """Returns the number as the source prints it: "number." where the record says nothing else."""
    own = record.as_printed.number if record.as_printed else None
    return own or f"{record.number}."


def pieces(
    decree: Decree,
    sections: Mapping[str, Section],
    in_group: Mapping[str, list[Activity]],
    recommendations: Mapping[str, Recommendation],
) -> Iterator[Piece]:
    """Yields all that the source prints, in its order: the order, the sections, the table, the Notes."""
    yield from printed(decree, "heading", "title", "preamble")
    for order_point in decree.points:
        yield from numbered(order_point, "text")
    yield from printed(decree, "signatory", "passed_by")
    yield from printed(decree.as_printed, "place_and_date", "number")
    yield from printed(decree.annex, "approval", "title")
    for section in sections.values():
        yield from prose(section)
        yield from table(section, in_group)
        if section.notes_heading:
            yield from printed(section, "notes_heading")
            for note in recommendations.values():
                yield from numbered(note, "text")


def prose(section: Section) -> Iterator[Piece]:
    """Yields the heading of a section, its recitals, its paragraphs with their points, and its plain text."""
    yield from numbered(section, "heading", "subheading")
    for position, recital in enumerate(section.recitals):
        yield Piece(section.at("recitals", position), "recitals", recital.split())
    for paragraph in section.paragraphs:
        yield from numbered(paragraph, "text")
        for point in paragraph.points:
            yield from numbered(point, "text")
    yield from printed(section, "text")


def table(section: Section, in_group: Mapping[str, list[Activity]]) -> Iterator[Piece]:
    """Yields the head of the table, then each group with its activities, cell by cell."""
    for column in section.columns:
        yield from printed(column, "label")
    for column in section.columns:
        if column.number:
            yield Piece(column.at("number"), "number", [column.number])
    for group in section.groups:
        yield from numbered(group, "heading")
        for activity in in_group.get(group.number, []):
            yield from numbered(activity, "text")
            yield from printed(activity.as_printed, "executors", "period")


def align(pieces: Sequence[Piece], folder: Path, source: Source) -> Alignment:
    """Holds the pieces, and then the footer, against the copy of `source` in the data folder.

    White space does not count, but a value must begin and end where a line does: else a word could move from one
    value to the next. Only what follows its number may begin inside a line. Raises DataError if there is no copy
    to read.
    """
    if source.file is None:
        raise DataError([Fault(source.at(), "the source of the order needs a copy: add 'file' and 'sha256'")])
    rows = open_text(folder / FOLDER / source.file, folder).split("\n")
    printed = [(word, line) for line, row in enumerate(rows, 1) for word in row.split()]
    footer = [Piece(source.at("footer"), "footer", source.footer.split())] if source.footer else []
    pieces = [*pieces, *footer]
    typed = [(word, piece) for piece in pieces for word in piece.words]
    result = Alignment()
    if [word for word, _ in typed] != [word for word, _ in printed]:
        result.differences += differences(typed, printed, source.file)
        return result
    start = 0
    for piece, before in zip(pieces, [None, *pieces], strict=False):
        end = start + len(piece.words)
        first, last = printed[start][1], printed[end - 1][1]
        result.lines[piece.at] = Lines(first, last)
        begins = start == 0 or printed[start - 1][1] != first or (before is not None and before.key == "number")
        ends = end == len(printed) or printed[end][1] != last
        if piece.key != "number" and not (begins and ends):
            line = last if begins else first
            where = f"inside line {line} of {source.file}, which is {shown(rows[line - 1].split())}"
            result.differences.append((piece.at, f"'{piece.key}' begins or ends {where}; keep the line in one value"))
        start = end
    return result


def differences(typed: list[tuple[str, Piece]], printed: list[tuple[str, int]], name: str) -> Iterator[Finding]:
    """Yields each place where the typed words are not the printed ones, with a message that shows both."""
    if not typed or not printed:
        at = typed[0][1].at if typed else Place(name)
        yield at, f"{name} has no words; restore the copy" if typed else "no record holds the text of the plan"
        return
    a, b = [word for word, _ in typed], [word for word, _ in printed]
    matcher = SequenceMatcher(None, a, b, autojunk=max(len(a), len(b)) > LONG)
    for change, i, j, k, m in matcher.get_opcodes():
        if change != "equal":
            piece = typed[min(i, len(typed) - 1)][1]
            line = printed[min(k, len(printed) - 1)][1]
            yield piece.at, difference(piece.key, a[i:j], b[k:m], f"{name} line {line}")


def difference(key: str, typed: list[str], printed: list[str], where: str) -> str:
    """Says in one sentence how the typed words differ from the printed ones."""
    ours, theirs = shown(typed), shown(printed)
    if not typed:
        return f"before or in '{key}', {where} prints {theirs}, which is missing here; add it"
    if not printed:
        return f"'{key}' has {ours}, which {where} does not print; remove it"
    pairs = zip(" ".join(typed), " ".join(printed), strict=False)
    odd = next((a for a, b in pairs if a != b and not a.isascii()), None)
    letter = f" (the letter {odd} is U+{ord(odd):04X}, {unicodedata.name(odd, 'unnamed')})" if odd else ""
    return f"'{key}' has {ours}{letter} where {where} prints {theirs}; type it as printed, errors included"


def shown(words: list[str], limit: int = 12) -> str:
    return "“" + " ".join(words[:limit]) + (" …" if len(words) > limit else "") + "”"
