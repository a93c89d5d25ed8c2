"""A table for spreadsheets: columns that say what they hold and where they take it from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Generic, Literal, TypeVar

from ...catalogue.addresses import Addressed, address
from ...plan.plan import Plan
from ...proof.alignment import FOLDER, Lines
from ...records.kinds.source import Source

T = TypeVar("T")
Value = str | int | Decimal | date | None  # a bool is an int; None is an empty cell, and never 0
Type = Literal["string", "integer", "number", "boolean", "date", "year"]  # of Frictionless Table Schema

IDS = "A list: ids or numbers, with a space between."
NAMES = "A list, with a semicolon and a space between."


@dataclass(frozen=True)
class Column(Generic[T]):
    """What stands in one column, and how to get it from what a row is about.

    A column with `words` holds one of them in every row.
    """

    name: str
    description: str
    value: Callable[[T], Value]
    type: Type = "string"
    required: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The name as words: "First line"."""
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Table(Generic[T]):
    """A table with a row for each of `subjects`.

    `key` names the columns that together are different in each row. `refers_to` names, for a column, the table and
    the column in which each of its values stands too.
    """

    name: str
    description: str
    key: list[str]
    columns: list[Column[T]]
    subjects: list[T]
    refers_to: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.name.capitalize()

    @cached_property  # two exporters ask
    def rows(self) -> list[list[Value]]:
        """The values of every row, in the order of the columns."""
        return [[column.value(subject) for column in self.columns] for subject in self.subjects]


def page_of(plan: Plan, site_url: str, record: Callable[[T], Addressed]) -> Column[T]:
    """Returns the column with the full address of the page of a record."""
    what = "The full address of the page."
    return Column("page", what, lambda subject: site_url + address(plan, record(subject)), required=True)


def printed_in(source: Callable[[T], Source], lines: Callable[[T], Lines]) -> list[Column[T]]:
    """Returns the columns that say where our copy of a source prints the official words of a row."""
    return [
        Column("source_file", "Our copy of the source, on this site.", lambda s: f"{FOLDER}/{source(s).file}"),
        Column("first_line", "The first line of the copy that prints it, from 1.", lambda s: lines(s).first, "integer"),
        Column("last_line", "The last line of the copy that prints it.", lambda s: lines(s).last, "integer"),
    ]
