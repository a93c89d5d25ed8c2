"""The tables of the plan, each defined once for every format: what a row is, and what stands in its columns."""

from functools import lru_cache
from typing import Any

from ...plan.duties import Duty
from ...plan.plan import Plan
from ...proof.alignment import Lines
from ...records.kinds.agency import Agency, DatedName
from ...records.kinds.recommendation import Recommendation
from ...records.kinds.section import Paragraph, Section
from .activity_table import activities
from .columns import IDS, NAMES, Column, Table, page_of, printed_in
from .fact_table import facts


@lru_cache(1)  # two exporters ask, one after the other
def tables(plan: Plan, site_url: str) -> list[Table[Any]]:
    """Returns all tables, in the order in which they are listed."""
    kinds = (activities, agencies, duties, paragraphs, facts)
    return [kind(plan, site_url) for kind in kinds]


def agencies(plan: Plan, site_url: str) -> Table[Agency]:
    """Returns a row for each body. Its duties are counted by role, and the three numbers are never added up."""

    def count(role: str) -> Column[Agency]:
        what = f"How many activities name it {plan.records.roles[role].phrase}. Never add this to the other roles."
        return Column(role, what, lambda a: sum(d.role.id == role for d in plan.duties.of(a)), "integer", True)

    columns: list[Column[Agency]] = [
        Column("id", "Our id. It does not change when a name does.", lambda a: a.id, required=True),
        Column("name", "Ours: the name that the pages show.", lambda a: a.name, required=True),
        Column("kind", "What sort of body it is.", lambda a: a.kind, words=[*plan.records.kinds]),
        Column("collective", "Whether it is a class of bodies, not one body.", lambda a: a.collective, "boolean", True),
        *(count(role) for role in plan.records.roles),
        Column("summary", "Ours: what it does in the plan, in plain words.", lambda a: a.summary),
        Column("note", "Ours: what a reader should know.", lambda a: a.note),
        Column("spellings", f"How the source prints the name. {NAMES}", lambda a: "; ".join(a.spellings)),
        Column("aliases", f"Ours: other words for it. {NAMES}", lambda a: "; ".join(a.aliases)),
        Column("names_in", f"The name in other languages, as sources print it. {NAMES}", names_in),
        Column("names", f"Dated names, by other sources. {NAMES}", lambda a: "; ".join(map(dated, a.names))),
        page_of(plan, site_url, lambda a: a),
    ]
    return Table(
        "agencies", "A row for each body that the plan names.", ["id"], columns, [*plan.records.agencies.values()]
    )


def names_in(agency: Agency) -> str:
    """Returns the names of a body in other languages, each with its language: Daxili İşlər Nazirliyi (az)."""
    return "; ".join(f"{name.text} ({name.language})" for name in agency.names_in)


def dated(name: DatedName) -> str:
    """Returns a name with its days: State Security Service (from 2015-12-14)."""
    days = [
        f"{word} {day.isoformat()}" for word, day in (("from", name.from_), ("to", name.to), ("by", name.by)) if day
    ]
    return f"{name.text} ({' '.join(days)})" if days else name.text


def duties(plan: Plan, site_url: str) -> Table[Duty]:
    """Returns a row for each body in each of its roles for each activity."""

    def number(note: Recommendation | None) -> str | None:
        return note.number if note else None

    def official(duty: Duty) -> str:
        return duty.recommendation.text if duty.recommendation else duty.activity.as_printed.executors

    def lines(duty: Duty) -> Lines:
        note = duty.recommendation
        return plan.text.lines(note) if note else plan.text.lines(duty.activity.as_printed, "executors")

    columns: list[Column[Duty]] = [
        Column("activity", "The number of the activity.", lambda d: d.activity.number, required=True),
        Column("agency", "The id of the body.", lambda d: d.agency.id, required=True),
        Column("role", "Its role. The roles are never merged.", lambda d: d.role.id, words=[*plan.records.roles]),
        Column("note", "The number of the Note that names it.", lambda d: number(d.recommendation)),
        Column("agency_name", "Ours: the name of the body.", lambda d: d.agency.name, required=True),
        Column("printed", "The plan’s words that name the body: the cell, or the Note.", official, required=True),
        Column("summary", "Ours: the activity in plain words.", lambda d: d.activity.summary),
        Column("text", "The plan’s words for the activity.", lambda d: d.activity.text, required=True),
        Column("group", "The number of the group of the activity.", lambda d: d.activity.group, required=True),
        Column(
            "period",
            "The period of the activity.",
            lambda d: plan.records.periods[d.activity.period].label,
            required=True,
        ),
        Column("last_year", "Empty where the activity recurs.", lambda d: plan.deadlines.of(d.activity).year, "year"),
        page_of(plan, site_url, lambda d: d.activity),
        *printed_in(lambda d: plan.records.source, lines),
    ]
    what = "A row for each body in each of its roles for each activity."
    keys = {"activity": ("activities", "number"), "agency": ("agencies", "id")}
    return Table("roles", what, ["activity", "agency", "role"], columns, plan.duties.all, keys)


def paragraphs(plan: Plan, site_url: str) -> Table[Paragraph]:
    """Returns a row for each numbered paragraph. Text outside of paragraphs is not in it."""
    listed = {paragraph.number for paragraph in plan.concordance.paragraphs}

    def section(paragraph: Paragraph) -> Section:
        return plan.table.section_of(paragraph)

    def points(paragraph: Paragraph) -> str:
        return " ".join(f"{point.number} {point.text}" for point in paragraph.points)

    def carried_out(match: str) -> Column[Paragraph]:
        what = f"Ours: activities that correspond to it ({plan.records.matches[match].label}). {IDS}"

        def numbers(paragraph: Paragraph) -> str:
            return " ".join(a.activity.number for a in plan.concordance.to(paragraph) if a.match.id == match)

        return Column(f"activities_{match}", what, numbers)

    columns: list[Column[Paragraph]] = [
        Column("number", "The number of the paragraph.", lambda p: p.number, required=True),
        Column("section", "The number of its section.", lambda p: section(p).number, required=True),
        Column("section_heading", "The heading, as printed.", lambda p: section(p).heading, required=True),
        Column("section_summary", "Ours: the whole section in plain words.", lambda p: section(p).summary),
        Column("text", "The plan’s words.", lambda p: p.text, required=True),
        Column("points", "The points under it, each after its number.", points),
        Column("in_table", "Whether the table takes its section up.", lambda p: p.number in listed, "boolean", True),
        *(carried_out(match) for match in plan.records.matches),
        page_of(plan, site_url, lambda p: p),
        *printed_in(lambda p: plan.records.source, lambda p: plan.text.lines(p)),
    ]
    what = "A row for each numbered paragraph of the plan. Text that stands in no numbered paragraph is not here."
    return Table("paragraphs", what, ["number"], columns, [*plan.records.paragraphs.values()])
