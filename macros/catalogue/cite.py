"""Citations of the plan and of reports: plain text, BibTeX and CSL-JSON (the JSON of citation managers)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import to_json

from ..plan.plan import Plan
from ..plan.statements import Statement
from ..reading.dates import day
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.report import Report
from ..records.kinds.section import Paragraph, Point, Section
from .addresses import Addressed, address

EDITORS = "The editors of this site"


@dataclass(frozen=True)
class Citation:
    """One citation in three formats."""

    plain: str
    bibtex: str
    csl: str


@dataclass(frozen=True)
class Work:
    """What a citation says: its type in CSL, who wrote it, its title, the document it is from, and when."""

    kind: str
    author: str
    title: str
    document: str
    key: str
    issued: date | None = None
    number: str = ""
    section: str = ""
    version: str = ""
    language: str = ""
    original: str = ""  # its title in the language in which it was signed


def cite(plan: Plan, record: Addressed, site_url: str) -> Citation:
    """Returns how to cite a record: with its number, the document, the edition and the full address of its page."""
    work = of_report(record) if isinstance(record, Report | Statement) else of_plan(plan, record)
    url = site_url + address(plan, record)
    return Citation(f"{work.title}. {work.document}. {url}", bibtex(work, url), csl(work, url))


def of_plan(plan: Plan, record: Addressed) -> Work:
    """Returns what to cite of the plan, or of a page that the editors made about a body."""
    decree, original = plan.records.decree, plan.records.decree.original
    order = f"Order No {decree.id_local} of {day(decree.date_document)}"
    if isinstance(record, Agency):  # the page is the editors' work of today; the text that it quotes is not
        title = f"{record.name}: activities in the {plan.records.site.name}"
        key = f"order-{decree.id_local}-{record.id}"
        return Work("webpage", EDITORS, title, f"On {order}", key, plan.records.updated)
    part, number = part_of(record)
    translated = f" ({original.type_document}: {original.title}), {original.edition}" if original else ""
    return Work(
        "legislation",
        decree.passed_by,
        f"{decree.annex.title}, {part}",
        document=f"{order}{translated}",
        key=f"order-{decree.id_local}-{number or part}",
        issued=decree.date_document,
        number=decree.id_local,
        section=number,
        version=original.edition if original else "",
        language=decree.language,
        original=original.title if original else "",
    )


def of_report(record: Report | Statement) -> Work:
    """Returns what to cite of a report: the whole, or the lines of our copy that print a statement."""
    report = record.report if isinstance(record, Statement) else record
    source = report.source
    lines = str(record.lines) if isinstance(record, Statement) else ""
    label = f", “{record.fact.label}”" if isinstance(record, Statement) else ""
    seen = f"as of {day(source.as_of)}" if source.as_of else ""
    return Work(
        "report",
        source.publisher,
        f"{source.title}{label}",
        document=", ".join(filter(None, [source.publisher, source.address, seen, f"copy, {lines}" if lines else ""])),
        key=f"{source.id}-{record.fact.id if isinstance(record, Statement) else ''}",
        issued=source.date.first if source.date else None,
        section=lines,
        language=source.language,
    )


def bibtex(work: Work, url: str) -> str:
    fields = {
        "title": tex(work.title),
        "author": f"{{{tex(work.author)}}}",
        "howpublished": tex(work.document),
        "year": str(work.issued.year) if work.issued else "",
        "url": tex(url),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{plain_key(work)},\n{lines}\n}}"


def csl(work: Work, url: str) -> str:
    issued = {"date-parts": [[work.issued.year, work.issued.month, work.issued.day]]} if work.issued else None
    item: dict[str, Any] = {
        "id": plain_key(work),
        "type": work.kind,
        "title": work.title,
        "number": work.number,
        "section": work.section,
        "author": [{"literal": work.author}],
        "issued": issued,
        "version": work.version,
        "language": work.language,
        "original-title": work.original,
        "URL": url,
    }
    return to_json([{name: value for name, value in item.items() if value}], indent=2).decode()


def plain_key(work: Work) -> str:
    return re.sub(r"\W+", "-", work.key).strip("-").lower()


def part_of(record: Addressed) -> tuple[str, str]:
    """Returns our name for a part of the plan, and its number where it has one."""
    match record:
        case Section():
            return f"section {record.number}", record.number
        case Paragraph():
            return f"paragraph {record.number}", record.number
        case Point():
            return f"point {record.number}", record.number
        case Activity():
            return f"activity {record.number}", record.number
        case Recommendation():
            return f"Note {record.number}", f"Note {record.number}"
    return "", ""


def tex(value: str) -> str:
    """Returns `value` without what TeX would read as a command or a group."""
    return re.sub(r"([#$%&_])", r"\\\1", re.sub(r"[\\{}^~]", "", value))
