"""Puts records under their keys and groups things by a key, in the order they come."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from .models import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


def key_of(record: Record) -> str:
    """Returns the id of a record or, where its kind has numbers, its number; "" where it has neither."""
    return str(getattr(record, "id", None) or getattr(record, "number", ""))


def by_key(records: Iterable[R]) -> dict[str, R]:
    """Returns the records under their keys; of two with the same key, the first."""
    found: dict[str, R] = {}
    for record in records:
        found.setdefault(key_of(record), record)
    return found


def grouped(things: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Returns the things under each key, in order; a key that no thing has gives an empty list."""
    found: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append(thing)
    return found
