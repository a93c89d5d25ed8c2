"""What the page of a record is called where there is little room: in the tree, above a page, before and after it."""

from ..plan.deadlines import Year
from ..plan.plan import Plan
from ..plan.runs import Run
from ..records.kinds.section import Group, Section
from .leaves import Subject
from .named import name


def short(plan: Plan, subject: Subject) -> str:
    """Returns a name of a few words, with the number where there is one: "4 Prevention"; else that of a link."""
    match subject:
        case Group():
            title = subject.short_title or plan.records.sections[subject.section].short_title
            return f"{subject.number} {title or subject.heading}"
        case Section():
            return f"{subject.number} {subject.short_title or subject.heading}"
        case Year():
            return f"In {subject.year}"
        case Run():
            return subject.name
        case tuple():
            return "Reports"
    return name(plan, subject)
