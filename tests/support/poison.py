"""Makes a plan whose every free text begins with attacks, and the same plan with harmless letters in their place."""

import re
from collections import Counter
from typing import Any

from pydantic.fields import FieldInfo

from macros.proof import cells
from macros.reading.shapes import CODE, marks
from macros.records.explain import record_in
from macros.records.folder import LISTS, OPTIONAL, SINGLE, YEARS
from macros.records.kinds.activity import PrintedCells
from macros.records.kinds.agency import Agency
from macros.records.kinds.claim import Claim
from macros.records.kinds.decree import PrintedOrder
from macros.records.kinds.period import Period
from macros.records.kinds.recommendation import Recommendation
from macros.records.kinds.report import Act, Fact, Figure
from macros.records.kinds.vocabulary import Vocabulary
from macros.records.record import Record
from macros.records.values import one_line

from .attacks import CORPUS

Key = tuple[type[Record], str]  # a kind of record, and a key of it
HARMLESS = "\u4e00"  # the first of 20,000 letters of Chinese: one for each value, so that we know it again
NAMED = [  # they begin with a name of a body or a marker of involved bodies, which gets the same attacks everywhere
    (Agency, "name"),
    (Agency, "spellings"),
    (PrintedCells, "executors"),
    (Vocabulary, "involving"),
]
QUOTED = {"printed", "items", "kind", "number", "title"}  # what must stand in the quote of its statement
WITHOUT_DIGITS = [(Claim, key) for key in ("question", "text", "unsettled")]  # a rule refuses digits there


def is_free_text(field: FieldInfo) -> bool:
    """Tells whether a field takes any text: words on one line, or lines of code."""
    return any(getattr(mark, "func", None) is one_line or mark is CODE for mark in marks(field))


