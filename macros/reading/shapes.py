"""What the types of values look like: in plain words, as a pattern, by example. Checks and schemas read it here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from . import dates
from .numbers import RANGE


@dataclass(frozen=True)
class Shape:
    """How a value is typed.

    Our reader takes every value as text. An editor takes 2016 for a number and yes for a truth, if no quotes stand
    around it: `also` says for what, in the words of JSON Schema, and `least` and `most` bound the number.
    """

    words: str
    example: str
    pattern: str = ""
    longest: int | None = None
    also: str | None = None
    least: int | None = None
    most: int | None = None

    def fits(self, value: object) -> bool:
        """Tells whether a value is text that matches the pattern from end to end, and not too long."""
        if not isinstance(value, str) or len(value) > (self.longest or len(value)):
            return False
        return re.fullmatch(self.pattern, value, re.ASCII) is not None

    @property
    def schema(self) -> JsonSchemaValue:
        """The shape as JSON Schema, for what an editor makes of the file."""
        rules = {
            "type": ["string", self.also] if self.also else "string",
            "pattern": f"^({self.pattern})$" if self.pattern else None,
            "minLength": None if self.pattern else 1,
            "maxLength": self.longest,
            "minimum": self.least,
            "maximum": self.most,
            "examples": [self.example] if self.pattern else None,
        }
        return {key: rule for key, rule in rules.items() if rule is not None}

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells pydantic how the value is typed. What it looks like in our own JSON is left to pydantic."""
        found = handler(core)
        return self.schema if handler.mode == "validation" else found


def marks(field: FieldInfo) -> Iterator[Any]:
    """Yields what is noted beside the type of a field, or of the items of its list: validators, shapes, names."""

    def inside(annotation: Any) -> Iterator[Any]:
        yield from getattr(annotation, "__metadata__", ())
        for part in get_args(annotation):
            yield from inside(part)

    yield from field.metadata
    yield from inside(field.annotation)


DOTTED = r"[A-Za-z0-9]+(\.[A-Za-z0-9]+)*"

ID = Shape("an id", "hot-line", r"[a-z0-9]+(-[a-z0-9]+)*", 64, "number")
NUMBER = Shape("a number, as in the source", "1.2.3", DOTTED, 32, "number")
ITEM = Shape("a number or a range of numbers", "1.2.3-1.2.5", rf"{DOTTED}({RANGE.pattern}{DOTTED})?", 80, "number")
VERBATIM = Shape("words exactly as printed", "The Ministry", longest=20_000, also="number")
TEXT = Shape("plain text", "A short sentence.", longest=5_000, also="number")
CODE = Shape("lines of code", "wc plan.txt", longest=2_000)
DAY = Shape("a day", "2030-12-31", dates.DAY)
DATES = Shape(
    "a day, a month, a quarter, a year or a span of years",
    "2030-05",
    "|".join((dates.YEARS, dates.YEAR, dates.QUARTER, dates.MONTH, dates.DAY)),
    also="integer",
    least=1000,
    most=9999,
)
TERM = Shape("a year or a quarter", "2030-Q2", r"[12]\d{3}(-Q[1-4])?", also="integer", least=1000, most=2999)
YEAR = Shape("a year", "2030", r"[12]\d{3}", also="integer", least=1000, most=2999)
YES_NO = Shape("yes or no", "yes", "yes|no", also="boolean")
QUANTITY = Shape("a number in digits", "28.2", r"\d{1,15}(\.\d{1,9})?", also="number", least=0)
SYMBOL = Shape("a name for sums", "victims_women", r"[a-z][a-z0-9]*(_[a-z0-9]+)*", 64)
EXPRESSION = Shape(
    "a comparison of two sums", "women + men == all", r"[a-z0-9_+*() -]+(==|<=)[a-z0-9_+*() -]+", longest=500
)
WEB_ADDRESS = Shape(
    "a web address",
    "https://example.org/page",
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~!$&()*+,;=:@%/?-]*)?",
    500,
)
LANGUAGE = Shape("the code of a language", "en", "[a-z]{2}")
COUNTRY = Shape("the code of a country", "az", "[a-z]{2}")
PHONE = Shape("a phone number", "+1 202-555-0100", r"(\(\+|[+(])?[0-9][0-9 ()+-]{1,24}", also="number")
SHA256 = Shape("a checksum", "0123456789abcdef" * 4, "[0-9a-f]{64}")
FILE_NAME = Shape("the name of a copy", "order-12.txt", r"[a-z0-9]+(-[a-z0-9]+)*\.txt", 64)
FILE_PATH = Shape("the address of a file", "data/roles.csv", "[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*", 200)
PAGE_ADDRESS = Shape("the address of a page on the site", "folder/page/", r"([A-Za-z0-9]+([.-][A-Za-z0-9]+)*/)+", 200)
SPDX_ID = Shape("the name of a licence", "CC-BY-4.0", "[A-Za-z0-9.+-]{1,60}")
