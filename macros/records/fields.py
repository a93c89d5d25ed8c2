"""The types of the values in the data files. Every message says what to write instead."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer

from ..reading import shapes
from ..reading.dates import Span
from .values import (
    NOT_A_NUMBER,
    as_number,
    dates,
    expression,
    fitting,
    iso_day,
    item,
    not_reserved,
    of_one_script,
    one_line,
    quantity,
    symbol,
    term,
    web_address,
    year,
    yes_or_no,
)

Id = Annotated[
    str,
    fitting(shapes.ID, "an id is up to 64 small letters, digits and single hyphens, such as 'mia'"),
    AfterValidator(not_reserved),
    shapes.ID,
]
Number = Annotated[
    str,
    fitting(shapes.NUMBER, NOT_A_NUMBER),
    AfterValidator(not_reserved),
    shapes.NUMBER,
]
Verbatim = Annotated[str, Field(max_length=shapes.VERBATIM.longest), AfterValidator(one_line), shapes.VERBATIM]
Text = Annotated[
    str, Field(max_length=shapes.TEXT.longest), AfterValidator(one_line), AfterValidator(of_one_script), shapes.TEXT
]
Day = Annotated[date, BeforeValidator(iso_day), shapes.DAY]
Term = Annotated[Span, BeforeValidator(term), PlainSerializer(lambda value: value.edtf, return_type=str), shapes.TERM]
Year = Annotated[int, BeforeValidator(year), shapes.YEAR]
YesNo = Annotated[bool, BeforeValidator(yes_or_no), shapes.YES_NO]
WebAddress = Annotated[str, AfterValidator(web_address), shapes.WEB_ADDRESS]
Item = Annotated[str, Field(max_length=shapes.ITEM.longest), AfterValidator(item), shapes.ITEM]
Language = Annotated[
    str, fitting(shapes.LANGUAGE, "a language is its two-letter code (ISO 639-1), such as 'en'"), shapes.LANGUAGE
]
Country = Annotated[
    str,
    fitting(shapes.COUNTRY, "a country is its two-letter code (ISO 3166-1) in small letters, such as 'az'"),
    shapes.COUNTRY,
]
Phone = Annotated[
    str,
    fitting(shapes.PHONE, "a phone number is digits, spaces, hyphens and brackets, such as '(+99412) 590-20-49'"),
    shapes.PHONE,
]
Sha256 = Annotated[
    str,
    fitting(shapes.SHA256, "a SHA-256 is 64 digits and letters a to f, as 'sha256sum FILE' prints it"),
    shapes.SHA256,
]
FileName = Annotated[
    str,
    fitting(
        shapes.FILE_NAME, "a copy is a .txt file named in small letters, digits and hyphens, such as 'order-12.txt'"
    ),
    shapes.FILE_NAME,
]
Dates = Annotated[
    Span, BeforeValidator(dates), PlainSerializer(lambda value: value.edtf, return_type=str), shapes.DATES
]
Quantity = Annotated[
    Decimal, BeforeValidator(quantity), PlainSerializer(as_number, return_type=int | float), shapes.QUANTITY
]
Symbol = Annotated[str, AfterValidator(symbol), shapes.SYMBOL]
Expression = Annotated[str, Field(max_length=shapes.EXPRESSION.longest), AfterValidator(expression), shapes.EXPRESSION]
FilePath = Annotated[
    str,
    fitting(shapes.FILE_PATH, "an address of a file is folders and a name, such as 'data/roles.csv'"),
    shapes.FILE_PATH,
]
SpdxId = Annotated[
    str, fitting(shapes.SPDX_ID, "a licence is named as in the SPDX list, such as 'CC-BY-4.0'"), shapes.SPDX_ID
]
Code = Annotated[str, Field(max_length=shapes.CODE.longest), AfterValidator(str.rstrip), shapes.CODE]
