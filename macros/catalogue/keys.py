"""The kind and the id under which each record is published, and the address of its JSON."""

from ..plan.claims import Outcome
from ..plan.deadlines import Deadline
from ..plan.runs import Run
from ..plan.statements import Statement
from ..records.joins import key_of
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.decree import Decree
from ..records.kinds.document import Document
from ..records.kinds.editorial import Situation, Topic
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.report import Report
from ..records.kinds.section import Group, Paragraph, Section
from ..records.kinds.source import Source
from ..records.kinds.term import Term
from .addresses import Addressed
from .leaves import Subject

API = "api/v1/"
KIND_OF: dict[type, str] = {
    Decree: "orders",
    Section: "sections",
    Paragraph: "paragraphs",
    Group: "groups",
    Activity: "activities",
    Recommendation: "notes",
    Agency: "agencies",
    Deadline: "deadlines",
    Topic: "topics",
    Situation: "situations",
    Source: "sources",
    Term: "terms",
    Document: "documents",
    Report: "reports",
    Statement: "facts",
    Outcome: "claims",
}


def published(record: Addressed) -> bool:
    """Tells whether a record has JSON of its own."""
    return type(record) in KIND_OF


def key(record: Addressed) -> tuple[str, str]:
    """Returns the kind of a record and its id: unique in its kind, and lasting. Raises KeyError for other records."""
    kind = KIND_OF[type(record)]
    match record:
        case Decree():
            return kind, record.id_local
        case Deadline():
            return kind, record.id
        case Statement():
            return kind, f"{record.report.id}.{record.fact.id}"
        case Outcome():
            return kind, f"{record.report.id}.{record.claim.id}"
        case Document():
            return kind, record.source
        case Section() | Paragraph() | Group() | Activity() | Recommendation() | Agency() | Topic() | Situation():
            return kind, key_of(record)
        case Source() | Report() | Term():
            return kind, record.id
    raise KeyError(record)


def twin(page: str, subject: Subject | None) -> str:
    """Returns the JSON that says what a page says: of its record, else of the kind it lists, else of all."""
    if subject is not None and not isinstance(subject, Run | tuple) and published(subject):
        return json_address(subject)
    kind = page.split("/", 1)[0]
    return f"{API}{kind}.json" if kind in KIND_OF.values() else f"{API}plan.json"


def feed(subject: Subject | None) -> str:
    """Returns the address of the feed of changes for a page: that of its body, else that of all."""
    return f"feeds/agencies/{subject.id}.atom" if isinstance(subject, Agency) else "feeds/changes.atom"


def json_address(record: Addressed) -> str:
    """Returns the address of the JSON of a record, relative to the root of the site."""
    kind, id_ = key(record)
    return f"{API}{kind}/{id_}.json"
