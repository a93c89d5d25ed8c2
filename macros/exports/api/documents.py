"""The JSON: a file for each record, an index for each kind, and all of it in one."""

import re
from typing import Any, Generic, Literal, TypeVar, get_args

from pydantic import BaseModel, Field
from pydantic_core import to_json

from ...catalogue.addresses import Addressed, address
from ...catalogue.keys import API, json_address, key, published
from ...plan.plan import Plan
from ...proof.alignment import FOLDER
from ...records.kinds.activity import Activity, Agency, Decree, Group, Paragraph, Recommendation, Section
from ...records.kinds.editorial import Situation, Source, Topic
from ...records.kinds.report import Report
from .. import Files
from .links import links
from .resources import ClaimWorkedOut, DueDate, ReportedFact, Resource, resources

D = TypeVar("D", bound=BaseModel)
EMPTY = re.compile(r'^(    "(\w+)": )\[\]', re.MULTILINE)  # the list of a kind, in plan.json without records
DEEPER = " " * 6  # than in its own file a record stands in plan.json
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
    licence: list[str] = Field(description="In words: what may be done with it. The official text is not the editors’.")
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


def files(plan: Plan, site_url: str) -> Files:
    """Yields the JSON of every record, the index of every kind, and plan.json."""
    ends = Ends(plan, site_url)
    entries: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    written: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for resource in resources(plan):
        found = document(plan, resource, site_url, ends)
        content = encoded(found)
        entries[found.kind].append(Entry(id=found.id, title=found.title, url=found.url, page=found.page))
        written[found.kind].append(DEEPER + content.decode().rstrip().replace("\n", f"\n{DEEPER}"))
        yield f"{API}{found.kind}/{found.id}.json", content
    for kind in KINDS:
        yield f"{API}{kind}.json", encoded(index(plan, kind, entries[kind]))
    yield f"{API}plan.json", everything(plan, written)


class Ends:
    """Where links lead to. Most records are linked many times, so each is worked out once."""

    def __init__(self, plan: Plan, site_url: str) -> None:
        self.plan, self.site_url = plan, site_url
        self.found: dict[int, tuple[Addressed, dict[str, str]]] = {}  # by id(): to compare records takes longer

    def end(self, record: Addressed) -> dict[str, str]:
        """Returns the kind, the id, the address of the JSON and that of the page of a record."""
        if id(record) not in self.found:
            kind, id_ = key(record)
            url, page = self.site_url + json_address(record), self.site_url + address(self.plan, record)
            self.found[id(record)] = record, {"kind": kind, "id": id_, "url": url, "page": page}
        return self.found[id(record)][1]


def document(plan: Plan, resource: Resource, site_url: str, ends: Ends) -> Document[Any]:
    """Returns the JSON of a record as a model."""
    return KINDS[resource.kind](
        schema_version=VERSION,
        kind=resource.kind,
        id=resource.id,
        title=resource.title,
        url=f"{site_url}{API}{resource.kind}/{resource.id}.json",
        page=site_url + address(plan, resource.subject),
        licence=plan.records.site.licences,
        updated=plan.records.updated.isoformat(),
        data_file=f"{resource.place.file}#L{resource.place.line}",
        printed=printed(resource),
        links=[Link(rel=rel, **ends.end(end)) for rel, end in links(plan, resource.subject) if published(end)],
        data=resource.data,
    )


def printed(resource: Resource) -> Lines | None:
    """Returns where the copy prints a record; None for what is ours."""
    if not (resource.source and resource.lines and resource.source.file):
        return None
    file = f"{FOLDER}/{resource.source.file}"
    first, last = resource.lines.first, resource.lines.last
    return Lines(source=resource.source.id, file=file, first_line=first, last_line=last)


def index(plan: Plan, kind: str, items: list[Entry]) -> Index:
    updated = plan.records.updated.isoformat()
    return Index(schema_version=VERSION, kind=kind, licence=plan.records.site.licences, updated=updated, items=items)


def everything(plan: Plan, written: dict[str, list[str]]) -> bytes:
    """Returns plan.json: the records as they were written, where an `Everything` without records has empty lists."""
    empty = Everything(
        schema_version=VERSION,
        title=plan.records.site.name,
        notice=plan.records.site.notice,
        licence=plan.records.site.licences,
        updated=plan.records.updated.isoformat(),
        records=Records(**{kind: [] for kind in KINDS}),
    )

    def filled(match: re.Match[str]) -> str:
        found = ",\n".join(written[match[2]])
        return f"{match[1]}[\n{found}\n    ]" if found else match[0]

    return EMPTY.sub(filled, encoded(empty).decode()).encode()


def encoded(model: BaseModel) -> bytes:
    """Returns a model as JSON: as `encoded_value` does for plain values."""
    return model.model_dump_json(indent=2, by_alias=True).encode() + b"\n"


def encoded_value(value: Any) -> bytes:
    """Returns a value as JSON in UTF-8, indented for people who look at it, with a line end at the end of the file."""
    return to_json(value, indent=2) + b"\n"
