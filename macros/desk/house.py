"""Puts the text of a YAML file into the house style with ruamel.yaml, which keeps the comments where they are."""

import io
import textwrap
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    PlainScalarString,
)

from ..reading.data import Where
from ..reading.style import WIDTH, is_plain
from .tidy import aligned, nodes, tidied

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
