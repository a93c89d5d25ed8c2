"""The house style of YAML: a text is plain where that is safe, else in double quotes, and folded where it is long."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence

import yaml

from .data import Value

WIDTH = 120  # no line that we write is longer, if its words allow it


NUMBER = re.compile(r"\d[\W\d_]*|[-+]?0o[0-7]+|[-+]?\d+[eE][-+]?\d+")  # what a reader may take for one
UNSAFE = re.compile(r".*[#:\s]|", re.DOTALL)
UNSAFE_IN_FLOW = re.compile(r"[][{},:?]")


def is_plain(text: str, flow: bool = False) -> bool:
    """Tells whether `text` stands without quotes: every reader of YAML takes it for this text and nothing else.

    Numbers, dates, and words such as yes need quotes, and so does what begins with a digit and has no letter. `flow`
    is for a text inside [...] or {...}, where commas, brackets, colons and question marks need quotes too.
    """
    if NUMBER.fullmatch(text) or UNSAFE.fullmatch(text) or (flow and UNSAFE_IN_FLOW.search(text)):
        return False
    try:
        node = yaml.compose(f"- {text}\n", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    wanted = [("tag:yaml.org,2002:str", text, None)]  # a number, a date, yes or no would have another tag
    return [(item.tag, item.value, getattr(item, "style", None)) for item in items] == wanted


def scalar(text: str, flow: bool = False) -> str:
    """Returns a text as it stands on one line: the strings of JSON are strings of YAML."""
    return text if is_plain(text, flow) else json.dumps(text, ensure_ascii=False)


def flow(value: Value) -> str:
    """Returns a value on one line: [mia, moj] or {paragraph: "4.3", how: close}."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value or "", flow=True)


def folded(text: str, indent: int) -> list[str]:
    """Returns the lines of a folded text; not a word of it is broken."""
    width = max(WIDTH - indent, 40)
    rows = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return [" " * indent + row for row in rows]


def pair(key: str, value: Value, indent: int = 0) -> list[str]:
    """Returns the lines of a key and its value; the key stands in column `indent`, counted from 0."""
    start = " " * indent + f"{key}:"
    if isinstance(value, dict):
        return [start, *mapping(value, indent + 2)]
    if isinstance(value, list):
        line = f"{start} {flow(value)}"
        if len(line) <= WIDTH and not any(isinstance(part, dict) for part in value):
            return [line]
        return [start, *sequence(value, indent + 2)]
    line = f"{start} {scalar(value or '')}"
    return [line] if len(line) <= WIDTH else [f"{start} >-", *folded(value or "", indent + 2)]


def mapping(value: Mapping[str, Value], indent: int = 0) -> list[str]:
    """Returns the lines of a mapping, key by key."""
    return [line for key, part in value.items() for line in pair(key, part, indent)]


def sequence(values: Sequence[Value], indent: int = 0) -> list[str]:
    """Returns the lines of a list, item by item."""
    return [line for value in values for line in item(value, indent)]


def item(value: Value, indent: int = 0, on_one_line: bool = False) -> list[str]:
    """Returns the lines of an item of a list: a short mapping inside a record, or if asked, stands on one line."""
    dash = " " * indent + "- "
    if not isinstance(value, dict):
        line = dash + (flow(value) if isinstance(value, list) else scalar(value or ""))
        return [f"{dash}>-", *folded(value, indent + 2)] if isinstance(value, str) and len(line) > WIDTH else [line]
    line = dash + flow(value)
    if on_one_line or (indent and len(line) <= WIDTH and not any(isinstance(part, list) for part in value.values())):
        return [line]
    return record(value, indent)


def record(value: Mapping[str, Value], indent: int = 0) -> list[str]:
    """Returns the lines of a mapping that is an item of a list, one key below the other."""
    first, *rest = mapping(value, indent + 2)
    return [" " * indent + "- " + first.lstrip(" "), *rest]
