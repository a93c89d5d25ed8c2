"""The tables as CSV (RFC 4180) that a spreadsheet opens right and runs nothing of, and the data package of them."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

from ...plan.plan import Plan
from .. import Files
from .columns import Table, Value
from .datapackage import datapackage
from .tables import tables

# What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection"), full-width signs included. The
# apostrophe itself is among them so that taking one away always gives the text back.
FORMULA = tuple("=+-@\t\r\n＝＋－＠'")  # noqa: RUF001 - the full-width signs are meant
ONCE = {"roles": "duties"}  # the name that the address of a table had once: addresses do not break


def files(plan: Plan, site_url: str) -> Files:
    """Yields data/activities.csv and so on, and data/datapackage.json, which describes them."""
    found = tables(plan, site_url)
    written = [(table, encoded(table)) for table in found]
    for table, content in written:
        yield f"data/{table.name}.csv", content
        if table.name in ONCE:
            yield f"data/{ONCE[table.name]}.csv", content
    yield "data/datapackage.json", datapackage(plan, site_url, written)


def encoded(table: Table[Any]) -> bytes:
    """Returns a table as CSV: the names of the columns, then the rows; with a byte-order mark, which Excel needs."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([cell(value) for value in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")  # with a byte-order mark: Excel takes it for another encoding without


def cell(value: Value) -> str:
    """Returns a value as CSV has it: nothing for none, true or false, ISO 8601 days, digits, or defused text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case str():
            return defused(value)


def defused(text: str) -> str:
    """Returns a text with an apostrophe before what a spreadsheet would take for a formula.

    A reader of the file who wants the very text takes the first apostrophe away where a text begins with one.
    """
    return f"'{text}" if text.startswith(FORMULA) else text
