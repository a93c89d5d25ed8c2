"""Puts the text of a YAML file into the house style with ruamel.yaml, which keeps the comments where they are."""

import io
import textwrap
from collections.abc import Iterator
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    PlainScalarString,
)

from ..data import Where
from .style import WIDTH, is_plain

QUANTITIES = {"value"}  # the keys whose digits are numbers, and stand without quotes
PASSES = 4


class StyleError(Exception):
    """Why a text is left as it is."""


def formatted(text: str) -> str:
    """Returns the text of a file in the house style. Its values stay the same, and so do its comments.

    Only runs of white space in folded texts may become one space. The text is one that our reader reads. Raises
    StyleError where the style would change a value, or would not come to rest.
    """
    before = values(text)
    for _ in range(PASSES):
        new = aligned(restyled(tidied(text)))
        if new == text:
            return new
        text = new
        if values(text) != before:
            raise StyleError("the house style would change a value here; write the file more simply")
    raise StyleError("the house style does not come to rest here; write the file more simply")


def values(text: str) -> dict[Where, str]:
    """Returns every text of a YAML text under the keys that lead to it, and the keys in their order.

    White space in folded texts does not count.
    """
    found: dict[Where, str] = {}
    for where, node in nodes(yaml.compose(text, Loader=yaml.CBaseLoader), ()):
        found[where] = " ".join(node.value.split()) if node.style == ">" else node.value
    return found


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


def restyled(text: str) -> str:
    """Returns the text as ruamel.yaml writes it: indents of two, lists two columns in, quotes only where needed."""
    tree: Any = yaml.compose(text, Loader=yaml.CBaseLoader)
    inner = isinstance(tree, yaml.SequenceNode)  # ruamel.yaml would put a list at the top two columns in, too
    if inner:
        text = textwrap.indent(text, "  ")
        tree = yaml.compose(text, Loader=yaml.CBaseLoader)
    writer = YAML()
    writer.preserve_quotes = True
    writer.width = 1_000_000  # a line ends where it ended
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.brace_single_entry_mapping_in_flow_sequence = True
    content = writer.load(text)
    restyle(content, tree, text.split("\n"), WIDTH + 2 * inner)
    stream = io.StringIO()
    writer.dump(content, stream)
    lines = stream.getvalue().split("\n")
    return "\n".join(line.removeprefix("  ") if inner else line for line in lines)


def restyle(content: Any, node: Any, lines: list[str], width: int, in_flow: bool = False) -> None:
    """Gives every scalar in a list or mapping of ruamel.yaml its style; `node` is the same thing, as PyYAML sees it."""
    in_flow = in_flow or bool(node.flow_style)
    mapping = isinstance(node, yaml.MappingNode)
    pairs = zip(list(content) if mapping else range(len(content)), node.value, strict=True)
    for key, part in pairs:
        inner = part[1] if mapping else part
        if isinstance(inner, yaml.ScalarNode):
            if key not in QUANTITIES or isinstance(content[key], str):
                content[key] = styled(content[key], inner, lines, width, in_flow)
        else:
            restyle(content[key], inner, lines, width, in_flow)


def styled(value: Any, node: Any, lines: list[str], width: int, in_flow: bool) -> Any:
    """Returns a scalar in its style: literal, folded, plain or in double quotes."""
    if isinstance(value, LiteralScalarString):
        return value
    rows = lines[node.start_mark.line : node.end_mark.line + (node.style != ">")]
    text = str(node.value)
    several = len(rows) > 1 and "\n" not in text.rstrip("\n")
    if isinstance(value, FoldedScalarString):
        wide = several and any(len(row) > width for row in rows)
        return refolded(text, rows, width) if wide or (text.endswith("\n") and several) else value
    if several and not in_flow:
        return refolded(text, rows, width)
    comment = lines[node.end_mark.line][node.end_mark.column :].lstrip().startswith("#")  # our reader wants quotes then
    return PlainScalarString(text) if is_plain(text, in_flow) and not comment else DoubleQuotedScalarString(text)


def refolded(text: str, rows: list[str], width: int) -> Any:
    """Returns a text folded anew; `rows` are the lines on which it stands now, and tell its indent."""
    words = " ".join(text.split())
    width -= len(rows[-1]) - len(rows[-1].lstrip())
    result: Any = FoldedScalarString(words)
    position = -1
    result.fold_pos = []
    for row in textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)[:-1]:
        position += len(row) + 1
        result.fold_pos.append(position)
    return result
