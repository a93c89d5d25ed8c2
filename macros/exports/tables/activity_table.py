"""The table of activities: words, bodies, time, and what else the site links to them."""

from ...plan.plan import Plan
from ...records.kinds.activity import Activity
from .columns import IDS, NAMES, Column, Table, page_of, printed_in

Columns = list[Column[Activity]]


def activities(plan: Plan, site_url: str) -> Table[Activity]:
    """Returns a row for each activity, in printed order."""
    columns: Columns = [
        *words(plan),
        *(column for role in plan.records.roles for column in bodies(plan, role)),
        Column("printed_executors", "Column 3 of the table.", lambda a: a.as_printed.executors, required=True),
        *time(plan),
        *links(plan),
        page_of(plan, site_url, lambda a: a),
        *printed_in(lambda a: plan.records.source, lambda a: plan.text.lines(a)),
    ]
    what = "A row for each activity of the plan’s table."
    return Table("activities", what, ["number"], columns, [*plan.records.activities.values()])


def words(plan: Plan) -> Columns:
    """Returns the columns with the place of an activity in the table, and its words."""
    return [
        Column("number", "The number of the activity.", lambda a: a.number, required=True),
        Column("group", "The number of its group.", lambda a: a.group, required=True),
        Column(
            "group_heading", "The heading, as printed.", lambda a: plan.records.groups[a.group].heading, required=True
        ),
        Column(
            "section", "The section whose measures the group lists.", lambda a: plan.records.groups[a.group].section
        ),
        Column("text", "The plan’s words, typing errors included.", lambda a: a.text, required=True),
        Column("summary", "Ours: the activity in plain words.", lambda a: a.summary),
        Column("note", "Ours: what a reader should know.", lambda a: a.note),
    ]


def bodies(plan: Plan, role: str) -> Columns:
    """Returns the columns with the bodies in one role: their ids, and their names."""
    heading = plan.records.roles[role].heading

    def named(activity: Activity) -> list[tuple[str, str]]:
        return [(d.agency.id, d.agency.name) for d in plan.duties.on(activity) if d.role.id == role]

    return [
        Column(role, f"{heading}. {IDS}", lambda a: " ".join(id_ for id_, _ in named(a))),
        Column(f"{role}_names", f"{heading}, by our names. {NAMES}", lambda a: "; ".join(name for _, name in named(a))),
    ]


def time(plan: Plan) -> Columns:
    """Returns the columns with the years. A recurring activity has none, and gets none."""
    return [
        Column("printed_period", "Column 4 of the table.", lambda a: a.as_printed.period, required=True),
        Column(
            "first_year",
            "Empty where the activity recurs.",
            lambda a: plan.records.periods[a.period].first_year,
            "year",
        ),
        Column(
            "last_year",
            "The deadline; empty where it recurs.",
            lambda a: plan.records.periods[a.period].last_year,
            "year",
        ),
        Column(
            "recurring", "Whether it has no years.", lambda a: plan.records.periods[a.period].recurring, "boolean", True
        ),
    ]


def links(plan: Plan) -> Columns:
    """Returns the columns with what the editors link to an activity."""

    def paragraphs(match: str) -> Column[Activity]:
        what = f"Ours: the paragraphs that it corresponds to ({plan.records.matches[match].label}). {IDS}"

        def numbers(activity: Activity) -> str:
            return " ".join(a.paragraph.number for a in plan.concordance.of(activity) if a.match.id == match)

        return Column(f"paragraphs_{match}", what, numbers)

    def reports(name: str, bearing: str) -> Column[Activity]:
        what = f"Ours: the years of the reports. {plan.records.bearings[bearing].meaning} {IDS}"

        def years(activity: Activity) -> str:
            return " ".join(
                id_ for id_, r in plan.records.reports.items() if plan.evidence.strongest(activity, r).id == bearing
            )

        return Column(name, what, years)

    return [
        *(paragraphs(match) for match in plan.records.matches),
        Column("topics", f"Ours: what it is about. {IDS}", lambda a: " ".join(a.topics)),
        reports("reported_in", "reported"),
        reports("mentioned_in", "mentioned"),
    ]
