"""Reads the data folder into records; gathers every fault before it gives up."""

from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from types import UnionType
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from . import editorial, evidence, models
from .data import Document, Value, Where, read
from .faults import DataError, Fault, Place, suggestion
from .files import display_name
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
    "errata": editorial.Erratum,
}
YEARS: dict[str, type[Record]] = {  # folders with a file for each year
    "reports": evidence.Report,
}
YEAR_FILE = "[12][0-9][0-9][0-9].yml"


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
        return set(self.records) - {name_of(Path(fault.place.file)) for fault in self.faults}


def name_of(path: Path) -> str:
    """Returns the name of a kind of record: that of its file, or of the folder of its files."""
    return next((part for part in path.parts[1:] if part in YEARS), path.stem)


def tables(folder: Path) -> Tables:
    """Returns all that the YAML files in `folder` say; never raises DataError."""
    result = Tables(folder)
    result.faults += unknown_files(folder)
    for name, model in (SINGLE | LISTS).items():
        if document := opened(folder / f"{name}.yml", result):
            rows = document.value if name in LISTS else [document.value]
            if not isinstance(rows, list):
                message = "this file must be a list: each record starts with '- '"
                result.faults.append(Fault(document.place(()), message))
                continue
            result.typed[name], result.records[name] = document.value, []
            for position, row in enumerate(rows):
                add(result, name, model, row, document, (position,) if name in LISTS else ())
    for name, model in YEARS.items():
        result.records[name] = []
        for path in sorted((folder / name).glob(YEAR_FILE)):
            if document := opened(path, result):
                add(result, name, model, dated(document, path, result), document, ())
    return result


def dated(document: Document, path: Path, result: Tables) -> Value:
    """Returns what a file says with the year that its name gives."""
    if not isinstance(document.value, dict):
        return document.value
    if "year" in document.value:
        place = document.keys[("year",)]
        result.faults.append(Fault(place, f"the name of the file, {path.name}, says the year; remove 'year'"))
    return document.value | {"year": path.stem}


def opened(path: Path, result: Tables) -> Document | None:
    """Returns what a file says; None, and the faults in `result`, if it cannot be read."""
    try:
        return read(path, result.folder)
    except DataError as error:
        result.faults += error.faults
        return None


def add(result: Tables, name: str, model: type[Record], row: Value, document: Document, where: Where) -> None:
    """Puts one row of a file among the records, or what is wrong with it among the faults."""
    try:
        record = model.model_validate(row)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        result.faults += [explain(detail, document, where, model) for detail in details]
    else:
        record.stands_at(document, where)
        result.records[name].append(record)


def unknown_files(folder: Path) -> list[Fault]:
    """Returns a fault for each YAML file that nothing would read."""
    known = [f"{name}.yml" for name in SINGLE | LISTS]
    faults = []
    for path in sorted(folder.rglob("*.y*ml")):
        step, *rest = path.relative_to(folder).parts
        if (step in known and not rest) or (step in YEARS and len(rest) == 1 and fnmatch(path.name, YEAR_FILE)):
            continue
        message = f"no kind of record has this file.{suggestion(path.name, known)}"
        if step in YEARS:
            message = f"no kind of record has this file; a file in {step}/ is named after its year, such as 2014.yml"
        faults.append(Fault(Place(display_name(path, folder)), message))
    return faults


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
