"""The JSON: a file for each record, an index for each kind, and all of it in one."""

import re
from typing import Any

from ...catalogue.addresses import Addressed, whole
from ...catalogue.keys import API, json_address, key, published
from ...plan.plan import Plan
from ...proof.alignment import FOLDER
from .. import Files
from ..encoded import encoded
from .links import links
from .models import KINDS, VERSION, Document, Entry, Everything, Index, Lines, Link, Records
from .resources import Resource, resources

EMPTY = re.compile(r'^(    "(\w+)": )\[\]', re.MULTILINE)  # the list of a kind, in plan.json without records
DEEPER = " " * 6  # than in its own file a record stands in plan.json


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
            url, page = self.site_url + json_address(record), whole(self.plan, record, self.site_url)
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
        page=whole(plan, resource.subject, site_url),
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
        title=plan.records.site.title,
        notice=plan.records.site.notice,
        licence=plan.records.site.licences,
        updated=plan.records.updated.isoformat(),
        records=Records(**{kind: [] for kind in KINDS}),
    )

    def filled(match: re.Match[str]) -> str:
        found = ",\n".join(written[match[2]])
        return f"{match[1]}[\n{found}\n    ]" if found else match[0]

    return EMPTY.sub(filled, encoded(empty).decode()).encode()
