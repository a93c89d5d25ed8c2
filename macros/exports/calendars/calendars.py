"""Deadlines as calendars (iCalendar, RFC 5545): of the whole plan, of each body, of each year."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vText

from ...catalogue.addresses import address
from ...plan.duties import Duty
from ...plan.plan import Plan
from ...reading.dates import day
from ...records.kinds.activity import Activity
from ...records.kinds.agency import Agency
from .. import Files
from .whose import Whose, calendar_address, dated, has_calendar, title

PRODUCT = "-//national-action-plan//calendars 1.0//EN"


def files(plan: Plan, site_url: str) -> Files:
    """Yields the calendars that have an entry: RFC 5545, section 3.6, knows no calendar without a component."""
    for whose in (None, *plan.records.agencies.values(), *plan.deadlines.all.values()):
        if has_calendar(plan, whose):
            yield calendar_address(whose), calendar(plan, whose, site_url)


def calendar(plan: Plan, whose: Whose, site_url: str) -> bytes:
    """Returns a calendar as its file. In that of a body, the description of an entry says the role of the body."""
    found = head_of(plan, whose, site_url)
    agency = whose if isinstance(whose, Agency) else None
    for activity, last in dated(plan, whose):
        found.add_component(event(plan, activity, last, agency, site_url))
    content: bytes = found.to_ical()
    return content


def head_of(plan: Plan, whose: Whose, site_url: str) -> Calendar:
    """Returns a calendar without entries, with its name (RFC 7986, and the older name that most programs read)."""
    name = vText(title(plan, whose))
    found = Calendar()
    found.add("version", "2.0")
    found.add("prodid", PRODUCT)
    found.add("name", name)
    found.add("x-wr-calname", name)
    found.add("description", plan.records.site.notice)
    found.add("url", site_url + (address(plan, whose) if whose else "deadlines/"))
    return found


def event(plan: Plan, activity: Activity, last: date, agency: Agency | None, site_url: str) -> Event:
    """Returns the last day of an activity, all day, as it stands in the calendar of a body or in one of all.

    The end is the day after it (RFC 5545, section 3.6.1). It has the same UID in every calendar, because it is one
    entry (RFC 5545, section 3.8.4.7).
    """
    group = plan.records.groups[activity.group]
    found = Event()
    found.add("uid", f"activity-{activity.number}@{urlsplit(site_url).hostname}")
    found.add("dtstamp", datetime.combine(plan.records.updated, time(), UTC))
    found.add("dtstart", last)
    found.add("dtend", last + timedelta(days=1))
    found.add("summary", f"{activity.number}: {activity.summary or activity.text}")
    found.add("description", vText(description(plan, activity, last, agency, site_url)))
    found.add("url", site_url + address(plan, activity))
    found.add("categories", [f"{group.number} {group.heading}"])
    found.add("transp", "TRANSPARENT")
    return found


def description(plan: Plan, activity: Activity, last: date, agency: Agency | None, site_url: str) -> str:
    """Returns the text of an entry: the role of the body that it is of, then the rest, which is the same for all."""
    duties = plan.duties.on(activity)
    period = plan.records.periods[activity.period].label
    return "\n".join(
        [
            *(named(duty) for duty in duties if duty.agency is agency),
            *(["The title of this entry is ours, in plain words."] if activity.summary else []),
            f"The text of the plan: “{activity.text}”",
            *(
                f"{role.heading}: {'; '.join(duty.agency.name for duty in found)}"
                for role, found in plan.duties.by_role(duties)
            ),
            f"Period: {period}. The plan gives no days. That the last day is {day(last)} is our reading.",
            plan.records.site.notice,
            site_url + address(plan, activity),
        ]
    )


def named(duty: Duty) -> str:
    """Returns a body and its role in words. A body with two roles gets two such lines: roles are never merged."""
    note = f" (Note {duty.recommendation.number})" if duty.recommendation else ""
    return f"Named {duty.role.phrase}: {duty.agency.name}{note}."
