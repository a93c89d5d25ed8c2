"""Editors help a maintainer as the program would: schemas of the data files, and the page that explains each key."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import textstat
import yaml

from macros.catalogue.dictionary import READ_BY, dictionary
from macros.desk.schema import schema, schemas
from macros.plan.plan import Plan
from macros.records.folder import GIVEN, LISTS, OPTIONAL, SINGLE, YEAR_FILE, YEARS
from macros.records.load import tables
from macros.records.record import Record

from ..support.data_copy import DataCopy
from ..support.html import Document
from ..support.project import DATA, ROOT

NAMES = list(SINGLE | LISTS | OPTIONAL | YEARS)
JARGON = r"\b(None|True|False|null|str|int|bool|dict|tuple|enum|regex|string|boolean|model|instance|pydantic)\b|`"
Schemas = dict[str, Any]


def inside(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for other in model.__subclasses__():
        yield from inside(other)


MODELS = [model for model in inside(Record) if model is not Record and model.__module__.startswith("macros.")]
FIELDS = [(f"{m.__name__}.{key}", field.description) for m in MODELS for key, field in m.model_fields.items()]


FILES = [(name, path) for name in SINGLE | LISTS | OPTIONAL if (path := DATA / f"{name}.yml").exists()]
FILES += [(name, path) for name in YEARS for path in sorted((DATA / name).glob(YEAR_FILE))]


def as_an_editor_reads(text: str) -> Any:
    """Returns what YAML makes of a file: numbers, truths; a day stays text, as JSON has no days."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(part) for key, part in value.items()}
        if isinstance(value, list):
            return [plain(part) for part in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(yaml.safe_load(text))


@pytest.fixture(scope="session")
def made() -> Schemas:
    return {name.removesuffix(".json"): json.loads(text) for name, text in schemas(tables(DATA))}


def test_every_key_is_described() -> None:
    assert len(FIELDS) > 150
    assert [name for name, description in FIELDS if not description] == []


def test_descriptions_are_plain() -> None:
    odd = [name for name, text in FIELDS if re.search(JARGON, text or "") or not re.fullmatch(r"[A-Z].*\.", text or "")]
    assert odd == []
    grades = {name: textstat.automated_readability_index(text or "") for name, text in FIELDS}
    assert sum(grades.values()) / len(grades) <= 9


def without_ids(text: str) -> Any:
    """Returns a schema without the ids that a kind of record has now: they are the data's, and no test knows them."""
    schema = json.loads(text)
    return schema | {"$defs": {kind: found for kind, found in schema["$defs"].items() if found.keys() != {"enum"}}}


def test_the_schemas_are_those_of_the_models() -> None:
    folder = ROOT / ".vscode" / "schemas"
    committed = {path.name: without_ids(path.read_text(encoding="utf-8")) for path in folder.iterdir()}
    made = {name: without_ids(text) for name, text in schemas(tables(DATA))}
    assert made.items() <= committed.items(), "the models changed: run `make schema`"


def test_the_command_writes_them_and_removes_those_of_no_file(data: DataCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.folder.parent)
    assert schema([]) == f".vscode/schemas: {len(NAMES)} schemas, {len(NAMES)} of them new or changed."
    Path(".vscode", "schemas", "old.json").write_text("{}", encoding="utf-8")
    assert schema([]) == f".vscode/schemas: {len(NAMES)} schemas, 0 of them new or changed."
    assert {path.stem for path in Path(".vscode", "schemas").iterdir()} == set(NAMES)
    data.edit("topics.yml", "- id: children", "- id: young-people")  # names that lead nowhere do not stand in the way
    assert schema([]) == f".vscode/schemas: {len(NAMES)} schemas, 1 of them new or changed."


def test_a_schema_is_a_schema(made: Schemas) -> None:
    assert set(made) == set(NAMES)
    for found in made.values():
        jsonschema.Draft7Validator.check_schema(found)


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: str(getattr(value, "stem", value)))
def test_each_data_file_keeps_to_its_schema(made: Schemas, name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for value in (as_an_editor_reads(text), yaml.load(text, yaml.BaseLoader)):  # noqa: S506 - all text, as we read it
        errors = [
            f"{error.json_path}: {error.message}" for error in jsonschema.Draft7Validator(made[name]).iter_errors(value)
        ]
        assert errors == []


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: str(getattr(value, "stem", value)))
def test_the_first_line_of_each_data_file_names_its_schema(name: str, path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    if name in OPTIONAL | YEARS and "yaml-language-server" not in first:
        pytest.skip("somebody typed this file by hand; .vscode/settings.json names its schema")
    target = first.removeprefix("# yaml-language-server: $schema=")
    assert target != first
    folder = (ROOT / "data" / path.relative_to(DATA)).parent
    assert (folder / target).resolve() == ROOT / ".vscode" / "schemas" / f"{name}.json"
    assert (folder / target).is_file()


SPOILT = [  # what stands in a file, what a maintainer types in its place
    ("topics", "label: Children", "lable: Children"),
    ("topics", "  label: Children\n", ""),
    ("topics", "- id: children", "- id: Children & Co"),
    ("activities", "executors: [cabinet, mia,", "executors: [cabinett, mia,"),
    ("activities", "executors: [cabinet, scfwcp, mfa]", "executors: []"),
    ("activities", 'period: "2014-2016"', 'period: "2014-2061"'),
    ("activities", "how: close", "how: near"),
    ("activities", "topics: [law, abroad]", "topics: law"),
    ("agencies", "kind: ministry", "kind: ministery"),
    ("agencies", 'collective: "yes"', "collective: maybe"),
    ("agencies", 'from: "2015-12-14"', 'from: "14 December 2015"'),
    ("periods", 'start: "2014"', 'start: "14"'),
    ("periods", 'start: "2014"', "start: 20144"),
    ("decree", "language: en", "language: English"),
    ("decree", "source: order-667", "source: order-668"),
    ("sources", "sha256: 60", "sha256: "),
    ("situations", 'activities: ["13.5.8"]', 'activities: ["13.58"]'),
    ("contacts", "phones: [(+99412) 590-20-49]", "phones:"),
    ("recommendations", "agency: bar", "agency: baar"),
    ("reports", "headlines: [victims,", "headlines: [victms,"),
    ("reports", 'blank: "yes"', "blank: perhaps"),
    ("reports", 'date: "2014"', 'date: "last year"'),
]


@pytest.mark.parametrize(("name", "old", "new"), SPOILT, ids=lambda value: str(value).strip())
def test_a_mistake_shows_in_the_editor(made: Schemas, name: str, old: str, new: str) -> None:
    path = dict(FILES)[name]
    text = path.read_text(encoding="utf-8")
    assert old in text
    value = as_an_editor_reads(text.replace(old, new, 1))
    assert not jsonschema.Draft7Validator(made[name]).is_valid(value)


TAKEN = [  # what a maintainer may type in another way, and our reader takes
    ("periods", 'start: "2014"', "start: 2014"),
    ("agencies", 'collective: "yes"', "collective: yes"),
    ("decree", 'date_document: "2014-07-24"', "date_document: 2014-07-24"),
    ("decree", 'id_local: "667"', "id_local: 667"),
    ("activities", 'group: "13.1"', "group: 13.1"),
    ("reports", 'date: "2014"', "date: 2014"),
]


@pytest.mark.parametrize(("name", "old", "new"), TAKEN, ids=lambda value: str(value))
def test_quotes_are_for_the_maintainer_to_choose(made: Schemas, data: DataCopy, name: str, old: str, new: str) -> None:
    path = dict(FILES)[name].relative_to(DATA)
    data.edit(path.as_posix(), old, new)
    assert data.faults() == []
    value = as_an_editor_reads((data.folder / path).read_text(encoding="utf-8"))
    assert jsonschema.Draft7Validator(made[name]).is_valid(value)


def test_each_list_to_choose_from_holds_exactly_the_ids(made: Schemas, plan: Plan) -> None:
    figures = [f.id for report in plan.records.reports.values() for fact in report.all_facts for f in fact.values]
    wanted: dict[str, Iterable[str]] = {
        "activity": plan.records.activities,
        "agency": plan.records.agencies,
        "category": plan.records.categories,
        "contact": plan.records.contacts,
        "figure": figures,
        "group": plan.records.groups,
        "kind": plan.records.kinds,
        "paragraph": plan.records.paragraphs,
        "period": plan.records.periods,
        "section": plan.records.sections,
        "source": [
            id_
            for id_ in plan.records.sources
            if id_ not in {report.source.id for report in plan.records.reports.values()}
        ],
        "term": plan.records.terms,
        "topic": plan.records.topics,
    }
    lists = [(kind, found["enum"]) for s in made.values() for kind, found in s["$defs"].items() if "enum" in found]
    assert {kind for kind, _ in lists} == set(wanted)
    for kind, ids in lists:
        assert [id_ for id_ in ids if isinstance(id_, str)] == list(wanted[kind])
        assert {str(id_) for id_ in ids if not isinstance(id_, str)} <= set(wanted[kind])


def test_a_new_id_is_in_the_list_of_the_others(data: DataCopy) -> None:
    data.edit("topics.yml", "- id: children", "- {id: dogs, label: Dogs, summary: None.}\n- id: children")
    found = {name: json.loads(text) for name, text in schemas(tables(data.folder))}
    assert found["activities.json"]["$defs"]["topic"]["enum"][:2] == ["dogs", "children"]


def test_the_schema_says_what_the_models_say(made: Schemas) -> None:
    activity = made["activities"]["$defs"]["Activity"]
    assert activity["additionalProperties"] is False
    assert activity["required"] == ["number", "group", "text", "executors", "period", "as_printed"]
    assert activity["properties"]["topics"]["description"] == "Ours: what the activity is about."
    assert made["sources"]["$defs"]["Source"]["properties"]["sha256"]["pattern"] == "^([0-9a-f]{64})$"
    assert GIVEN not in made["reports"]["properties"]
    assert GIVEN not in made["reports"]["required"]


def test_the_editor_is_set_up() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.validate"] is True
    assert settings["[yaml]"]["editor.formatOnSave"] is False
    wanted = {f"./.vscode/schemas/{name}.json": f"data/{name}.yml" for name in SINGLE | LISTS | OPTIONAL}
    wanted |= {f"./.vscode/schemas/{name}.json": f"data/{name}/{YEAR_FILE}" for name in YEARS}
    assert settings["yaml.schemas"] == wanted
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_the_dictionary_shows_every_file_and_every_key(plan: Plan, pages: dict[str, Document]) -> None:
    page = pages["contribute/data/"]
    shown = [cell.text for cell in page.all("th", scope="row")]
    keys = [key.name for file in dictionary(plan) for part in file.parts for key in part.keys]
    assert shown == keys
    assert [heading.text for heading in page.all("h2")][: len(NAMES)] == [file.name for file in dictionary(plan)]
    missing = [name for name, description in FIELDS if str(description) not in page.article]
    assert missing == ["Report.year"]  # the name of the file says it


def test_the_dictionary_takes_its_examples_and_choices_from_the_data(plan: Plan) -> None:
    found = {(file.name, key.name): key for file in dictionary(plan) for part in file.parts[:1] for key in part.keys}
    first = next(iter(plan.records.activities.values()))
    assert found["activities.yml", "text"].example == first.text
    assert found["activities.yml", "executors"].example == ", ".join(first.executors)
    assert found["activities.yml", "executors"].typed == "a list, each item one agency of agencies.yml"
    assert found["activities.yml", "topics"].choices == list(plan.records.topics)
    assert found["agencies.yml", "collective"].example == "yes"
    assert found["periods.yml", "start"].example == "2014"
    assert not found["activities.yml", "summary"].needed
    assert found["activities.yml", "as_printed"].inside == "activities-as_printed"


def test_the_dictionary_says_where_a_file_shows(pages: dict[str, Document], built: Path) -> None:
    assert set(READ_BY) == set(NAMES)
    for addresses in READ_BY.values():
        for address in addresses:
            assert address in pages or (built / address).is_file()
