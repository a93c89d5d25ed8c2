"""Numbers of the plan: their order, and the ranges that Notes print."""

import re

DOTTED = r"(?<![\w.])(?=[A-Za-z.]*\d)[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+"  # a word with dots inside and a digit in it
RANGE = re.compile(r"\s*[-–]\s*")
PRINTED_ITEM = re.compile(rf"{DOTTED}(?:{RANGE.pattern}{DOTTED})?")


def sort_key(number: str) -> list[tuple[bool, int, str]]:
    """Sorts numbers as numbers: 13.2.10 after 13.2.9. Parts that are not digits come after those that are."""
    parts = [(part, part.isascii() and part.isdigit()) for part in number.split(".")]
    return [(not digits, int(part) if digits else 0, part) for part, digits in parts]


def range_of(item: str) -> tuple[str, str]:
    """Returns the first and last number of a printed range: "13.1.1 - 13.1.3", or one number twice: "13.2.4"."""
    first, *rest = RANGE.split(item, maxsplit=1)
    return first, rest[0] if rest else first
