"""The data dictionary: each data file, each key in it, what to type there, and an example from the data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..plan.plan import Plan
from ..records.explain import record_in
from ..records.folder import GIVEN, LISTS, OPTIONAL, SINGLE, YEARS
from ..records.record import Record
from .wanted import Key, keys_of

READ_BY: dict[str, tuple[str, ...]] = {  # where each file shows most: addresses on the site
    "decree": ("order/", "whole/", "plan.txt"),
    "vocabulary": ("agencies/", "matrix/", "find/", "coverage/"),
    "site": ("", "about/", "data/", "llms.txt"),
    "sections": ("sections/", "groups/", "coverage/", "whole/", "data/paragraphs.csv"),
    "activities": ("activities/", "agencies/", "deadlines/", "find/", "matrix/", "timeline/", "data/activities.csv"),
    "agencies": ("agencies/", "find/", "matrix/", "data/agencies.csv", "data/roles.csv"),
    "periods": ("deadlines/", "timeline/", "calendars/plan.ics"),
    "recommendations": ("sections/", "agencies/", "whole/", "data/roles.csv"),
    "sources": ("about/",),
    "topics": ("topics/", "find/"),
    "situations": ("situations/",),
    "contacts": ("help/",),
    "help": ("help/",),
    "errata": ("about/errata/",),
    "changes": ("feeds/changes.atom", "feeds/changes.json"),
    "downloads": ("data/",),
    "examples": ("data/",),
    "glossary": ("glossary/",),
    "redirects": (),
    "related": ("related/",),
    "search": ("find/",),
    "reports": ("reports/", "coverage/", "data/facts.csv"),
}


@dataclass
class Part:
    """A kind of record in a file, under the keys that hold it; the first part of a file stands under none."""

    anchor: str
    about: str
    model: type[Record]
    under: list[str] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)


@dataclass(frozen=True)
class File:
    """A data file: the kinds of record in it, whether the plan has any, and the addresses where they show most."""

    name: str
    parts: list[Part]
    used: bool
    shows: tuple[str, ...]


def dictionary(plan: Plan) -> Iterator[File]:
    """Yields each kind of data file. What the plan does without shows nowhere."""
    for name, model in (SINGLE | LISTS | OPTIONAL | YEARS).items():
        records: list[Record] = plan.records.all.get(name, [])
        parts = parts_of(name, model)
        anchors = {part.model: part.anchor for part in parts}
        for part in parts:
            part.keys = keys_of(part.model, plan, records, anchors)
        if name in YEARS:
            parts[0].keys = [key for key in parts[0].keys if key.name != GIVEN]
        file = f"{name}/YEAR.yml" if name in YEARS else f"{name}.yml"
        yield File(file, parts, bool(records), READ_BY[name] if records else ())


def parts_of(name: str, model: type[Record]) -> list[Part]:
    """Returns the kinds of record in a file: its own first, then those inside, in the order of their keys."""
    found = {model: Part(name, about(model), model)}

    def look_inside(outer: type[Record]) -> None:
        for key, info in outer.model_fields.items():
            if inner := record_in(info.annotation):
                known = inner in found
                part = found.setdefault(inner, Part(f"{found[outer].anchor}-{key}", about(inner), inner))
                part.under.append(f"{found[outer].under[0]}.{key}" if found[outer].under else key)
                if not known:
                    look_inside(inner)

    look_inside(model)
    return list(found.values())


def about(model: type[Record]) -> str:
    """Returns what a kind of record is, in words."""
    return re.sub(r"`(\w+)`", r"“\1”", " ".join((model.__doc__ or "").split()))
