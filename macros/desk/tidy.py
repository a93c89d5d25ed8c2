"""Puts the lines of a YAML text in order without reading what they say: ends, blank lines, columns of comments."""

from collections.abc import Iterator
from typing import Any

import yaml

from ..reading.data import Where


def nodes(node: Any, where: Where) -> Iterator[tuple[Where, Any]]:
    """Yields every scalar below a node of PyYAML."""
    if isinstance(node, yaml.ScalarNode):
        yield where, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from nodes(value, (*where, key.value))
    else:
        for n, value in enumerate(node.value):
            yield from nodes(value, (*where, n))


def inside(text: str, styles: str) -> set[int]:
    """Returns the lines, from 0, that block texts fill: "|" for literal ones, "|>" for folded ones too."""
    found: set[int] = set()
    for _, node in nodes(yaml.compose(text, Loader=yaml.CBaseLoader), ()):
        if node.style and node.style in styles:
            found |= set(range(node.start_mark.line + 1, node.end_mark.line))
    return found


def tidied(text: str) -> str:
    """Returns the text without spaces at the ends of lines, without double blank lines, with one line end at its end.

    Comments go to column 0, where they cannot become part of a text when indents change. Literal texts stay as they
    are: there, every space counts.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    literal, block = inside(text, "|"), inside(text, "|>")
    kept: list[str] = []
    for number, line in enumerate(text.split("\n")):
        new = line if number in literal else line.rstrip()
        if number not in block and new.lstrip().startswith("#"):
            new = new.lstrip()
        if new or number in literal or (kept and kept[-1]):
            kept.append(new)
    return "\n".join(kept).rstrip("\n") + "\n"


def aligned(text: str) -> str:
    """Returns the text with each comment in the column of what follows it."""
    block, lines = inside(text, "|>"), text.split("\n")
    indent = 0
    for number in range(len(lines) - 1, -1, -1):
        words = lines[number].lstrip()
        if number not in block and words.startswith("#"):
            lines[number] = " " * indent + words
        elif number not in block and words:
            indent = len(lines[number]) - len(words)
    return "\n".join(lines)
