"""A fault in the data: where it stands and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, order=True)
class Place:
    """A point in a data file. Lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, at one place."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


NEAR = 0.6  # the least likeness, of 0 to 1, at which a known word is worth proposing


Finding = tuple[Place, str]  # what a rule yields: where, and what is wrong


class DataError(Exception):
    """All faults of one reading, sorted by place; printed one to a line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


class RefusalError(Exception):
    """Why a command does nothing: what stands in the way, in one line or more, and what to do."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """Returns " Did you mean 'x'?" for the known word nearest to `word`, or "" if none is near."""

    def nearness(other: str) -> tuple[float, bool]:
        a, b = word.casefold(), other.casefold()
        swapped = sorted(a) == sorted(b)  # two letters that changed places are the likeliest slip
        return SequenceMatcher(None, a, b).ratio(), swapped

    near = max(known, key=nearness, default="")
    return f" Did you mean '{near}'?" if near and nearness(near)[0] >= NEAR else ""
