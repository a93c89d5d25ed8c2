"""The schemas of the JSON, made from its models: JSON Schema 2020-12 for each kind of file, and OpenAPI 3.1."""

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from ..plan import Plan
from . import Files
from .api import KINDS, VERSION, Everything, Index, encoded_value
from .keys import API

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def files(plan: Plan, site_url: str) -> Files:
    """Yields a schema for each kind, one for the indexes and one for plan.json, and the OpenAPI description."""
    models: dict[str, type[BaseModel]] = {**KINDS, "index": Index, "plan": Everything}
    for name, model in models.items():
        address = f"{API}schemas/{name}.json"
        yield address, encoded_value({"$schema": DIALECT, "$id": site_url + address} | schema(model))
    yield f"{API}openapi.json", encoded_value(openapi(plan, site_url))


@cache  # the models stay the same while the program runs, and `make serve` asks after each edit
def schema(model: type[BaseModel]) -> dict[str, Any]:
    """Returns the JSON Schema of what a model writes."""
    return model.model_json_schema(mode="serialization")


def openapi(plan: Plan, site_url: str) -> dict[str, Any]:
    """Returns the OpenAPI 3.1 description: two paths for each kind, and one for all of it."""
    models: list[type[BaseModel]] = [*KINDS.values(), Index, Everything]
    references, definitions = models_json_schema(
        [(model, "serialization") for model in models], ref_template="#/components/schemas/{model}"
    )
    schemas = {model: references[(model, "serialization")] for model in models}
    paths = {f"/{API}plan.json": get("All of it", "plan", schemas[Everything])}
    for kind, model in KINDS.items():
        paths[f"/{API}{kind}.json"] = get(f"The index of all {kind}", f"list-{kind}", schemas[Index])
        one = get(f"One record of the kind {kind}", f"get-{kind}", schemas[model])
        one["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
        paths[f"/{API}{kind}/{{id}}.json"] = one
    return {
        "openapi": "3.1.0",
        "info": {
            "title": plan.site.name,
            "version": VERSION,
            "summary": plan.site.description,
            "description": " ".join([plan.site.notice, *plan.site.licences]),
        },
        "servers": [{"url": site_url.rstrip("/") or "/"}],
        "paths": paths,
        "components": {"schemas": definitions["$defs"]},
    }


def get(summary: str, operation: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Returns a path that answers GET with one kind of file."""
    found = {"description": summary, "content": {"application/json": {"schema": schema}}}
    responses = {"200": found, "404": {"description": "No such record"}}
    return {"get": {"summary": summary, "operationId": operation, "responses": responses}}
