"""References between records: each names a record that exists, and no key is used twice."""

from collections.abc import Iterator, Sequence

from ..reading.data import Value
from ..reading.faults import Finding, Place, suggestion
from .joins import key_of
from .kinds.report import Report
from .kinds.section import Section
from .load import Tables
from .names import names_in
from .record import Record

Reference = tuple[Place, str, str]  # where it stands, the kind of record that it names, the key that it gives

MANY = 300
TOP = {
    "activity": "activities",
    "agency": "agencies",
    "contact": "contacts",
    "period": "periods",
    "section": "sections",
    "source": "sources",
    "term": "glossary",
    "topic": "topics",
}
FILE_OF = TOP | {"group": "sections", "kind": "vocabulary", "category": "vocabulary", "paragraph": "sections"}


def references(found: Tables) -> Iterator[Reference]:
    """Yields every reference from one record to another, as each kind of record makes them."""
    for records in found.records.values():
        for record in records:
            for part in record.parts():
                yield from references_from(part)


def references_from(record: Record) -> Iterator[Reference]:
    """Yields the references that stand in the fields of one record, as their types tell."""
    for key, names in names_in(type(record)).items():
        value = getattr(record, key)
        for step, part in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if part is not None:
                place = record.at(key) if step is None else record.at(key, step)
                for found in names.keys(part):
                    yield place, names.kind, found


def known_keys(found: Tables) -> dict[str, list[str]]:
    """Returns the keys that each kind of record has; a kind whose file could not be read is left out.

    The keys come from what was typed, so that a record with a fault of its own is still known.
    """
    known = {kind: keys(found.typed[name]) for kind, name in TOP.items() if name in found.typed}
    if "sections" in found.typed:
        sections = items(found.typed["sections"])
        known["group"] = [key for section in sections for key in keys(section.get("groups"))]
        known["paragraph"] = [key for section in sections for key in keys(section.get("paragraphs"))]
    if isinstance(vocabulary := found.typed.get("vocabulary"), dict):
        known["kind"] = keys(vocabulary.get("kinds"))
        known["category"] = keys(vocabulary.get("categories"))
    return known


def items(value: Value) -> list[dict[str, Value]]:
    """Returns the mappings of a list; nothing for any other value."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def keys(value: Value) -> list[str]:
    """Returns the ids or numbers of the mappings of a list."""
    return [key for item in items(value) if isinstance(key := item.get("id", item.get("number")), str)]


def broken_references(found: Tables) -> Iterator[Finding]:
    """Every reference names a record that exists. Past the first few hundred faults, none is worth a proposal."""
    known = {kind: dict.fromkeys(keys) for kind, keys in known_keys(found).items()}
    proposals = 0
    for place, kind, key in references(found):
        if kind in known and key not in known[kind]:
            proposals += 1
            near = suggestion(key, known[kind]) if proposals < MANY else ""
            advice = near or " Add it there, or name one that is there."
            yield place, f"no {kind} '{key}' in {FILE_OF[kind]}.yml.{advice}"


def repeated_keys(found: Tables) -> Iterator[Finding]:
    """No two records of a kind have the same id or number."""
    for name, records in found.records.items():
        if name != "sources":  # those of the reports are looked at together with them
            yield from repeated(records)
    sections: list[Section] = found.records.get("sections", [])
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    yield from repeated([*paragraphs, *(point for paragraph in paragraphs for point in paragraph.points)])
    yield from repeated([group for section in sections for group in section.groups])
    for decree in found.records.get("decree", []):
        yield from repeated(decree.points)
    for vocabulary in found.records.get("vocabulary", []):
        lists = (vocabulary.roles, vocabulary.kinds, vocabulary.matches, vocabulary.categories)
        for records in (*lists, vocabulary.bearings, vocabulary.timings, vocabulary.verdicts):
            yield from repeated(records)
    reports: list[Report] = found.records.get("reports", [])
    yield from repeated([*found.records.get("sources", []), *(report.source for report in reports)])
    for report in reports:
        figures = [figure for fact in report.all_facts for figure in fact.values]
        for records in (report.all_facts, figures, report.claims, report.charts, report.errata):
            yield from repeated(records)
        for claim in report.claims:
            yield from repeated(claim.ways)
    inside = {"site": "readings", "help": "contacts"}
    for records in (getattr(holder, key) for name, key in inside.items() for holder in found.records.get(name, [])):
        yield from repeated(records)


def repeated(records: Sequence[Record]) -> Iterator[Finding]:
    first: dict[str, Record] = {}
    for record in records:
        key = key_of(record)
        if key and first.setdefault(key, record) is not record:
            name = (
                "id"
                if "id" in type(record).model_fields
                else "number"
                if "number" in type(record).model_fields
                else "year"
            )
            other = first[key].at(name)
            where = f"line {other.line}" if other.file == record.at(name).file else str(other)
            yield record.at(name), f"{name} '{key}' already stands on {where}; choose another"
