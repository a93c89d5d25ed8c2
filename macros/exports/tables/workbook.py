"""The tables as one workbook: a sheet and an Excel table for each, after a sheet that says what it all is."""

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter

from ...plan.plan import Plan
from .. import Files
from .columns import Column, Table, Value
from .tables import tables

# No value becomes a formula, a link or a number by its looks. In memory, each part gets the same date: 1 January 1980.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
READ_ME = "Read me"
LONGEST = 32_767  # characters in a cell, by Microsoft's "Excel specifications and limits"
CUT = " … (Excel holds no more; the CSV file has it all)"
NARROWEST, WIDEST = 8, 60  # of a column, in characters


def files(plan: Plan, site_url: str) -> Files:
    """Yields data/plan.xlsx."""
    yield "data/plan.xlsx", workbook(plan, site_url)


def workbook(plan: Plan, site_url: str) -> bytes:
    """Returns the workbook; the same data gives the same bytes wherever zlib compresses alike."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, OPTIONS)
    made = datetime.combine(plan.records.updated, time())
    book.set_properties({"title": plan.records.site.title, "comments": plan.records.site.notice, "created": made})
    styles = {
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "text like a formula": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
        "number": book.add_format({"valign": "top"}),
        "day": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
        "head": book.add_format({"bold": True, "valign": "top", "text_wrap": True}),
    }
    found = tables(plan, site_url)
    read_me(Sheet(book.add_worksheet(READ_ME), styles), plan, site_url, found)
    for table in found:
        fill(Sheet(book.add_worksheet(table.title), styles), table)
    book.close()
    return stream.getvalue()


class Sheet:
    """A worksheet that writes each value as what it is, and never as what it looks like."""

    def __init__(self, sheet: Any, styles: dict[str, Any]) -> None:
        self.sheet = sheet
        self.styles = styles

    def write(self, row: int, column: int, value: Value, style: str | None = None) -> None:
        """Writes a value; none leaves the cell empty. Excel has no days before 1900, so those stay text."""
        at = (row, column)
        match value:
            case None | "":
                pass
            case bool():
                self.sheet.write_boolean(*at, value, self.styles["number"])
            case int() | Decimal():
                self.sheet.write_number(*at, value, self.styles["number"])
            case date() if value.year >= 1900:
                self.sheet.write_datetime(*at, value, self.styles["day"])
            case _:
                self.write_text(row, column, str(value), style)

    def write_text(self, row: int, column: int, text: str, style: str | None) -> None:
        """Writes a text; where it looks like a formula it stays text even if someone edits the cell."""
        text = text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
        format_ = self.styles[style or ("text like a formula" if text.startswith(("=", "+", "-", "@")) else "text")]
        if text.startswith("<r>") and text.endswith("</r>"):  # xlsxwriter would take it for XML of its own
            self.sheet.write_rich_string(row, column, text[0], format_, text[1:], format_)
        else:
            self.sheet.write_string(row, column, text, format_)


def read_me(page: Sheet, plan: Plan, site_url: str, found: list[Table[Any]]) -> None:
    """Fills the first sheet: what the workbook is, how far to trust it, who may use it, and what each column holds."""
    site = plan.records.site
    lines: list[tuple[str, Value]] = [
        ("What it is", site.description),
        ("Mind", site.notice),
        ("Independence", site.independence),
        *(("Licence", licence) for licence in site.licences),
        ("Data of", plan.records.updated),
        ("Site", site_url),
        ("An empty cell", "Missing, and never 0."),
        *((f"Sheet {table.title}", table.description) for table in found),
        *((f"{table.title}[{column.name}]", column.description) for table in found for column in table.columns),
    ]
    page.sheet.set_column(0, 0, 36)
    page.sheet.set_column(1, 1, 100)
    page.write(0, 0, site.title, "head")
    for row, (label, value) in enumerate(lines, 1):
        page.write(row, 0, label, "head")
        page.write(row, 1, value)


def fill(page: Sheet, table: Table[Any]) -> None:
    """Fills the sheet of a table. An Excel table needs a row, so one without rows keeps an empty one."""
    rows = table.rows
    last_row, last_column = max(1, len(rows)), len(table.columns) - 1
    head = [{"header": column.name, "header_format": page.styles["head"]} for column in table.columns]
    style = {"name": table.title, "columns": head, "style": "Table Style Light 1"}
    page.sheet.add_table(0, 0, last_row, last_column, style)
    page.sheet.freeze_panes(1, 0)
    page.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last_row + 1}"})  # 3.10 is no number
    for position, column in enumerate(table.columns):
        page.sheet.set_column(position, position, width(column, [row[position] for row in rows]))
        for number, row in enumerate(rows, 1):
            page.write(number, position, row[position])


def width(column: Column[Any], values: list[Value]) -> int:
    """Returns how wide a column is: as its longest value, or its name with the button of the filter, within limits."""
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return max(NARROWEST, len(column.name) + 4, min(WIDEST, longest + 1))
