"""Numbers of the plan: their order, and the ranges that Notes print."""

import re

DOTTED = r"(?<![\w.])(?=[A-Za-z.]*\d)[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+"  # a word with dots inside and a digit in it
ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
ROMAN = re.compile(f"(X{{0,3}})({'|'.join(reversed(ONES))})")
RANGE = re.compile(r"\s*[-–]\s*")
PRINTED_ITEM = re.compile(rf"{DOTTED}(?:{RANGE.pattern}{DOTTED})?")


def sort_key(number: str) -> list[tuple[bool, int, str]]:
    """Sorts numbers as numbers: 2.10 after 2.9, and IX after V. Parts that are no numbers come after those that are."""
    return [part_key(part) for part in number.split(".")]


def part_key(part: str) -> tuple[bool, int, str]:
    if part.isascii() and part.isdigit():
        return False, int(part), part
    if part and (roman := ROMAN.fullmatch(part)):
        tens, ones = len(roman[1]), ONES.index(roman[2])
        return False, 10 * tens + ones, part
    return True, 0, part


def range_of(item: str) -> tuple[str, str]:
    """Returns the first and last number of a printed range: "1.1 - 1.3", or one number twice: "2.4"."""
    first, *rest = RANGE.split(item, maxsplit=1)
    return first, rest[0] if rest else first
