"""What the page of a record is called where there is little room: in the tree, above a page, before and after it."""

from ..plan.deadlines import Deadline, Year
from ..plan.plan import Plan
from ..plan.runs import Run
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.editorial import Topic
from ..records.kinds.report import Report
from ..records.kinds.section import Group, Section
from ..records.kinds.source import Source
from .leaves import Subject


def short(plan: Plan, subject: Subject) -> str:
    """Returns a name of a few words, with the number where there is one: "4 Prevention"."""
    match subject:
        case Activity():
            return f"Activity {subject.number}"
        case Agency() | Deadline() | Run():
            return subject.name
        case Group():
            title = subject.short_title or plan.records.sections[subject.section].short_title
            return f"{subject.number} {title or subject.heading}"
        case Report():
            return f"Report on {subject.year}"
        case Section():
            return f"{subject.number} {subject.short_title or subject.heading}"
        case Source():
            return subject.title
        case Topic():
            return subject.label
        case Year():
            return f"In {subject.year}"
    return "Reports"
