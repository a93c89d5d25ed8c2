"""Changed records in the plan as it is now: the page of each, and the bodies that its change concerns."""

from ..plan.plan import Plan
from ..plan.statements import Statement
from ..records.kinds.agency import Agency
from ..records.kinds.change import Change
from .addresses import Addressed, address
from .named import by_kind


def page(plan: Plan, change: Change) -> str:
    """Returns the address of what shows a changed record, relative to the root of the site; "" where it is gone."""
    if record := addressed(plan, change):
        return address(plan, record)
    year, _, id_ = change.record.rpartition(".")
    report = plan.records.reports.get(year)
    match change.kind:
        case "erratum" if change.record in plan.records.errata:
            return f"about/errata/#order-{change.record}"
        case "erratum" if report and id_ in {erratum.id for erratum in report.errata}:
            return f"about/errata/#report-{year}-{id_}"
        case "chart" if report:
            return address(plan, report)
        case "source" if change.record in plan.records.sources:
            return f"about/#source-{change.record}"
        case "reading" if change.record in {reading.id for reading in plan.records.site.readings}:
            return f"about/#reading-{change.record}"
        case "contact" if change.record in plan.records.contacts:
            return "help/#contacts"
        case "help" if change.record in plan.records.help:
            return address(plan, plan.records.help[change.record])
        case "file" if change.record == "errata.yml":
            return "about/errata/"
    return ""


def addressed(plan: Plan, change: Change) -> Addressed | None:
    """Returns the record of a change, if the plan still has it and it has an address of its own."""
    found = by_kind(plan).get(change.kind, {})
    return plan.records.decree if change.kind == "decree" else found.get(change.record)


def concerns(plan: Plan, agency: Agency, change: Change) -> bool:
    """Tells whether a change concerns a body.

    That is a change of its own record, of an activity for which it has a duty, of a Note that names it, of a statement
    that names it or bears on such an activity, or of a report that came with such a statement; and a change that named
    it, or took its name away.
    """
    if change.field in {"executors", "involves", "agency"}:
        named = f"{change.before}, {change.after}".split(", ")
        if agency.id in named:
            return True
    match change.kind:
        case "agency":
            return change.record == agency.id
        case "activity":
            return change.record in numbers(plan, agency)
        case "note":
            return (
                change.record in plan.records.recommendations
                and plan.records.recommendations[change.record].agency == agency.id
            )
        case "fact":
            year, _, id_ = change.record.rpartition(".")
            statement = plan.statements.get(year, id_)
            return statement is not None and speaks_of(plan, agency, statement)
        case "report" if change.field in {None, "facts", "acts"}:
            return any(speaks_of(plan, agency, s) for s in plan.statements.by_report.get(change.record, {}).values())
    return False


def numbers(plan: Plan, agency: Agency) -> set[str]:
    """Returns the numbers of the activities for which a body has a duty, in any role."""
    return {duty.activity.number for duty in plan.duties.of(agency)}


def speaks_of(plan: Plan, agency: Agency, statement: Statement) -> bool:
    """Tells whether a statement names a body, or bears on an activity for which the body has a duty."""
    if any(found is statement for found, _ in plan.evidence.naming(agency)):
        return True
    mine = numbers(plan, agency)
    return any(relation.activity in mine for relation in statement.fact.relates_to)
