"""Puts records under their keys and groups things by a key, in the order they come."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from .record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")
K = TypeVar("K")


def key_of(record: Record) -> str:
    """Returns the id of a record or, where its kind has numbers, its number; "" where it has neither."""
    return str(getattr(record, "id", None) or getattr(record, "number", ""))


def by_key(records: Iterable[R]) -> dict[str, R]:
    """Returns the records under their keys; of two with the same key, the first."""
    found: dict[str, R] = {}
    for record in records:
        found.setdefault(key_of(record), record)
    return found


class Groups(dict[K, list[T]]):
    """Things under keys. A key that none has gives an empty list, and asking for it does not add it."""

    def __missing__(self, key: K) -> list[T]:
        return []


def collected(pairs: Iterable[tuple[K, T]]) -> Groups[K, T]:
    """Returns the second of each pair under the first, in order."""
    found: Groups[K, T] = Groups()
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return found


def grouped(things: Iterable[T], key: Callable[[T], K]) -> Groups[K, T]:
    """Returns the things under each key, in order."""
    return collected((key(thing), thing) for thing in things)
