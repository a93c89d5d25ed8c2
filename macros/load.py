"""Reads the data folder into records; gathers every fault before it gives up."""

from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from . import editorial, models
from .data import Document, Value, Where, read
from .faults import DataError, Fault, Place, suggestion
from .models import Record

SINGLE: dict[str, type[Record]] = {
    "decree": models.Decree,
    "vocabulary": editorial.Vocabulary,
    "site": editorial.Site,
}
LISTS: dict[str, type[Record]] = {
    "sections": models.Section,
    "activities": models.Activity,
    "agencies": models.Agency,
    "periods": models.Period,
    "recommendations": models.Recommendation,
    "sources": editorial.Source,
    "topics": editorial.Topic,
    "situations": editorial.Situation,
    "contacts": editorial.Contact,
}


@dataclass
class Tables:
    """What was typed in each file that could be read, the records that are sound, and what was wrong."""

    folder: Path
    records: dict[str, list[Any]] = field(default_factory=dict)
    typed: dict[str, Value] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def whole(self) -> set[str]:
        """The files without a fault so far: a rule that joins files says little where one of them is broken."""
        return set(self.records) - {Path(fault.place.file).stem for fault in self.faults}


def tables(folder: Path) -> Tables:
    """Returns all that the YAML files in `folder` say; never raises DataError."""
    result = Tables(folder)
    result.faults += unknown_files(folder)
    for name, model in (SINGLE | LISTS).items():
        try:
            document = read(folder / f"{name}.yml", folder)
        except DataError as error:
            result.faults += error.faults
            continue
        rows = document.value if name in LISTS else [document.value]
        if not isinstance(rows, list):
            result.faults.append(Fault(document.place(()), "this file must be a list: each record starts with '- '"))
            continue
        result.typed[name] = document.value
        found = result.records[name] = []
        for position, row in enumerate(rows):
            where: Where = (position,) if name in LISTS else ()
            try:
                record = model.model_validate(row)
            except ValidationError as error:
                details = error.errors(include_url=False, include_input=True)
                result.faults += [explain(detail, document, where, model) for detail in details]
            else:
                record.stands_at(document, where)
                found.append(record)
    return result


def unknown_files(folder: Path) -> list[Fault]:
    """Returns a fault for each YAML file that nothing would read."""
    known = [f"{name}.yml" for name in SINGLE | LISTS]
    return [
        Fault(Place(f"{folder.name}/{path.name}"), f"no kind of record has this file.{suggestion(path.name, known)}")
        for path in sorted(folder.glob("*.y*ml"))
        if path.name not in known
    ]


def explain(  # noqa: C901 - one case for each kind of error
    detail: ErrorDetails, document: Document, base: Where, model: type[Record]
) -> Fault:
    """Turns one error of pydantic into a fault that says where it is and what to do."""
    where = (*base, *detail["loc"])
    key = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    place = document.place(where)
    match detail["type"]:
        case "extra_forbidden":
            known = [field.alias or name for name, field in model_at(model, detail["loc"][:-1]).model_fields.items()]
            advice = suggestion(key, known) or f" Known keys: {', '.join(known)}."
            return Fault(document.keys.get(where, place), f"unknown key '{key}'.{advice}")
        case "missing":
            return Fault(place, f"'{key}' is missing; add it to this record")
        case "too_short":
            return Fault(place, f"'{key}' is an empty list; name at least one")
        case "string_too_long":
            return Fault(place, f"'{key}' is longer than {detail['ctx']['max_length']} characters; shorten it")
        case "value_error":
            return Fault(place, f"'{key}': {detail['ctx']['error']}")
    if detail["input"] is None:
        return Fault(place, f"'{key}' is empty; write a value, or remove the key")
    match detail["type"]:
        case "string_type":
            return Fault(place, f"'{key}' must be text, not a list or a mapping")
        case "list_type":
            return Fault(place, f"'{key}' must be a list: lines that start with '- ', or [a, b]")
        case "model_type" | "dict_type":
            return Fault(place, "here must be a mapping: lines of 'key: value'")
        case "literal_error":
            return Fault(place, f"'{key}' must be {detail['ctx']['expected']}")
    return Fault(place, f"'{key}': {detail['msg']}")


def model_at(model: type[Record], where: tuple[int | str, ...]) -> type[Record]:
    """Returns the class of the record that stands at `where` inside a record of class `model`."""
    for step in where:
        if isinstance(step, str):
            field = next(f for name, f in model.model_fields.items() if (f.alias or name) == step)
            model = record_in(field.annotation) or model
    return model


def record_in(annotation: Any) -> type[Record] | None:
    """Returns the record class inside `list[X]` or `X | None`; None where there is none."""
    if isinstance(annotation, type) and not isinstance(annotation, UnionType) and not get_args(annotation):
        return annotation if issubclass(annotation, Record) else None
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)
