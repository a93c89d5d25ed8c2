"""What the JSON files look like: one model for each, which the schemas describe."""

from typing import Any, Generic, Literal, TypeVar, get_args

from pydantic import BaseModel, Field

from ...records.kinds.activity import Activity
from ...records.kinds.agency import Agency
from ...records.kinds.decree import Decree
from ...records.kinds.document import Document as RelatedDocument
from ...records.kinds.editorial import Situation, Topic
from ...records.kinds.recommendation import Recommendation
from ...records.kinds.report import Report
from ...records.kinds.section import Group, Paragraph, Section
from ...records.kinds.source import Source
from ...records.kinds.term import Term
from .resources import ClaimWorkedOut, DueDate, ReportedFact

D = TypeVar("D", bound=BaseModel)


Version = Literal["1.0"]


VERSION: Version = "1.0"  # changes when a key is renamed or taken away, not when one is added


class Lines(BaseModel):
    """Where our copy of a source prints the record: the file, and the first and last line, counted from 1."""

    source: str
    file: str
    first_line: int
    last_line: int


class Link(BaseModel):
    """Another record: how it stands to this one, its kind and id, its JSON and its page."""

    rel: str
    kind: str
    id: str
    url: str
    page: str


class Document(BaseModel, Generic[D]):
    """One record, as it was typed, with its title, its links, its place in the source and in the data."""

    schema_version: Version
    kind: str
    id: str
    title: str
    url: str
    page: str
    licence: list[str] = Field(description="In words: what may be done with it. The plan’s words are not the editors’.")
    updated: str = Field(description="The day of the last change of the data, in ISO 8601.")
    data_file: str = Field(description="The file of the project, and the line, that an editor would change.")
    printed: Lines | None
    links: list[Link]
    data: D


class Entry(BaseModel):
    """A line of an index."""

    id: str
    title: str
    url: str
    page: str


class Index(BaseModel):
    """All records of a kind."""

    schema_version: Version
    kind: str
    licence: list[str]
    updated: str
    items: list[Entry]


class Records(BaseModel):
    """All records, by kind; the kinds of the API and the model of each are those of this class."""

    orders: list[Document[Decree]]
    sections: list[Document[Section]]
    paragraphs: list[Document[Paragraph]]
    groups: list[Document[Group]]
    activities: list[Document[Activity]]
    notes: list[Document[Recommendation]]
    agencies: list[Document[Agency]]
    deadlines: list[Document[DueDate]]
    topics: list[Document[Topic]]
    situations: list[Document[Situation]]
    sources: list[Document[Source]]
    terms: list[Document[Term]]
    documents: list[Document[RelatedDocument]]
    reports: list[Document[Report]]
    facts: list[Document[ReportedFact]]
    claims: list[Document[ClaimWorkedOut]]


class Everything(BaseModel):
    """All records of all kinds, each as in its own file."""

    schema_version: Version
    title: str
    notice: str
    licence: list[str]
    updated: str
    records: Records


KINDS: dict[str, type[Document[Any]]] = {
    kind: get_args(field.annotation)[0] for kind, field in Records.model_fields.items()
}
