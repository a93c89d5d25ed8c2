"""Turns an error of pydantic into a fault that says where it is and what to do."""

from types import UnionType
from typing import Any, get_args

from pydantic_core import ErrorDetails

from ..reading.data import Document, Where
from ..reading.faults import Fault, suggestion
from .record import Record


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
        case "value_error" if str(detail["input"]).startswith(("“", "”", "„", "«")):
            return Fault(place, f"'{key}' stands in quotes that are not straight; type \"...\" with the quotes of YAML")
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
