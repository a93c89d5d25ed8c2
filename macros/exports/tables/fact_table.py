"""The table of facts: what reports say, a row for each figure, word for word and with its date."""

from collections.abc import Callable
from dataclasses import dataclass

from ...plan.plan import Plan
from ...plan.statements import Statement
from ...reading.dates import Span
from ...records.kinds.report import Act, Figure
from .columns import IDS, NAMES, Column, Table, Type, Value, page_of, printed_in

NO_FIGURE: list[Figure | None] = [None]


@dataclass(frozen=True)
class Row:
    """A statement, and one of its figures; none where it has no figures."""

    statement: Statement
    figure: Figure | None

    @property
    def id(self) -> str:
        """The keys that lead to the row: 2030.calls.all_calls, or 2030.scope."""
        keys = [self.statement.report.id, self.statement.fact.id, self.figure.id if self.figure else ""]
        return ".".join(filter(None, keys))

    @property
    def act(self) -> Act | None:
        """The legal act that the statement is about, if it is one."""
        return self.statement.act


Columns = list[Column[Row]]


def facts(plan: Plan, site_url: str) -> Table[Row]:
    """Returns a row for each figure of each statement, and one for each statement without figures."""
    rows = [
        Row(statement, figure) for statement in plan.statements.all for figure in (statement.fact.values or NO_FIGURE)
    ]
    columns = [
        *words(plan),
        *time(plan),
        *figures(),
        *acts(),
        *links(plan),
        page_of(plan, site_url, lambda r: r.statement),
        *printed_in(lambda r: r.statement.report.source, lambda r: r.statement.lines),
    ]
    what = "A row for each figure of each statement of a report, and one for each statement without figures."
    return Table("facts", what, ["id"], columns, rows)


def words(plan: Plan) -> Columns:
    """Returns the columns with the statement."""
    return [
        Column("id", "Year of the report, statement and figure.", lambda r: r.id, required=True),
        Column("report", "The year of the report.", lambda r: r.statement.report.year, "year", True),
        Column("fact", "Our id of the statement.", lambda r: r.statement.fact.id, required=True),
        Column("label", "Ours: a short name.", lambda r: r.statement.fact.label, required=True),
        Column(
            "category", "Ours: what it is about.", lambda r: r.statement.fact.category, words=[*plan.records.categories]
        ),
        Column("quote", "The report, word for word.", lambda r: r.statement.fact.quote, required=True),
        Column("note", "Ours: what a reader should know.", lambda r: r.statement.fact.note),
    ]


def time(plan: Plan) -> Columns:
    """Returns the columns with the date, as precise as the report prints it. Where it prints none, they are empty."""

    def when(name: str, what: str, part: Callable[[Span], Value], type_: Type) -> Column[Row]:
        return Column(name, what, lambda r: part(r.statement.fact.date) if r.statement.fact.date else None, type_)

    return [
        when("date", "As precise as printed (EDTF, ISO 8601-2).", lambda span: span.edtf, "string"),
        when("first_day", "The first day of the date.", lambda span: span.first, "date"),
        when("last_day", "The last day of the date.", lambda span: span.last, "date"),
        Column(
            "timing", "Against the day of the order.", lambda r: r.statement.timing.id, words=[*plan.records.timings]
        ),
    ]


def figures() -> Columns:
    """Returns the columns with a figure. A blank of the report is an empty value, and never 0."""
    return [
        Column("figure", "Our id of the figure.", lambda r: r.figure.id if r.figure else None),
        Column("figure_label", "Ours: what is counted.", lambda r: r.figure.label if r.figure else None),
        Column("value", "The number; empty is not 0.", lambda r: r.figure.number if r.figure else None, "number"),
        Column("unit", "Ours: what it is counted in.", lambda r: r.figure.unit if r.figure else None),
        Column("blank", "Whether the report leaves a gap.", lambda r: r.figure.blank if r.figure else None, "boolean"),
        Column("printed", "The word that stands for the number.", lambda r: r.figure.printed if r.figure else None),
        Column("items", f"What we counted. {NAMES}", lambda r: "; ".join(r.figure.items) if r.figure else None),
    ]


def acts() -> Columns:
    """Returns the columns with a legal act that the report lists, as printed. For all else they are empty."""
    return [
        Column("act_kind", "Of a legal act, as printed.", lambda r: r.act.kind if r.act else None),
        Column("act_number", "As printed.", lambda r: r.act.number if r.act else None),
        Column("act_title", "As printed.", lambda r: r.act.title if r.act else None),
        Column("act_issuer", "As printed.", lambda r: r.act.issuer.printed if r.act and r.act.issuer else None),
    ]


def links(plan: Plan) -> Columns:
    """Returns the columns with the bodies named, and with the activities and paragraphs that the statement bears on."""

    def related(kind: str, bearing: str) -> Column[Row]:
        meaning = plan.records.bearings[bearing].label
        key = {"activities": "activity", "paragraphs": "paragraph"}[kind]

        def numbers(row: Row) -> str:
            relations = row.statement.fact.relates_to
            found = [r for r in relations if plan.evidence.bearing(row.statement, r).id == bearing]
            return " ".join(filter(None, (getattr(relation, key) for relation in found)))

        return Column(f"{kind}_{bearing}", f"Ours: {meaning}. {IDS}", numbers)

    return [
        Column("agencies", f"Bodies of the plan that it names. {IDS}", lambda r: " ".join(named(r.statement))),
        *(related(kind, bearing) for kind in ("activities", "paragraphs") for bearing in ("reported", "mentioned")),
    ]


def named(statement: Statement) -> list[str]:
    """Returns the ids of the bodies of the plan that a statement names, each once."""
    issuer = statement.act.issuer if statement.act else None
    bodies = [*statement.fact.bodies, *([issuer] if issuer else [])]
    return list(dict.fromkeys(body.agency for body in bodies if body.agency))
