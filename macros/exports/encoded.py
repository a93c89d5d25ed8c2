"""Values as JSON, the same way in every file."""

from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json


def encoded(model: BaseModel) -> bytes:
    """Returns a model as JSON: as `encoded_value` does for plain values."""
    return model.model_dump_json(indent=2, by_alias=True).encode() + b"\n"


def encoded_value(value: Any) -> bytes:
    """Returns a value as JSON in UTF-8, indented for people who look at it, with a line end at the end of the file."""
    return to_json(value, indent=2) + b"\n"
