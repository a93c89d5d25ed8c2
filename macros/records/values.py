"""Checks of the values in the data files. Every message says what to write instead."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from keyword import iskeyword

from pydantic import AfterValidator

from ..reading import shapes
from ..reading.dates import Span, span
from ..reading.numbers import range_of

# Names that a file system or the site itself already uses. Microsoft: "Naming Files, Paths, and Namespaces".
RESERVED = {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


NOT_A_NUMBER = "a number is digits or letters joined by single dots, such as '1.2.3'"


ALIKE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL", "KELVIN"}


def fitting(shape: shapes.Shape, advice: str) -> AfterValidator:
    """Returns the check that a text has a shape; its message is the advice."""

    def check(value: str) -> str:
        if not shape.fits(value):
            raise ValueError(advice)
        return value

    return AfterValidator(check)


def not_reserved(value: str) -> str:
    if value.split(".", 1)[0].lower() in RESERVED:
        raise ValueError(f"'{value}' is reserved by file systems; choose another")
    return value


def one_line(value: str) -> str:
    """Returns `value` with every run of white space made one space; the source's line breaks mean nothing."""
    joined = " ".join(value.split())
    if not joined:
        raise ValueError("this is empty; write the text, or remove the key")
    return joined


def of_one_script(value: str) -> str:
    """Refuses a word whose letters come from alphabets that look alike (Unicode TR 39, mixed scripts)."""
    if value.isascii():  # most are; the rest takes its time
        return value
    if not unicodedata.is_normalized("NFC", value):
        raise ValueError("a letter and its accent are typed as two characters; type the letter again")
    for word in re.findall(r"\w+", value):
        scripts = {unicodedata.name(letter, "?").split()[0] for letter in word if letter.isalpha()} & ALIKE
        if len(scripts) > 1:
            kinds = " and ".join(name.capitalize() for name in sorted(scripts))
            raise ValueError(f"'{word}' mixes {kinds} letters that look alike; type it again")
    return value


def iso_day(value: object) -> date:
    try:
        if isinstance(value, str) and shapes.DAY.fits(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError("a date is a real day written year-month-day, such as '2030-12-31'")


def dates(value: object) -> Span:
    try:
        if isinstance(value, str):
            return span(value)
    except ValueError:
        pass
    raise ValueError("a date is as precise as the source: '2030', '2030-05', '2030-05-31' or '2027/2030'")


def term(value: object) -> Span:
    if not (isinstance(value, str) and shapes.TERM.fits(value)):
        raise ValueError("a year is four digits, such as '2030', or with a quarter: '2030-Q2'")
    return span(value)


def quantity(value: object) -> Decimal:
    if not (isinstance(value, str) and shapes.QUANTITY.fits(value)):
        raise ValueError("a value is digits, such as '97' or '28.2'; where the source leaves a blank, write blank: yes")
    return Decimal(value)


def as_number(value: Decimal) -> int | float:
    """Returns a quantity as JSON has it: whole where it is whole."""
    return int(value) if value == int(value) else float(value)


def symbol(value: str) -> str:
    if not shapes.SYMBOL.fits(value) or iskeyword(value):
        raise ValueError("a name for expressions is small letters, digits and single underscores: 'victims_women'")
    return value


def expression(value: str) -> str:
    value = one_line(value)
    if not shapes.EXPRESSION.fits(value):
        raise ValueError("an expression compares two sums of named values with == or <=, such as 'women + men == all'")
    return value


def year(value: object) -> int:
    if not (isinstance(value, str) and shapes.YEAR.fits(value)):
        raise ValueError("a year is four digits, such as '2030'")
    return int(value)


def yes_or_no(value: object) -> bool:
    if not shapes.YES_NO.fits(value):
        raise ValueError("write yes or no")
    return value == "yes"


def web_address(value: str) -> str:
    if not shapes.WEB_ADDRESS.fits(value) or "xn--" in value:
        raise ValueError("an address is https:// and a plain host name, such as 'https://example.org/page'")
    return value


def item(value: str) -> str:
    value = one_line(value)
    for end in range_of(value):
        if not shapes.NUMBER.fits(end):
            raise ValueError(NOT_A_NUMBER)
        not_reserved(end)
    return value
