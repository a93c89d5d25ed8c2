"""What the data holds now, and checks of answers: by the validators of the models, and by the ids that there are."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from ...plan.plan import Plan
from ...reading.data import Document, Value, read
from ...reading.faults import DataError, suggestion
from ...records.explain import explain
from ...records.kinds.report import Report
from ...records.load import tables
from ...records.record import Record
from ...records.references import FILE_OF, items, keys, known_keys

Check = Callable[[str], str]
LETTERS = str.maketrans({"ə": "e", "\u0131": "i", "ß": "ss", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe"})


class Known:
    """The data folder as it is before the command writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found = tables(folder)
        self.keys = known_keys(self.found)

    @cached_property
    def plan(self) -> Plan:
        """The joins of the records that are sound."""
        return Plan(self.found)

    def typed(self, name: str) -> list[dict[str, Value]]:
        """Returns what was typed in a file that is a list. Raises DataError for one that cannot be read."""
        if name not in self.found.typed:
            read(self.folder / f"{name}.yml", self.folder)  # says what is wrong
            raise DataError(self.found.faults)
        return items(self.found.typed[name])

    def report(self, year: str) -> dict[str, Value]:
        """Returns what was typed in the file of a report. Raises DataError for one that cannot be read."""
        value = read(self.folder / "reports" / f"{year}.yml", self.folder).value
        return value if isinstance(value, dict) else {}

    def sources(self) -> dict[str, dict[str, Value]]:
        """Returns what was typed of every source, by its id: those of the reports too."""
        reports: list[Report] = self.found.records.get("reports", [])
        rows = self.typed("sources") + items([self.report(report.id).get("source") for report in reports])
        return {key: row for row in rows for key in keys([row])}


def by_model(model: type[Record], key: str) -> Check:
    """Returns the check of a field of a model: it returns the answer, and raises ValueError with our own words."""
    name, field = next(pair for pair in model.model_fields.items() if key in (pair[0], pair[1].alias))
    fields: Any = {name: (field.annotation, field)}
    one: type[BaseModel] = create_model("Answer", **fields)
    listed = "list[" in str(field.annotation)

    def check(answer: str) -> str:
        try:
            one.model_validate({key: [answer] if listed else answer})
        except ValidationError as error:
            detail = error.errors(include_url=False, include_input=True)[0]
            detail["loc"] = (key,)
            raise ValueError(explain(detail, Document("?"), (), model).message) from None
        return answer

    return check


def one_of(kind: str, known: Iterable[str], where: str = "") -> Check:
    """Returns the check that an answer is one of the known keys of a kind of record."""
    known = list(known)

    def check(answer: str) -> str:
        if answer not in known:
            near = suggestion(answer, known) or f" Known: {', '.join(known)}."
            raise ValueError(f"no {kind} '{answer}' in {where or FILE_OF[kind] + '.yml'}.{near}")
        return answer

    return check


def not_one_of(known: Iterable[str], then: Check) -> Check:
    """Returns the check that an answer is good and no key that is taken."""
    known = set(known)

    def check(answer: str) -> str:
        if then(answer) in known:
            raise ValueError(f"'{answer}' is taken; choose another")
        return answer

    return check


def slug(words: str, taken: Iterable[str] = (), joint: str = "-") -> str:
    """Returns an id made from words: small letters and digits with hyphens between them, and none that is taken."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(LETTERS)).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    if joint == "_":
        parts = parts[next((n for n, part in enumerate(parts) if part[0].isalpha()), len(parts)) :]
    name = parts[0] if parts else ""
    for part in parts[1:]:
        if len(name) + len(part) > 32:
            break
        name += joint + part
    known, number, base = set(taken), 2, name
    while name and name in known:
        name, number = f"{base}{joint}{number}", number + 1
    return name


def next_number(numbers: Iterable[str], start: str = "") -> str:
    """Returns the number after the highest of `numbers`, which all begin with `start` and end in digits."""
    tails = [number.removeprefix(start) for number in numbers if number.startswith(start)]
    return f"{start}{max((int(tail) for tail in tails if tail.isdigit()), default=0) + 1}"


def valid(model: type[Record], row: dict[str, Value]) -> Record:
    """Returns the record that the answers make. Raises DataError."""
    try:
        return model.model_validate(row)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        raise DataError([explain(detail, Document("the answers"), (), model) for detail in details]) from None
