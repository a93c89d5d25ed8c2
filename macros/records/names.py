"""References between records, as types: each says which kind of record the value names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ..reading.numbers import range_of
from ..reading.shapes import marks
from .fields import Id, Item, Number, Symbol

NAMES = "names"  # the key under which a schema says which kind of record a value names


@dataclass(frozen=True)
class Names:
    """Marks a value that names a record of a kind; with `ranges`, the first and the last of several."""

    kind: str
    ranges: bool = False

    def keys(self, value: str) -> Iterable[str]:
        """Returns the ids or numbers that a value names."""
        return dict.fromkeys(range_of(value)) if self.ranges else [value]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Leaves the kind in the schema of what is typed, in place of a pattern: desk/schema.py puts the ids there."""
        found = handler(core)
        return found if self.ranges or handler.mode == "serialization" else {NAMES: self.kind}


ActivityNumber = Annotated[Number, Names("activity")]
ActivityRange = Annotated[Item, Names("activity", ranges=True)]
AgencyId = Annotated[Id, Names("agency")]
CategoryId = Annotated[Id, Names("category")]
ContactId = Annotated[Id, Names("contact")]
FigureId = Annotated[Symbol, Names("figure")]
GroupNumber = Annotated[Number, Names("group")]
KindId = Annotated[Id, Names("kind")]
ParagraphNumber = Annotated[Number, Names("paragraph")]
PeriodId = Annotated[Id, Names("period")]
SectionNumber = Annotated[Number, Names("section")]
SourceId = Annotated[Id, Names("source")]
TermId = Annotated[Id, Names("term")]
TopicId = Annotated[Id, Names("topic")]


@cache
def names_in(model: type[BaseModel]) -> dict[str, Names]:
    """Returns the fields of a record that name other records, and what they name."""
    found = {}
    for key, field in model.model_fields.items():
        for mark in marks(field):
            if isinstance(mark, Names):
                found[key] = mark
    return found
