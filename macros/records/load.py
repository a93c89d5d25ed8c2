"""Reads the data folder into records; gathers every fault before it gives up."""

from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..reading.data import MANY_FILES, Document, Value, Where, read
from ..reading.faults import DataError, Fault, Place, suggestion
from ..reading.files import LINK, display_name, links
from .explain import explain
from .folder import GIVEN, LISTS, OPTIONAL, SINGLE, YEAR_FILE, YEARS
from .record import Record

Checked = tuple[list[Record], list[Fault]]


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
    result.faults += [Fault(Place(display_name(path, folder)), LINK) for path in links(folder)]
    for name, model in (SINGLE | LISTS | OPTIONAL).items():
        if name in OPTIONAL and not (folder / f"{name}.yml").exists():
            result.typed[name], result.records[name] = [], []
        elif document := opened(folder / f"{name}.yml", result):
            if name not in SINGLE and not isinstance(document.value, list):
                message = "this file must be a list: each record starts with '- '"
                result.faults.append(Fault(document.place(()), message))
                continue
            result.typed[name], result.records[name] = document.value, []
            add(result, name, checked(model, document, name not in SINGLE))
    for name, model in YEARS.items():
        result.records[name] = []
        for path in sorted((folder / name).glob(YEAR_FILE)):
            if document := opened(path, result):
                add(result, name, checked(model, document, year=path.stem))
    return result


def opened(path: Path, result: Tables) -> Document | None:
    """Returns what a file says; None, and the faults in `result`, if it cannot be read."""
    try:
        return read(path, result.folder)
    except DataError as error:
        result.faults += error.faults
        return None


def add(result: Tables, name: str, found: Checked) -> None:
    """Puts the records of a file among the records, and its faults among the faults."""
    result.records[name] += found[0]
    result.faults += found[1]


@lru_cache(MANY_FILES)  # a file that did not change is the same document, and its records are those that they were
def checked(model: type[Record], document: Document, listed: bool = False, year: str = "") -> Checked:
    """Returns the records of a file that are sound, and what is wrong with the others.

    The file is one record or, if `listed`, a list of them; `year` is what its name gives to its record.
    """
    records: list[Record] = []
    faults: list[Fault] = []
    value = document.value
    if year and isinstance(value, dict):
        if place := document.keys.get((GIVEN,)):
            faults.append(Fault(place, f"the name of the file, {year}.yml, says the year; remove '{GIVEN}'"))
        value = value | {GIVEN: year}
    rows: list[tuple[Where, Value]] = [((), value)]
    if listed and isinstance(value, list):
        rows = [((position,), row) for position, row in enumerate(value)]
    for where, row in rows:
        try:
            record = model.model_validate(row)
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=True)
            faults += [explain(detail, document, where, model) for detail in details]
        else:
            record.stands_at(document, where)
            records.append(record)
    return records, faults


def unknown_files(folder: Path) -> list[Fault]:
    """Returns a fault for each YAML file that nothing would read."""
    known = [f"{name}.yml" for name in SINGLE | LISTS | OPTIONAL]
    faults = []
    for path in sorted(folder.rglob("*.y*ml")):
        step, *rest = path.relative_to(folder).parts
        if (step in known and not rest) or (step in YEARS and len(rest) == 1 and fnmatch(path.name, YEAR_FILE)):
            continue
        message = f"no kind of record has this file.{suggestion(path.name, known)}"
        if path.name in known:
            message = f"this file stands in the wrong folder; move it to {folder.name}/{path.name}"
        elif fnmatch(path.name, YEAR_FILE):
            message = f"a file named after its year stands in one of these folders: {', '.join(YEARS)}; move it there"
        elif step in YEARS:
            message = f"no kind of record has this file; a file in {step}/ is named after its year, such as 2030.yml"
        faults.append(Fault(Place(display_name(path, folder)), message))
    return faults
