"""Writes a plan of any size: the real one, and copies of it with other numbers and other bodies.

The copies are made through the models: a field that names a record, or holds the words of the source, is known by its
type, so a new field is copied right. What is written is read back, and must keep every rule.

    python -m bench.grow 10 FOLDER
"""

import re
import shutil
import sys
from pathlib import Path
from random import Random
from typing import Any

from macros.plan.plan import Plan
from macros.reading.shapes import TEXT, VERBATIM, marks
from macros.records.explain import record_in
from macros.records.folder import LISTS
from macros.records.kinds.activity import PrintedCells
from macros.records.kinds.agency import Agency, DatedName
from macros.records.kinds.recommendation import Recommendation
from macros.records.kinds.section import Group, PrintedNumber
from macros.records.names import names_in
from macros.records.record import Record
from macros.rules.checks import load
from tests.support.hostile import as_yaml, print_plan, rows

from .figures import ROOT

NAMES = {(Agency, "name"), (Agency, "spellings"), (Agency, "aliases"), (DatedName, "text")}
NUMBERED = {"section", "paragraph", "group", "activity"}
PRINTED = re.compile(r"(?<![\w.])\d+(?:\.\d+)+(?!\w)")  # a number inside a text: it has a dot at least
WORD = "[a-z]{5,}"
TOKEN = re.compile(r"[\w.]+")


class Copy:
    """The plan once more: its sections follow all others, its groups follow in the one table.

    `time` is 1 for the first copy, 2 for the next.
    """

    def __init__(self, plan: Plan, time: int) -> None:
        self.plan, self.time, self.area = plan, time, f" of Area {time + 1}"
        self.table = plan.table.section.number
        prose = [number for number in plan.records.sections if number != self.table]
        first = max(map(int, plan.records.sections)) + len(prose) * (time - 1) + 1
        self.sections = {number: str(first + n) for n, number in enumerate(prose)}
        spelt = {name for agency in plan.records.agencies.values() for name in [*agency.spellings, agency.name]}
        names = "|".join(map(re.escape, sorted(spelt, key=len, reverse=True)))
        self.names = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
        self.names_and_words = re.compile(rf"(?<!\w)(?P<name>{names})(?!\w)|\b{WORD}\b", re.IGNORECASE)
        used = sorted(
            {
                word
                for activity in plan.records.activities.values()
                for word in re.findall(rf"\b{WORD}\b", activity.text)
            }
        )
        avoided = {word for term in plan.records.terms.values() for wording in term.avoid for word in wording.split()}
        used = [word for word in used if word not in avoided]  # they may not stand in a text of ours
        others = Random(time).sample(used, len(used))  # noqa: S311 - the same at every run
        self.other = dict(zip(used, others, strict=True))

    def number(self, old: str) -> str:
        """Returns what stands for the number of a section, paragraph, point, group or activity."""
        head, *rest = old.split(".")
        if head == self.table and rest:
            return ".".join([head, str(int(rest[0]) + len(self.plan.records.groups) * self.time), *rest[1:]])
        return ".".join([self.sections.get(head, head), *rest])

    def cell(self, text: str) -> str:
        """Returns a cell of the table with the bodies of the copy."""
        return self.names.sub(lambda match: f"{match[0]}{self.area}", text)

    def words(self, text: str) -> str:
        """Returns a text with the numbers and the bodies of the copy.

        Its words change places with each other, in the same way all through a copy: else all copies would be one text
        to who compresses them, and fifty plans would weigh little more than one.
        """

        def put(match: re.Match[str]) -> str:
            return f"{match[0]}{self.area}" if match["name"] else self.other.get(match[0], match[0])

        text = PRINTED.sub(lambda match: self.number(match[0]), text)
        return self.names_and_words.sub(put, text)

    def value(self, text: str, model: type[Record], name: str) -> str:
        """Returns what stands for one value of a record."""
        field, names = model.model_fields[name], names_in(model).get(name)
        if (names and names.kind == "agency") or (model, name) == (Agency, "id"):
            return f"{text}-{self.time + 1}"
        if (model, name) == (Recommendation, "number"):
            return str(int(text) + len(self.plan.records.recommendations) * self.time)
        if names and names.kind in NUMBERED:
            return TOKEN.sub(lambda match: self.number(match[0]), text)
        if name == "number" and model is not PrintedNumber:
            return self.number(text)
        if (model, name) in NAMES:
            return f"{text}{self.area}"
        if model is PrintedCells:
            return self.cell(text)
        if VERBATIM in marks(field) or (TEXT in marks(field) and name == "summary"):
            return self.words(text)
        return text

    def record(self, value: dict[str, Any], model: type[Record]) -> dict[str, Any]:
        """Returns what is typed for a record of the copy, given what is typed for that of the plan."""
        names = {field.alias or name: name for name, field in model.model_fields.items()}
        result: dict[str, Any] = {}
        for key, part in value.items():
            name = names[key]
            inner = record_in(model.model_fields[name].annotation)
            many = part if isinstance(part, list) else [part]
            new = [self.record(item, inner) if inner else self.value(item, model, name) for item in many]
            result[key] = new if isinstance(part, list) else new[0]
        return result


def grown(data: dict[str, list[Any]], plan: Plan, times: int) -> dict[str, list[Any]]:
    """Returns the rows of the copied kinds of record, `times` as many."""
    result = {name: list(found) for name, found in data.items()}
    table = next(row for row in result["sections"] if row.get("groups"))
    groups = list(table["groups"])
    for copy in (Copy(plan, time) for time in range(1, times)):
        for name, found in data.items():
            result[name] += [copy.record(row, LISTS[name]) for row in found if row is not table]
        table["groups"] += [copy.record(row, Group) for row in groups]
    return result


def grow(times: int, folder: Path, real: Path = ROOT / "data") -> Plan:
    """Writes a data folder with `times` the sections, activities, bodies and Notes of `real`; returns its plan.

    Raises DataError if it breaks a rule.
    """
    shutil.copytree(real, folder)
    if times > 1:
        names = ("sections", "activities", "agencies", "recommendations")
        data = {name: rows(folder / f"{name}.yml") for name in names}
        for name, found in grown(data, load(real), times).items():
            (folder / f"{name}.yml").write_text(as_yaml(found), encoding="utf-8")
        print_plan(folder)
    return load(folder)


if __name__ == "__main__":
    plan = grow(int(sys.argv[1]), Path(sys.argv[2]))
    print(
        len(plan.records.sections),
        "sections,",
        len(plan.records.activities),
        "activities,",
        len(plan.records.agencies),
        "bodies",
    )
