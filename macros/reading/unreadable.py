"""Says in plain words why a file cannot be read as YAML, and where the mistake begins."""

import re
from typing import Any

import yaml

# What the parser says; whether the mistake begins where the parser began, not where it gave up; what we say.
PLAIN = [
    (
        "mapping values are not allowed",
        False,
        "a ': ' too many; quote text with ': ' in it, or check the indent and the line above",
    ),
    ("expected node content", False, "a value is missing here; write it, or remove a comma"),
    ("sequence entries are not allowed", False, "a list starts on a line of its own; or quote text that starts with -"),
    ("cannot start any token", False, "use spaces in place of tabs, and quote text that starts with a symbol"),
    ("tab character", False, "use spaces in place of tabs"),
    ("did not find expected key", False, "check the indent, and that every quote is closed, and none stands inside"),
    (
        "could not find expected ':'",
        True,
        "this line has no key with ': ' after it, or it lost its indent; write 'key: value', or put the spaces back",
    ),
    ("expected '-' indicator", False, "check the indent: each item of a list starts with '- ' in the same column"),
    ("expected ',' or", True, "the bracket that opens here is not closed, or a comma is missing between two items"),
    ("unexpected end of stream", True, "the quote or bracket that opens here is never closed; close it"),
    ("unknown escape character", False, 'inside "..." a \\ has a meaning; use \'...\' in place of "..."'),
]
CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?= |$)", re.MULTILINE)


def reason(error: yaml.MarkedYAMLError) -> tuple[Any, str]:
    """Returns the mark of a mistake, or None, and what is wrong there; the parser's own words if we have none."""
    problem = error.problem or "this is not YAML"
    for sign, begins, plain in PLAIN:
        if sign in problem:
            return (error.context_mark if begins else None) or error.problem_mark, plain
    return error.problem_mark or error.context_mark, f"{problem}; compare this line with those around it"


def conflict(text: str) -> tuple[int, str] | None:
    """Returns the line of the first mark that git leaves where two changes meet, and what to do; None without one."""
    match = CONFLICT.search(text)
    if not match:
        return None
    message = "two changes meet here; keep the right lines, and remove those with <<<<<<<, ======= and >>>>>>>"
    return text.count("\n", 0, match.start()) + 1, message
