"""Citations of the plan: plain text, BibTeX and CSL-JSON (the JSON of citation managers), for any part of it."""

import json
import re
from dataclasses import dataclass

from .addresses import Addressed, address
from .dates import day
from .models import Activity, Agency, Paragraph, Point, Recommendation, Section
from .plan import Plan

EDITION = "unofficial English text"
EDITORS = "The editors of this site"


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
    if isinstance(record, Agency):  # the page is the editors' work; the text that it quotes is not
        kind, author, title = "webpage", EDITORS, f"{record.name}: duties in the {plan.site.name}"
    else:
        kind, author, title = "legislation", decree.passed_by, f"{decree.annex.title}, {part}"
    key = re.sub(r"\W+", "-", f"order-{decree.id_local}-{number or part}").strip("-").lower()
    fields = {
        "title": tex(title),
        "author": f"{{{tex(author)}}}",
        "howpublished": tex(f"{order}, {EDITION}"),
        "year": str(decree.date_document.year),
        "url": tex(url),
    }
    csl = {
        "id": key,
        "type": kind,
        "title": title,
        "number": decree.id_local,
        "section": number,
        "author": [{"literal": author}],
        "issued": {"date-parts": [[decree.date_document.year, decree.date_document.month, decree.date_document.day]]},
        "version": EDITION,
        "language": decree.language,
        "URL": url,
    }
    bibtex = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
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
    """Returns `value` without what TeX would read as a command or a group."""
    return re.sub(r"([#$%&_])", r"\\\1", re.sub(r"[\\{}^~]", "", value))
