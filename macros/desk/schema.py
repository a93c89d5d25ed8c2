"""The command behind `make schema`: which keys a data file has, what to type, and the ids that the data has now."""

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..reading.faults import DataError
from ..records.folder import GIVEN, LISTS, OPTIONAL, SINGLE, YEARS
from ..records.kinds.report import Report
from ..records.load import Tables, tables
from ..records.names import NAMES
from ..records.record import Record
from ..records.references import known_keys

DATA = Path("data")
SCHEMAS = Path(".vscode", "schemas")
DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that every editor of YAML knows


def schema(arguments: list[str]) -> str:
    """Writes the schemas that are not as they should be, removes those of no file, and returns what was done.

    Raises DataError, before anything is written, for faults in the data files.
    """
    parser = argparse.ArgumentParser("python -m macros schema", description="Writes the schemas for editors.")
    parser.parse_args(arguments)
    made = dict(schemas(tables(DATA)))
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    old = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")}
    for name in old.keys() - made.keys():
        (SCHEMAS / name).unlink()
    changed = [name for name, text in made.items() if old.get(name) != text]
    for name in changed:
        (SCHEMAS / name).write_text(made[name], encoding="utf-8")
    return f"{SCHEMAS}: {len(made)} schemas, {len(changed)} of them new or changed."


class Typed(GenerateJsonSchema):
    """The schema of what is typed: nothing is null, and neither defaults nor titles stand in the way."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schemas(found: Tables) -> Iterator[tuple[str, str]]:
    """Yields the name and the text of the schema for each data file. Raises DataError for faults in the files."""
    ids = known_ids(found)
    for name, model in (SINGLE | LISTS | OPTIONAL | YEARS).items():
        schema = {"$schema": DIALECT} | with_ids(schema_of(name, model), ids)
        yield f"{name}.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_of(name: str, model: type[Record]) -> dict[str, Any]:
    """Returns the schema of a file, in which a reference says only what kind of record it names."""
    adapter: TypeAdapter[Any] = TypeAdapter(list[model] if name in LISTS | OPTIONAL else model)  # type: ignore[valid-type]
    schema = adapter.json_schema(schema_generator=Typed)
    if name in YEARS:
        del schema["properties"][GIVEN]
        schema["required"].remove(GIVEN)
    return schema


def known_ids(found: Tables) -> dict[str, list[str]]:
    """Returns the ids of each kind of record that another can name. Raises DataError for faults in the files."""
    if found.faults:
        raise DataError(found.faults)
    reports: list[Report] = found.records["reports"]
    ids = known_keys(found)
    ids["figure"] = [figure.id for report in reports for fact in report.all_facts for figure in fact.values]
    return ids


def with_ids(schema: dict[str, Any], ids: Mapping[str, list[str]]) -> dict[str, Any]:
    """Returns a schema with a list of ids for each kind that it names."""
    named: set[str] = set()

    def put(value: Any) -> Any:
        if isinstance(value, list):
            return [put(part) for part in value]
        if not isinstance(value, dict):
            return value
        if isinstance(kind := value.get(NAMES), str):
            named.add(kind)
            rest = {key: part for key, part in value.items() if key != NAMES}
            return {"$ref": f"#/$defs/{kind}"} | rest
        return {key: put(part) for key, part in value.items()}

    filled: dict[str, Any] = put(schema)
    lists = {kind: {"enum": typed(ids[kind])} for kind in sorted(named)}
    return filled | {"$defs": filled.get("$defs", {}) | lists}


def typed(ids: list[str]) -> list[str | int | float]:
    """Returns ids with what an editor makes of those that are digits, where no quotes stand around them."""
    digits = [id_ for id_ in ids if re.fullmatch(r"(0|[1-9]\d*)(\.\d+)?", id_, re.ASCII)]
    return [*ids, *dict.fromkeys(float(id_) if "." in id_ else int(id_) for id_ in digits)]
