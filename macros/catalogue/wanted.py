"""What to type for a key of a record, in plain words: its type, the words to choose from, an example from the data."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ..plan.plan import Plan
from ..reading.dates import Span
from ..reading.shapes import Shape, marks
from ..records.explain import record_in
from ..records.names import Names
from ..records.record import Record
from ..records.references import FILE_OF


@dataclass(frozen=True)
class Key:
    """A key of a record. `inside` is the anchor of the table that explains the record under it, if there is one."""

    name: str
    meaning: str
    typed: str
    needed: bool
    choices: list[str]
    example: str
    inside: str = ""


def keys_of(
    model: type[Record], plan: Plan, records: Iterable[Record], anchors: Mapping[type[Record], str]
) -> list[Key]:
    """Returns the keys of a kind of record. `records` hold the examples; `anchors` lead to the records inside."""
    found = []
    for name, info in model.model_fields.items():
        inner = record_in(info.annotation)
        sample = "" if inner else example(records, model, name)
        found.append(key_of(name, info, plan, sample, anchors[inner] if inner else ""))
    return found


def key_of(name: str, info: FieldInfo, plan: Plan, sample: str, inside: str) -> Key:
    """Returns one key, by what its type notes."""
    kind = next((mark.kind for mark in marks(info) if isinstance(mark, Names) and not mark.ranges), "")
    words = [word for literal in literals(info.annotation) for word in get_args(literal)]
    return Key(
        info.alias or name,
        info.description or "",
        typed(info, kind, words),
        info.is_required(),
        words or choices(plan, kind),
        sample,
        inside,
    )


def typed(info: FieldInfo, kind: str, words: list[str]) -> str:
    """Returns what to type for a key, in plain words."""
    one = next((mark.words for mark in marks(info) if isinstance(mark, Shape)), "a record of its own")
    if words:
        one = "one of these words"
    if kind:
        one = f"one {kind} of {FILE_OF[kind]}.yml" if kind in FILE_OF else f"one {kind} of this file"
    return f"a list, each item {one}" if lists(info.annotation) else one


def lists(annotation: Any) -> bool:
    """Tells whether a type is a list, or a list under conditions."""
    return get_origin(annotation) is list or any(get_origin(part) is list for part in get_args(annotation))


def literals(annotation: Any) -> Iterator[Any]:
    """Yields each choice of words in a type."""
    if get_origin(annotation) is Literal:
        yield annotation
    else:
        for part in get_args(annotation):
            yield from literals(part)


def choices(plan: Plan, kind: str) -> list[str]:
    """Returns the ids to choose from, for the kinds that have few."""
    few: dict[str, dict[str, Any]] = {
        "category": plan.records.categories,
        "group": plan.records.groups,
        "kind": plan.records.kinds,
        "period": plan.records.periods,
        "section": plan.records.sections,
        "topic": plan.records.topics,
    }
    return list(few.get(kind, {}))


def example(records: Iterable[Record], model: type[Record], key: str) -> str:
    """Returns the first value of a key in the data, as it is typed; "" where no record has it."""
    parts = (part for record in records for part in record.parts() if type(part) is model)
    return next((words for part in parts if key in part.model_fields_set and (words := shown(getattr(part, key)))), "")


def shown(value: Any) -> str:
    """Returns a value as it is typed."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case Span():
            return value.edtf
        case list():
            return ", ".join(map(shown, value))
    return str(value)
