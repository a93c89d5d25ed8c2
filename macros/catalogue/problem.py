"""The link that reports a problem with a page: a form of the project, filled with what the page is about."""

from textwrap import shorten
from urllib.parse import quote, urlencode

from ..plan.deadlines import Deadline, Year
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.editorial import Topic
from ..records.kinds.report import Report
from ..records.kinds.section import Group, Section
from ..records.kinds.source import Source
from .leaves import Subject

FORM = "line.yml"  # in .github/ISSUE_TEMPLATE/; the keys of the query are the ids of its fields
QUOTE = 200  # characters of the official text: a longer address may be cut on the way


def problem(repository: str, page: str, title: str, subject: Subject | None) -> str:
    """Returns the address of the filled form for a page: its full address, its title, and the record that it shows."""
    record, words = named(subject)
    filled = {"record": record, "quote": shorten(words, QUOTE, placeholder=" …"), "page": page}
    query = {"template": FORM, "title": f"Problem: {record or shorten(title, QUOTE, placeholder=' …')}"} | filled
    given = {key: value for key, value in query.items() if value}
    return f"{repository}/issues/new?{urlencode(given, quote_via=quote, safe='')}"


def named(subject: Subject | None) -> tuple[str, str]:
    """Returns what a record is called, and its official words; "" for what it does not have."""
    match subject:
        case Activity():
            return f"Activity {subject.number}", subject.text
        case Agency():
            return f"Body {subject.id}", subject.spellings[0]
        case Section():
            return f"Section {subject.number}", subject.heading
        case Group():
            return f"Group {subject.number}", subject.heading
        case Deadline():
            return f"Deadline {subject.id}", ""
        case Year():
            return f"Year {subject.year}", ""
        case Topic():
            return f"Topic {subject.id}", ""
        case Report():
            return f"Report {subject.id}", ""
        case Source():
            return f"Source {subject.id}", ""
    return "", ""
