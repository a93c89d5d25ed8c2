"""The public address of every record, relative to the root of the site. They never break: see docs/design.md."""

from ..plan.claims import Outcome
from ..plan.deadlines import Deadline, Year, deadline_id
from ..plan.plan import Plan
from ..plan.statements import Statement
from ..proof.alignment import Lines
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.decree import Decree, OrderPoint
from ..records.kinds.document import Document
from ..records.kinds.editorial import Situation, Topic
from ..records.kinds.help import Help
from ..records.kinds.period import Period
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.report import Report
from ..records.kinds.section import Group, Paragraph, Point, Section
from ..records.kinds.source import Source
from ..records.kinds.term import Term

Addressed = (
    Activity
    | Agency
    | Deadline
    | Decree
    | Document
    | Group
    | Help
    | Lines
    | Outcome
    | Paragraph
    | Period
    | Point
    | Recommendation
    | Report
    | Section
    | Situation
    | Source
    | Statement
    | Term
    | Topic
    | Year
)


def whole(plan: Plan, record: Addressed, site_url: str) -> str:
    """Returns the whole address of a record; that of a source without a copy is not on the site."""
    target = address(plan, record)
    return target if "://" in target else site_url + target


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
        case Document():
            return f"related/#{record.source}"
        case Group():
            return f"groups/{record.number}/"
        case Help():
            return "help/" if record is next(iter(plan.records.help.values())) else f"help/{record.id}/"
        case OrderPoint():
            return f"order/#point-{record.number}"
        case Paragraph() | Point():
            return f"sections/{plan.table.section_of(record).number}/#{record.number}"
        case Period():
            return f"deadlines/{deadline_id(record)}/#period-{record.id}"
        case Recommendation():
            return f"sections/{plan.table.section.number}/#note-{record.number}"
        case Report():
            return f"reports/{record.id}/"
        case Statement():
            return f"{address(plan, record.report)}#fact-{record.fact.id}"
        case Outcome():
            return f"{address(plan, record.report)}claims/#claim-{record.claim.id}"
        case Section():
            return f"sections/{record.number}/"
        case Situation():
            return f"situations/#{record.id}"
        case Term():
            return f"glossary/#{record.id}"
        case Topic():
            return f"topics/{record.id}/"
        case Year():
            return f"in/{record.year}/"
        case Lines():
            return f"{address(plan, plan.records.source)}#L{record.first}"
        case Source():
            return f"sources/{record.id}/" if record.file else record.address or ""
