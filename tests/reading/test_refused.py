"""What is no free text takes no attack, and no text takes what hides or misleads: each is told with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from macros.reading.data import Where, read
from macros.reading.faults import DataError, Fault
from macros.records.explain import record_in
from macros.records.folder import LISTS, OPTIONAL, SINGLE, YEARS
from macros.records.load import checked
from macros.records.record import Record

from ..support.attacks import CORPUS
from ..support.data_copy import DataCopy
from ..support.hostile import REDIRECT, as_yaml, files, rows
from ..support.poison import fields, is_free_text
from ..support.project import DATA

MODELS = LISTS | SINGLE | YEARS | OPTIONAL
LONG = "x" * 300


@dataclass(frozen=True)
class Spot:
    """A field that takes no free text: the record of the file that has it, and the keys that lead there."""

    name: str
    model: type[Record]
    where: Where
    row: Any

    @property
    def key(self) -> str:
        return str(next(step for step in reversed(self.where) if isinstance(step, str)))

    def holding(self, text: str) -> Any:
        """Returns the record with `text` in the field."""
        return put(self.row, self.where, text)


def put(value: Any, where: Where, text: str) -> Any:
    """Returns a copy of a value with `text` at `where`; of lists on the way there, only the item that leads there."""
    if not where:
        return text
    step, *rest = where
    if isinstance(value, dict):
        return {key: put(part, tuple(rest), text) if key == step else part for key, part in value.items()}
    return [put(value[int(step)], tuple(rest), text)]


def spots(name: str, value: Any, model: type[Record], where: Where = ()) -> Iterator[tuple[type[Record], str, Where]]:
    """Yields every place of a record that holds no free text."""
    for key, part in value.items():
        inner = record_in(fields(model)[key].annotation)
        steps: list[tuple[Where, Any]] = [((*where, key), part)]
        if isinstance(part, list):
            steps = [((*where, key, n), item) for n, item in enumerate(part)]
        for step, item in steps:
            if inner:
                yield from spots(name, item, inner, step)
            elif not is_free_text(fields(model)[key]):
                yield model, key, step


def every_spot() -> list[Spot]:
    """Returns one spot for each field of each kind of record, from the data."""
    found: dict[tuple[type[Record], str], Spot] = {}
    for name, model in MODELS.items():
        data = REDIRECT if name == "redirects" else [row for path in files(DATA, name) for row in rows(path)]
        for row in data:
            for kind, key, where in spots(name, row, model):
                found.setdefault((kind, key), Spot(name, kind, where, row))
    return list(found.values())


def flat(where: Where) -> Where:
    """Returns the keys that lead to a spot in what `put` made: each list has one item."""
    return tuple(0 if isinstance(step, int) else step for step in where)


def faults_at(folder: Path, spot: Spot, texts: list[str]) -> list[list[Fault]]:
    """Returns, for each text, the faults at the spot when a record holds it there: all in one file, read once."""
    path = folder / "some.yml"
    small = [trimmed(spot.holding(text), flat(spot.where)) for text in texts]
    path.write_text(as_yaml(small), encoding="utf-8")
    document = read(path, folder)
    _, faults = checked(MODELS[spot.name], document, listed=True)
    places = [document.values[(n, *flat(spot.where))] for n in range(len(texts))]
    return [[fault for fault in faults if fault.place == place] for place in places]


def trimmed(value: Any, where: Where) -> Any:
    """Returns a record without the lists that do not lead to a spot: a report is long, and is tried a hundred times."""
    if isinstance(value, list):
        return [trimmed(part, where[1:]) for part in value]
    if isinstance(value, dict):
        return {
            key: trimmed(part, where[1:] if where and key == where[0] else ())
            for key, part in value.items()
            if (where and key == where[0]) or not isinstance(part, list)
        }
    return value


SPOTS = every_spot()


def test_there_is_a_spot_for_every_field_that_is_no_free_text() -> None:
    kinds = {model for model in models(MODELS.values())}
    expected = {(model, key) for model in kinds for key, field in fields(model).items() if not free_or_record(field)}
    assert {(spot.model, spot.key) for spot in SPOTS} == expected - {(MODELS["reports"], "year")}  # the file names it


def models(found: Any) -> set[type[Record]]:
    inside = {record_in(field.annotation) for model in found for field in fields(model).values()} - {None}
    new = {model for model in inside if model} - set(found)
    return models({*found, *new}) if new else set(found)


def free_or_record(field: Any) -> bool:
    return is_free_text(field) or record_in(field.annotation) is not None


@pytest.mark.parametrize("spot", SPOTS, ids=[f"{spot.model.__name__} {spot.key}" for spot in SPOTS])
def test_no_attack_is_taken_for_anything_but_text(tmp_path: Path, spot: Spot) -> None:
    for text, faults in zip(CORPUS, faults_at(tmp_path, spot, CORPUS), strict=True):
        assert faults, text
        assert all(spot.key in fault.message for fault in faults), faults


@pytest.mark.parametrize("spot", SPOTS, ids=[f"{spot.model.__name__} {spot.key}" for spot in SPOTS])
def test_what_our_own_data_holds_there_is_taken(tmp_path: Path, spot: Spot) -> None:
    value = spot.row
    for step in spot.where:
        value = value[step]
    assert faults_at(tmp_path, spot, [value]) == [[]]


ID = "an id is up to 64 small letters, digits and single hyphens, such as 'mia'"
IDS = {
    "../x": ID,
    "/etc/passwd": ID,
    "C:\\x": ID,
    "a/b": ID,
    ".": ID,
    "..": ID,
    "a.b": ID,
    ".hidden": ID,
    "Mia": ID,
    "mia ": ID,
    "-mia": ID,
    "mia-": ID,
    "m--ia": ID,
    "mía": ID,
    "mia\u0430": ID,
    LONG: ID,
    "con": "'con' is reserved by file systems; choose another",
    "nul": "'nul' is reserved by file systems; choose another",
    "com1": "'com1' is reserved by file systems; choose another",
    "index": "'index' is reserved by file systems; choose another",
}
NUMBER = "a number is digits or letters joined by single dots, such as '1.2.3'"
NUMBERS = {
    "../1": NUMBER,
    "1..2": NUMBER,
    ".1": NUMBER,
    "1.": NUMBER,
    "1/2": NUMBER,
    "1 2": NUMBER,
    LONG: NUMBER,
    "con": "'con' is reserved by file systems; choose another",
    "NUL.1": "'NUL.1' is reserved by file systems; choose another",
}
COPY = "a copy is a .txt file named in small letters, digits and hyphens, such as 'order-12.txt'"
COPIES = dict.fromkeys(["../decree.yml", "/etc/passwd", "a/b.txt", "order.TXT", ".txt", "a.b.txt", f"{LONG}.txt"], COPY)
FILE = "an address of a file is folders and a name, such as 'data/roles.csv'"
FILES = dict.fromkeys(["../x", "/etc/passwd", "a//b", "a/../b", ".", "a/", "https://x.org/a", LONG], FILE)
PAGE = "the address of a page ends with a slash and has none before it, such as 'folder/page/'"
PAGES = dict.fromkeys(["/", "../", "a", "/a/", "//a/", "a/../b/", ".a/", "https://x.org/", f"{LONG}/"], PAGE)
NAMED = [("Agency id", IDS), ("Activity number", NUMBERS), ("Source file", COPIES), ("Download file", FILES)]
NAMED += [("Redirect from", PAGES), ("Redirect to", PAGES)]


@pytest.mark.parametrize(("field", "names"), NAMED, ids=[field for field, _ in NAMED])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, field: str, names: dict[str, str]) -> None:
    (spot,) = [spot for spot in SPOTS if f"{spot.model.__name__} {spot.key}" == field]
    for (text, message), faults in zip(names.items(), faults_at(tmp_path, spot, list(names)), strict=True):
        assert [fault.message for fault in faults] == [f"'{spot.key}': {message}"], text


# What no text may hold, as it is typed inside quotes: as the character, or as its escape.
HIDDEN = [
    *(0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x17B4, 0x180E),
    *(0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202D, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069),
    *(0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0xE0001, 0xE007F, 0xE0100),
]


@pytest.mark.parametrize("number", HIDDEN, ids=[f"{number:04X}" for number in HIDDEN])
def test_what_nobody_can_see_is_refused_typed_or_escaped(tmp_path: Path, number: int) -> None:
    typed, escaped = tmp_path / "typed.yml", tmp_path / "escaped.yml"
    typed.write_text(f'key: "a{chr(number)}b"\n', encoding="utf-8", newline="")
    escaped.write_text(f'key: "a\\U{number:08X}b"\n', encoding="utf-8")
    for path, message, column in (
        (typed, f"the invisible character U+{number:04X} stands here; delete it", 8),
        (escaped, f"the escape of the invisible character U+{number:04X} stands here; delete it", 6),
    ):
        with pytest.raises(DataError) as caught:
            read(path, tmp_path)
        assert str(caught.value) == f"{tmp_path.name}/{path.name}:1:{column}: {message}"


MISLEADING = [
    ("p\u043elice", "'label': 'p\u043elice' mixes Cyrillic and Latin letters that look alike; type it again"),
    ("\u0391gency", "'label': '\u0391gency' mixes Greek and Latin letters that look alike; type it again"),
    ("cafe\u0301", "'label': a letter and its accent are typed as two characters; type the letter again"),
    ("\U0001d41aB", "'label': '\U0001d41aB' mixes Latin and Mathematical letters that look alike; type it again"),
    (" ", "'label': this is empty; write the text, or remove the key"),
    ("\u00a0\u3000", "'label': this is empty; write the text, or remove the key"),
    ("x" * 5001, "'label' is longer than 5000 characters; shorten it"),
]


@pytest.mark.parametrize(("text", "message"), MISLEADING)
def test_a_text_that_misleads_is_refused(data: DataCopy, text: str, message: str) -> None:
    data.edit("topics.yml", "label: Children", f'label: ¦"{text}"')
    assert data.faults() == data.expected([f"{{0}}: {message}"])


def test_white_space_of_every_sort_is_one_space(data: DataCopy) -> None:
    data.edit("topics.yml", "label: Children", 'label: "  A\u00a0\u3000\\t\\n B \u2003 "')
    assert data.faults() == []
