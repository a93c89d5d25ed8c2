"""What a calendar is of: the whole plan, a body or a deadline; and the activities with a last day in it."""

from datetime import date

from ...plan.deadlines import Deadline
from ...plan.plan import Plan
from ...records.kinds.activity import Activity
from ...records.kinds.agency import Agency

Whose = Agency | Deadline | None  # what a calendar is of; none is the whole plan


def calendar_address(whose: Whose) -> str:
    """Returns the address of a calendar, relative to the root of the site."""
    match whose:
        case Agency():
            return f"calendars/agencies/{whose.id}.ics"
        case Deadline():
            return f"calendars/deadlines/{whose.id}.ics"
        case None:
            return "calendars/plan.ics"


def has_calendar(plan: Plan, whose: Whose) -> bool:
    """Tells whether there is a calendar of a body, of a deadline or of the plan, so that a page may link to it."""
    return bool(dated(plan, whose))


def dated(plan: Plan, whose: Whose) -> list[tuple[Activity, date]]:
    """Returns the activities of a calendar with their last days, in printed order. Recurring ones have none."""
    match whose:
        case Agency():
            found = list({duty.activity.number: duty.activity for duty in plan.duties.of(whose)}.values())
        case Deadline():
            found = plan.deadlines.due(whose)
        case None:
            found = list(plan.records.activities.values())
    return [(activity, end.last) for activity in found if (end := plan.deadlines.of(activity).end)]


def title(plan: Plan, whose: Whose) -> str:
    match whose:
        case Agency():
            return f"{whose.name}: {plan.records.site.title}"
        case Deadline():
            return f"Deadline {whose.id}: {plan.records.site.title}"
        case None:
            return plan.records.site.title
