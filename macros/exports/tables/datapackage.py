"""The description of the CSV files for programs: Data Package 2.0 (datapackage.org)."""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

from ...plan.plan import Plan
from ...proof.alignment import FOLDER
from ...records.kinds.source import Source
from ..encoded import encoded_value
from .columns import Column, Table

ENCODING = "utf-8"  # the name that IANA knows; the byte-order mark before it is for Excel
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
HOW_TO_READ = (
    "A text that begins with an apostrophe has it so that no spreadsheet runs the text as a formula: take that one "
    "apostrophe away. An empty cell is missing, and never 0. A spreadsheet that opens a CSV file may take a number of "
    "the plan, such as 4.10, for 4.1 or for a day: open plan.xlsx instead, or import all columns as text."
)


def datapackage(plan: Plan, site_url: str, written: Iterable[tuple[Table[Any], bytes]]) -> bytes:
    """Returns datapackage.json for the tables and the bytes of their files, which lie beside it."""
    site = plan.records.site
    package = {
        "$schema": PROFILE,
        "name": re.sub(r"[^a-z0-9]+", "-", site.name.lower()).strip("-"),
        "title": site.title,
        "description": " ".join([site.description, site.notice, HOW_TO_READ, *site.licences]),
        "homepage": site_url,
        "version": plan.records.updated.isoformat(),
        "created": f"{plan.records.updated.isoformat()}T00:00:00Z",
        "licenses": [{"name": site.licence.name, "path": site.licence.address}],
        "sources": [source_of(source, site_url) for source in plan.records.sources.values()],
        "resources": [resource(table, content) for table, content in written],
    }
    return encoded_value(package)


def source_of(source: Source, site_url: str) -> dict[str, str]:
    """Returns the title of a source, and its address: that of our copy, where the site has one."""
    path = f"{site_url}{FOLDER}/{source.file}" if source.file else source.address
    return {"title": source.title} | ({"path": path} if path else {})


def resource(table: Table[Any], content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": ENCODING,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": DIALECT,
        "schema": schema(table),
    }


def schema(table: Table[Any]) -> dict[str, Any]:
    """Returns the columns of a table as Table Schema: types, constraints, its key, and the tables it refers to."""
    found = {"fields": [column_of(column, table.key) for column in table.columns], "primaryKey": table.key}
    if table.refers_to:
        found["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": other, "fields": [its]}}
            for name, (other, its) in table.refers_to.items()
        ]
    return found


def column_of(column: Column[Any], key: list[str]) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if column.required or column.words:
        limits["required"] = True
    if key == [column.name]:
        limits["unique"] = True
    if column.type == "integer":
        limits["minimum"] = 0  # all are counts, or lines of a copy
    if column.words:
        limits["enum"] = column.words
    found = {"name": column.name, "type": column.type, "title": column.title, "description": column.description}
    return found | ({"constraints": limits} if limits else {})
