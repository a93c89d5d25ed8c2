"""Citations of the plan: plain text, BibTeX and CSL-JSON (the JSON of citation managers), for any part of it."""

import json
import re
from dataclasses import dataclass

from .addresses import Addressed, address
from .dates import day
from .models import Activity, Agency, Paragraph, Point, Recommendation, Section
from .plan import Plan

EDITION = "unofficial English text"


@dataclass(frozen=True)
class Citation:
    """One citation in three formats."""

    plain: str
    bibtex: str
    csl: str


def cite(plan: Plan, record: Addressed, site_url: str) -> Citation:
    """Returns how to cite a record: with its number, the order, the edition and the full address of its page."""
    decree = plan.decree
    order = f"Order No {decree.id_local} of {day(decree.date_document)}"
    part, number = part_of(record)
    url = site_url + address(plan, record)
    title = f"{plan.site.name}, {part}" if number or not part else f"{part}: duties in the {plan.site.name}"
    date = decree.date_document
    key = re.sub(r"\W+", "-", f"{order}-{number or part}").strip("-").lower()
    fields = {
        "title": title,
        "author": f"{{{decree.passed_by}}}",
        "howpublished": f"{order}, {EDITION}",
        "year": str(date.year),
        "url": url,
    }
    bibtex = ",\n".join(f"  {name} = {{{tex(value)}}}" for name, value in fields.items())
    csl = {
        "id": key,
        "type": "legislation",
        "title": title,
        "number": decree.id_local,
        "section": number,
        "author": [{"literal": decree.passed_by}],
        "issued": {"date-parts": [[date.year, date.month, date.day]]},
        "version": EDITION,
        "language": decree.language,
        "URL": url,
    }
    return Citation(
        plain=f"{title}. {order} ({EDITION}). {url}",
        bibtex=f"@misc{{{key},\n{bibtex}\n}}",
        csl=json.dumps([{name: value for name, value in csl.items() if value}], ensure_ascii=False, indent=2),
    )


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
        case Agency():
            return record.name, ""
    return "", ""


def tex(value: str) -> str:
    """Escapes what TeX would read as a command; braces around a whole name stay."""
    inner = value.removeprefix("{").removesuffix("}")
    escaped = re.sub(r"([#$%&_])", r"\\\1", re.sub(r"[\\{}^~]", "", inner))
    return value.replace(inner, escaped) if inner else value