def fields(model: type[Record]) -> dict[str, FieldInfo]:
    """Returns the fields of a kind of record by their keys in the file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def harmless(text: str, number: int) -> str:
    """Returns a text of the same length with its spaces and line ends, and one letter in place of all else."""
    return re.sub(r"\S", chr(ord(HARMLESS) + number), text)


def strings_of(model: type[Record], key: str) -> list[str]:
    """Returns the corpus as a field can hold it: an x for each digit where a rule refuses digits."""
    return [re.sub(r"\d", "x", text) for text in CORPUS] if (model, key) in WITHOUT_DIGITS else CORPUS


class Poison:
    """Puts attacks before free texts. Each field gets the whole corpus, spread over all its values.

    `tame` puts harmless letters in their place. `bundles` are the attacks of each value, in the order of their letters.
    """

    def __init__(self, data: dict[str, list[Any]], tame: bool) -> None:
        self.tame = tame
        self.bundles: list[str] = []
        self.same: dict[str, str] = {}  # what stands before a name or a label wherever it is printed
        self.expected: Counter[Key] = Counter()  # how many values each field has
        self.used: Counter[Key] = Counter()
        for name, rows in data.items():
            for row in rows:
                self.count(row, (LISTS | SINGLE | YEARS | OPTIONAL)[name])
        self.first = {key: 7 * n for n, key in enumerate(self.expected)}  # no two fields begin with the same string
        self.name_bodies(data)

    def count(self, value: dict[str, Any], model: type[Record]) -> None:
        for key, part in value.items():
            field = fields(model)[key]
            parts = part if isinstance(part, list) else [part]
            if inner := record_in(field.annotation):
                for item in parts:
                    self.count(item, inner)
            elif is_free_text(field):
                self.expected[model, key] += len(parts)

    def bundle(self, model: type[Record], key: str, total: int = 0) -> str:
        """Returns the next attacks for a field that has `total` values: so many that the last value completes them."""
        corpus, where = strings_of(model, key), (model, key)
        size = -(-len(corpus) // (total or self.expected[where]))
        start = self.first[where] + size * self.used[where]
        self.used[where] += 1
        joint = "\n" if CODE in marks(fields(model)[key]) else " "
        return joint.join(corpus[(start + n) % len(corpus)] for n in range(size))

    def put(self, bundle: str) -> str:
        """Returns what is written for a bundle, and remembers it."""
        self.bundles.append(bundle)
        return harmless(bundle, len(self.bundles) - 1) if self.tame else bundle

    def name_bodies(self, data: dict[str, list[Any]]) -> None:
        """Chooses what stands before each name of a body, each marker of involved bodies, each label and each unit.

        The letters of harmless names follow the order of the attacks, so that lists by name have one order.
        """
        bodies = data["agencies"]
        shown = [body["name"] for body in bodies if body["name"] in body["spellings"]]
        spelt = dict.fromkeys([*shown, *(name for body in bodies for name in [*body["spellings"], body["name"]])])
        chosen = {name: self.bundle(Agency, "spellings", len(shown)) for name in spelt}
        for name in sorted(chosen, key=lambda name: chosen[name]):
            self.same[name.casefold()] = self.put(chosen[name])
        labels = dict.fromkeys(row["label"] for row in data["periods"])
        facts = [fact for report in data["reports"] for fact in [*report["facts"], *report.get("acts", [])]]
        units = dict.fromkeys(figure["unit"] for fact in facts for figure in fact.get("values", []))
        for model, key, found in ((Period, "label", labels), (Figure, "unit", units)):
            for text in found:
                self.same["".join(text.split())] = self.put(self.bundle(model, key, len(found)))
        (vocabulary,) = data["vocabulary"]
        for marker in vocabulary["involving"]:
            self.same[marker.casefold()] = self.put(self.bundle(Vocabulary, "involving"))
        spoken = [*spelt, *vocabulary["involving"]]
        self.names = re.compile(cells.any_of(sorted(spoken, key=len, reverse=True)), re.IGNORECASE)

    def named(self, text: str) -> str:
        """Returns a text with attacks before each name of a body, and before each marker of involved bodies."""
        return self.names.sub(lambda match: f"{self.same[match[0].casefold()]} {match[0]}", text)

    def record(self, value: dict[str, Any], model: type[Record]) -> dict[str, Any]:
        """Returns a record with attacks before every free text in it."""
        result: dict[str, Any] = {}
        for key, part in value.items():
            inner = record_in(fields(model)[key].annotation)
            parts = part if isinstance(part, list) else [part]
            new = [self.record(item, inner) if inner else self.value(item, model, key) for item in parts]
            result[key] = new if isinstance(part, list) else new[0]
        if model in {Fact, Act}:  # the quote must print the names, items and titles of its statement
            result["quote"] = " ".join([result["quote"], *printed_in(result)])
        return result

    def value(self, text: str, model: type[Record], key: str) -> str:
        """Returns one value of a record with attacks before it, and before every name inside."""
        field = fields(model)[key]
        if not is_free_text(field) or key == "connectors":
            return text
        if (model, key) in NAMED:
            return self.named(text)
        if (model, key) in [(Period, "label"), (PrintedCells, "period"), (Figure, "unit")]:
            return f"{self.same[''.join(text.split())]} {text}"
        if (model, key) == (PrintedOrder, "place_and_date"):  # it begins with the place
            return f"{self.same['place']} {text}"
        before = self.put(self.bundle(model, key))
        if (model, key) == (Recommendation, "text"):  # it begins with a name
            return f"{self.named(text)} {before}"
        self.same |= {"place": before} if key == "place" else {}
        return f"{before}\n{text}" if CODE in marks(field) else f"{before} {self.named(text)}"


def printed_in(fact: dict[str, Any]) -> list[str]:
    """Returns the names, items and titles of a statement, as they are typed."""
    records = [fact, *fact.get("values", []), *fact.get("bodies", []), fact.get("issuer", {})]
    values = [record[key] for record in records for key in QUOTED if key in record]
    return [item for value in values for item in (value if isinstance(value, list) else [value])]
