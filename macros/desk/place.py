"""Puts a record, a key or a value into the text of a YAML file; every other character of it stays as it is."""

import codecs
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from ..reading import style
from ..reading.data import Value, Where

Placed = tuple[str, int]  # the new text, and the line, from 1, on which the new words begin


def text_of(path: Path) -> tuple[str, bytes]:
    """Returns the text of a file that our reader reads, with its own line ends, and its byte-order mark or b""."""
    raw = path.read_bytes()
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    return raw.removeprefix(mark).decode(), mark


def node_at(text: str, where: Where) -> Any:
    """Returns the node of PyYAML at `where`; None where the text has none. The text is one that our reader reads."""
    node: Any = yaml.compose(text, Loader=yaml.CBaseLoader)
    for step in where:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next((value for key, value in node.value if key.value == step), None)
            if node is None:
                return None
    return node


def last_line(node: Any, lines: Sequence[str]) -> int:
    """Returns the last line, from 0, that belongs to a node: neither blank lines nor comments after it do."""
    if isinstance(node, yaml.ScalarNode):
        line = int(node.end_mark.line)
        if node.style in ("|", ">"):
            line -= node.end_mark.column == 0
            while not lines[line].strip():
                line -= 1
        return line
    if node.flow_style or not node.value:
        return int(node.end_mark.line)
    child = node.value[-1]
    return last_line(child[1] if isinstance(node, yaml.MappingNode) else child, lines)


def with_item(text: str, where: Where, position: int, given: dict[str, Value]) -> Placed:
    """Returns the text with a record put at `position` into the list at `where`, in the manner of its neighbours.

    Raises ValueError for a list in brackets.
    """
    lines, node = text.split("\n"), node_at(text, where)
    if node.flow_style or not node.value:
        raise ValueError("the list stands in brackets; write each of its items on a line that starts with '- '")
    indent = node.start_mark.column
    neighbour = node.value[max(position - 1, 0)]
    rows = style.item(given, indent, on_one_line=True) if neighbour.flow_style else style.record(given, indent)
    gap = [""] * is_spaced(node, lines)
    if position == 0:
        line = node.value[0].start_mark.line
        return inserted(text, line, [*rows, *gap]), line + 1
    line = last_line(neighbour, lines) + 1
    return inserted(text, line, [*gap, *rows]), line + 1 + len(gap)


def is_spaced(node: Any, lines: Sequence[str]) -> bool:
    """Tells whether blank lines stand between the records of a list; for a single one, whether it is a long one."""
    first, *rest = node.value
    last = last_line(first, lines)
    return not lines[last + 1].strip() if rest else last - first.start_mark.line > 4


def with_key(text: str, where: Where, key: str, value: Value, after: Sequence[str]) -> Placed:
    """Returns the text with a new key in the mapping at `where`, after the last of the keys `after` that it has.

    Where it has none of them, the key comes last.
    """
    lines, node = text.split("\n"), node_at(text, where)
    before = [part for name, part in node.value if name.value in after] or [node.value[-1][1]]
    line = max(last_line(part, lines) for part in before) + 1
    rows = style.pair(key, value, node.value[0][0].start_mark.column)
    return inserted(text, line, rows), line + 1


def with_value(text: str, where: Where, value: str) -> Placed:
    """Returns the text with another value at `where`, where one stands on a line or folded."""
    node, key = node_at(text, where), str(where[-1])
    column = node_at(text, where[:-1]).value[0][0].start_mark.column
    lines = text.split("\n")
    first, last = node.start_mark.line, last_line(node, lines)
    start = lines[first][: node.start_mark.column]
    rest = "" if node.style in ("|", ">") else lines[last][node.end_mark.column :]
    new = style.pair(key, value, column)
    if rest.strip() or len(new) == 1 or not start.strip().startswith(key):
        inside = node_at(text, where[:-1]).flow_style
        new = [start + style.scalar(value, flow=inside) + rest]
    elif start.strip() != f"{key}:":  # "- key: value", the first key of a record
        new[0] = start[:column] + new[0].lstrip(" ")
    ends = "\r" * lines[first].endswith("\r")
    return "\n".join([*lines[:first], *(row.removesuffix("\r") + ends for row in new), *lines[last + 1 :]]), first + 1


def inserted(text: str, line: int, rows: Sequence[str]) -> str:
    """Returns the text with rows before the line `line`, counted from 0, and with the line ends that the text has."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = io.StringIO(text, newline="\n").readlines()
    if line >= len(lines) and not lines[-1].endswith("\n"):
        lines[-1] += end
    return "".join([*lines[:line], *(row + end for row in rows), *lines[line:]])
