"""YAML in which every value is text that knows its file, line and column."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

import yaml

from .faults import DataError, Fault, Place
from .files import INVISIBLE, display_name, open_text, refusal
from .unreadable import conflict, reason

MAX_DEPTH = 12
MANY_FILES = 64  # more than a data folder has
KEY = re.compile(r"[\w-]+")
LOST = re.compile(r"[ \t]+#")

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Where = tuple[str | int, ...]  # the keys and list positions that lead to a value: (3, "executors", 0)


@dataclass(eq=False)
class Document:
    """What one file says: its value, and the place of every value and every key in it. Shared: do not change it."""

    name: str
    value: Value = None
    values: dict[Where, Place] = field(default_factory=dict)
    keys: dict[Where, Place] = field(default_factory=dict)

    def place(self, where: Where) -> Place:
        """Returns the place of the value at `where`, or of the nearest value that holds it."""
        while where and where not in self.values:
            where = where[:-1]
        return self.values.get(where, Place(self.name))


@dataclass
class Branch:
    """A list or mapping that is still being read; `key` is the one whose value comes next."""

    where: Where
    value: list[Value] | dict[str, Value]
    key: str | None = None


def read(path: Path, folder: Path) -> Document:
    """Returns the one YAML document of `path`. Every scalar is text: 3.10 stays "3.10", no stays "no".

    Raises DataError for what `open_text` refuses, for YAML that cannot be parsed, and for every duplicate or odd
    key, empty value, anchor, alias, merge key, tag, second document, deep nesting and text lost behind a "#".
    """
    return said(display_name(path, folder), open_text(path, folder))


@lru_cache(MANY_FILES)  # after an edit of one file, the others say what they said
def said(name: str, text: str) -> Document:
    """Returns what the text of the file `name` says. Raises DataError for what `read` refuses in it."""
    if found := conflict(text):
        raise refusal(name, found[1], found[0])
    reader = Reader(name, text)
    try:
        reader.read()
    except yaml.MarkedYAMLError as error:
        mark, message = reason(error)
        reader.faults.append(Fault(place_of(name, mark), message))
    if not reader.documents:
        reader.faults.append(Fault(Place(name), emptiness(())))
    if reader.faults:
        raise DataError(reader.faults)
    return reader.document


def place_of(name: str, mark: Any) -> Place:
    """Returns the place of a PyYAML mark, which counts from 0; the start of the file where there is none."""
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


class Reader:
    """Builds a Document from parser events, and gathers what is wrong with them.

    Events, not nodes: deep nesting cannot exhaust the stack.
    """

    def __init__(self, name: str, text: str) -> None:
        self.document = Document(name)
        self.faults: list[Fault] = []
        self.text = text
        self.lines = text.split("\n")
        self.open: list[Branch] = []
        self.documents = 0

    def read(self) -> None:
        for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
            self.refuse_extras(event)
            match event:
                case yaml.ScalarEvent():
                    self.add(self.scalar(event), event)
                case yaml.AliasEvent():
                    self.add("", event)
                case yaml.SequenceStartEvent():
                    self.add([], event)
                case yaml.MappingStartEvent():
                    self.add({}, event)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self.open.pop()

    def refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop(event, "one document to a file; remove this '---' line")
        if isinstance(event, yaml.AliasEvent):
            self.note(event, "aliases are not allowed; write the value out, or quote text that starts with '*'")
        elif getattr(event, "anchor", None):
            self.note(event, "anchors are not allowed; remove it, or quote text that starts with '&'")
        if getattr(event, "tag", None):
            self.note(event, "tags are not allowed; remove it, or quote text that starts with '!'")

    def scalar(self, event: yaml.ScalarEvent) -> str | None:
        value: str = event.value
        if match := INVISIBLE.search(value):
            self.note(event, f"the escape of the invisible character U+{ord(match[0]):04X} stands here; delete it")
        if event.style:  # quoted or a block; a plain scalar has "" with libyaml and None with PyYAML
            return value
        end: Any = event.end_mark
        if value and LOST.match(self.lines[end.line], end.column):
            message = "what follows # here is lost; quote the text, or put the comment on a line of its own"
            self.faults.append(Fault(place_of(self.document.name, end), message))
        return None if value in ("", "~", "null") else value

    def add(self, value: Value, event: yaml.Event) -> None:
        if not self.open:
            where: Where = ()
            self.document.value = value
        else:
            branch = self.open[-1]
            if isinstance(branch.value, dict) and branch.key is None:
                self.start_key(branch, branch.value, value, event)
                return
            where = self.attach(branch, value)
        if value is None:
            self.note(event, emptiness(where))
        self.document.values[where] = self.place(event)
        if isinstance(value, list | dict):
            if len(self.open) == MAX_DEPTH:
                self.stop(event, f"this is nested more than {MAX_DEPTH} levels deep; make it flatter")
            self.open.append(Branch(where, value))

    def start_key(self, branch: Branch, mapping: dict[str, Value], key: Value, event: yaml.Event) -> None:
        if key == "<<":
            self.note(event, "merge keys are not allowed; write the values out")
        elif not isinstance(key, str) or not KEY.fullmatch(key):
            self.stop(event, "a key is one plain word")
        where = (*branch.where, str(key))
        if key in mapping:
            line = self.document.keys[where].line
            self.note(event, f"the key '{key}' already stands on line {line}; remove one, or begin a record with '- '")
        self.document.keys[where] = self.place(event)
        branch.key = str(key)

    def attach(self, branch: Branch, value: Value) -> Where:
        if isinstance(branch.value, list):
            branch.value.append(value)
            return (*branch.where, len(branch.value) - 1)
        key = branch.key or ""
        where = (*branch.where, key)
        branch.value[key] = value
        branch.key = None
        return where

    def place(self, event: yaml.Event) -> Place:
        return place_of(self.document.name, event.start_mark)

    def note(self, event: yaml.Event, message: str) -> None:
        """Remembers a fault and reads on."""
        self.faults.append(Fault(self.place(event), message))

    def stop(self, event: yaml.Event, message: str) -> NoReturn:
        """Gives up on the file: what follows cannot be read in any sense."""
        raise DataError([*self.faults, Fault(self.place(event), message)])


def emptiness(where: Where) -> str:
    """Says what is empty: a file, an item of a list, or the value of a key."""
    if not where:
        return "this file is empty; restore it"
    if isinstance(where[-1], int):
        return "this item is empty; write it, or remove the '-'"
    return f"'{where[-1]}' is empty; write a value, or remove the key"
