"""The public address of every record, relative to the root of the site. They never break: see docs/design.md."""

from .deadlines import Deadline, Year, deadline_id
from .editorial import Situation, Source, Topic
from .models import Activity, Agency, Decree, Group, OrderPoint, Paragraph, Period, Point, Recommendation, Section
from .plan import Plan
from .proof import Lines

Addressed = (
    Activity
    | Agency
    | Deadline
    | Decree
    | Group
    | Lines
    | Paragraph
    | Period
    | Point
    | Recommendation
    | Section
    | Situation
    | Source
    | Topic
    | Year
)


def address(plan: Plan, record: Addressed) -> str:  # noqa: C901 - one case for each kind of record
    """Returns the address of the page of a record or, for a part of a page, of its anchor there."""
    match record:
        case Activity():
            return f"activities/{record.number}/"
        case Agency():
            return f"agencies/{record.id}/"
        case Deadline():
            return f"deadlines/{record.id}/"
        case Decree():
            return "order/"
        case Group():
            return f"groups/{record.number}/"
        case OrderPoint():
            return f"order/#point-{record.number}"
        case Paragraph() | Point():
            return f"sections/{plan.section_of[record.number].number}/#{record.number}"
        case Period():
            return f"deadlines/{deadline_id(record)}/#period-{record.id}"
        case Recommendation():
            return f"sections/{plan.table_section.number}/#note-{record.number}"
        case Section():
            return f"sections/{record.number}/"
        case Situation():
            return f"situations/#{record.id}"
        case Topic():
            return f"topics/{record.id}/"
        case Year():
            return f"in/{record.year}/"
        case Lines():
            return f"{address(plan, plan.source)}#L{record.first}"
        case Source():
            return f"sources/{record.id}/" if record.file else record.address or ""
