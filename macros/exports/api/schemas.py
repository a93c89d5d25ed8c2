"""The schemas of the JSON, made from its models: JSON Schema 2020-12 for each kind of file, and OpenAPI 3.1."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from ...catalogue.keys import API
from ...plan.plan import Plan
from .. import Files
from ..encoded import encoded_value
from .models import KINDS, VERSION, Everything, Index

MODELS: dict[str, type[BaseModel]] = {**KINDS, "index": Index, "plan": Everything}
HERE, COMPONENTS = "#/$defs/", "#/components/schemas/"  # where a schema has others, and where OpenAPI has them
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def files(plan: Plan, site_url: str) -> Files:
    """Yields a schema for each kind, one for the indexes and one for plan.json, and the OpenAPI description."""
    for name, model in MODELS.items():
        address = f"{API}schemas/{name}.json"
        yield address, encoded_value({"$schema": DIALECT, "$id": site_url + address} | schema(model))
    yield f"{API}openapi.json", encoded_value(openapi(plan, site_url))


@cache  # the models stay the same while the program runs, and `make serve` asks after each edit
def definitions() -> tuple[dict[type[BaseModel], str], dict[str, Any]]:
    """Returns the name of the schema of each model, and all schemas by their names. They refer to each other."""
    references, found = models_json_schema([(model, "serialization") for model in MODELS.values()])
    return {model: references[model, "serialization"]["$ref"][len(HERE) :] for model in MODELS.values()}, found["$defs"]


def schema(model: type[BaseModel]) -> dict[str, Any]:
    """Returns the JSON Schema of what a model writes, with those that it refers to."""
    names, found = definitions()
    used: dict[str, dict[str, Any]] = {}
    more = [names[model]]
    while more:
        if (name := more.pop()) not in used:
            used[name] = found[name]
            more += referred_to(found[name])
    return used.pop(names[model]) | ({"$defs": dict(sorted(used.items()))} if used else {})


def referred_to(value: Any) -> Iterator[str]:
    """Yields the names of the schemas that a part of a schema refers to."""
    match value:
        case {"$ref": str(reference)}:
            yield reference[len(HERE) :]
        case dict():
            for part in value.values():
                yield from referred_to(part)
        case list():
            for part in value:
                yield from referred_to(part)


def moved(value: Any) -> Any:
    """Returns a part of a schema that refers to the components of OpenAPI instead."""
    match value:
        case {"$ref": str(reference)}:
            return value | {"$ref": COMPONENTS + reference[len(HERE) :]}
        case dict():
            return {key: moved(part) for key, part in value.items()}
        case list():
            return [moved(part) for part in value]
    return value


def openapi(plan: Plan, site_url: str) -> dict[str, Any]:
    """Returns the OpenAPI 3.1 description: two paths for each kind, and one for all of it."""
    names, found = definitions()
    schemas = {model: {"$ref": COMPONENTS + name} for model, name in names.items()}
    paths = {f"/{API}plan.json": get("All of it", "plan", schemas[Everything])}
    for kind, model in KINDS.items():
        paths[f"/{API}{kind}.json"] = get(f"The index of all {kind}", f"list-{kind}", schemas[Index])
        one = get(f"One record of the kind {kind}", f"get-{kind}", schemas[model])
        one["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
        paths[f"/{API}{kind}/{{id}}.json"] = one
    return {
        "openapi": "3.1.0",
        "info": {
            "title": plan.records.site.title,
            "version": VERSION,
            "summary": plan.records.site.description,
            "description": " ".join([plan.records.site.notice, *plan.records.site.licences]),
        },
        "servers": [{"url": site_url.rstrip("/") or "/"}],
        "paths": paths,
        "components": {"schemas": moved(found)},
    }


def get(summary: str, operation: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Returns a path that answers GET with one kind of file."""
    found = {"description": summary, "content": {"application/json": {"schema": schema}}}
    responses = {"200": found, "404": {"description": "No such record"}}
    return {"get": {"summary": summary, "operationId": operation, "responses": responses}}
