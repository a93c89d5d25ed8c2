"""The calendars hold the dated activities of the plan, each on its last day, and nothing that has no date."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject

from macros.catalogue.addresses import address
from macros.exports.calendars import calendars
from macros.exports.calendars.whose import calendar_address, has_calendar
from macros.plan.plan import Plan
from macros.records.kinds.activity import Activity
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.determinism import digests, digests_elsewhere, surroundings

SITE = "https://example.org/plan/"


@pytest.fixture(scope="session")
def files(plan: Plan) -> dict[str, bytes]:
    return dict(calendars.files(plan, SITE))


def read(content: bytes) -> Any:
    (calendar,) = vobject.readComponents(content.decode())
    return calendar


def events(content: bytes) -> dict[str, Any]:
    """Returns the entries of a calendar under the numbers of their activities; no two have the same."""
    found = read(content).vevent_list
    by_number = {event.summary.value.split(":")[0]: event for event in found}
    assert len(by_number) == len(found)
    return by_number


def dated(plan: Plan) -> dict[str, Activity]:
    return {number: a for number, a in plan.records.activities.items() if plan.records.periods[a.period].end}


def test_the_calendar_of_the_plan_has_every_dated_activity(plan: Plan, files: dict[str, bytes]) -> None:
    found = events(files["calendars/plan.ics"])
    assert list(found) == list(dated(plan))
    assert len(found) == len(plan.records.activities) - len(plan.deadlines.undated)


def test_an_entry_is_all_day_on_the_last_day_of_the_last_year(plan: Plan, files: dict[str, bytes]) -> None:
    for content in files.values():
        for number, event in events(content).items():
            last = date(plan.records.periods[plan.records.activities[number].period].last_year or 0, 12, 31)
            assert event.dtstart.value == last
            assert event.dtend.value == last + timedelta(days=1)
            assert type(event.dtstart.value) is type(event.dtend.value) is date
            assert event.transp.value == "TRANSPARENT"


def test_an_entry_says_that_the_day_is_our_reading(plan: Plan, files: dict[str, bytes]) -> None:
    for content in files.values():
        for number, event in events(content).items():
            period = plan.records.periods[plan.records.activities[number].period]
            words = event.description.value
            assert f"Period: {period.label}. The plan gives no days." in words
            assert f"That the last day is 31 December {period.end} is our reading." in words
            assert plan.records.site.notice in words


def test_an_entry_holds_the_plan_word_for_word_and_ours_apart(plan: Plan, files: dict[str, bytes]) -> None:
    for number, event in events(files["calendars/plan.ics"]).items():
        activity = plan.records.activities[number]
        group = plan.records.groups[activity.group]
        assert event.summary.value == f"{number}: {activity.summary or activity.text}"
        assert f"The text of the plan: “{activity.text}”" in event.description.value
        assert ("The title of this entry is ours" in event.description.value) == (activity.summary is not None)
        assert event.url.value == SITE + address(plan, activity)
        assert event.categories.value == [f"{group.number} {group.heading}"]
        for role, duties in plan.duties.by_role(plan.duties.by_activity[number]):
            assert f"{role.heading}: {'; '.join(d.agency.name for d in duties)}\n" in event.description.value


def test_what_recurs_has_no_entry_anywhere(plan: Plan, files: dict[str, bytes]) -> None:
    regular = {activity.number for activity in plan.deadlines.undated}
    assert len(regular) > 10
    for content in files.values():
        assert not regular & set(events(content))
    assert "calendars/deadlines/regular.ics" not in files


def test_each_body_with_a_dated_duty_has_a_calendar_and_no_other(plan: Plan, files: dict[str, bytes]) -> None:
    without = []
    for agency in plan.records.agencies.values():
        mine = {d.activity.number for d in plan.duties.of(agency)} & set(dated(plan))
        name = f"calendars/agencies/{agency.id}.ics"
        assert calendar_address(agency) == name
        assert has_calendar(plan, agency) == bool(mine) == (name in files)
        if mine:
            assert set(events(files[name])) == mine
        else:
            without.append(agency.id)
    assert without, "a test of nothing"


def test_the_calendar_of_a_body_names_its_role(plan: Plan, files: dict[str, bytes]) -> None:
    for agency in plan.records.agencies.values():
        for duty in plan.duties.of(agency):
            if duty.activity.number in dated(plan):
                event = events(files[f"calendars/agencies/{agency.id}.ics"])[duty.activity.number]
                note = f" (Note {duty.recommendation.number})" if duty.recommendation else ""
                first, *others = event.description.value.split("\n")
                assert first == f"Named {duty.role.phrase}: {agency.name}{note}."
                assert not [line for line in others if line.startswith("Named ")]


def test_each_deadline_has_a_calendar(plan: Plan, files: dict[str, bytes]) -> None:
    for deadline in plan.deadlines.all.values():
        assert has_calendar(plan, deadline) == (deadline.year is not None)
        if deadline.year:
            found = events(files[f"calendars/deadlines/{deadline.year}.ics"])
            assert list(found) == [activity.number for activity in plan.deadlines.due(deadline)]


def test_there_is_no_other_calendar(plan: Plan, files: dict[str, bytes]) -> None:
    owners = [None, *plan.records.agencies.values(), *plan.deadlines.all.values()]
    assert list(files) == [calendar_address(o) for o in owners if has_calendar(plan, o)]


def test_an_activity_has_one_uid_in_all_calendars(files: dict[str, bytes]) -> None:
    for content in files.values():
        for number, event in events(content).items():
            assert event.uid.value == f"activity-{number}@example.org"


def test_a_calendar_says_what_it_is_and_of_which_day(plan: Plan, files: dict[str, bytes]) -> None:
    stamp = datetime.combine(plan.records.updated, datetime.min.time(), UTC)
    for content in files.values():
        calendar = read(content)
        assert calendar.version.value == "2.0"
        assert not hasattr(calendar, "method")  # RFC 5546 would want an organizer
        assert calendar.prodid.value.endswith("//EN")
        assert plan.records.site.title in calendar.x_wr_calname.value
        assert all(event.dtstamp.value == stamp for event in calendar.vevent_list)
    bar = read(files["calendars/agencies/scfwcp.ics"])  # its name has a comma
    assert bar.x_wr_calname.value == f"{plan.records.agencies['scfwcp'].name}: {plan.records.site.title}"
    assert b"X-WR-CALNAME:State Committee for Family\\, " in files["calendars/agencies/scfwcp.ics"]
    assert b"\r\nNAME:State Committee for Family\\, " in files["calendars/agencies/scfwcp.ics"]


def test_the_lines_are_those_of_rfc_5545(files: dict[str, bytes]) -> None:
    for content in files.values():
        assert content.startswith(b"BEGIN:VCALENDAR\r\n")
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(len(line) for line in content.split(b"\r\n")) <= 75


FIRST_SUMMARY = (
    "    Improve the laws against trafficking, in line with the treaties that the country has joined.\n"
    "    Take into account what the Council of Europe convention against trafficking asks for.\n"
)


@pytest.mark.parametrize("text", ["END:VEVENT; BEGIN:VEVENT", "a\\nb, c; d", "ATTACH:https://example.org/" + "é" * 80])
def test_a_value_never_becomes_a_property(data: DataCopy, text: str) -> None:
    data.edit("activities.yml", FIRST_SUMMARY, f"    {text}\n")
    found = dict(calendars.files(load(data.folder), SITE))["calendars/plan.ics"]
    event = events(found)["13.1.1"]
    assert event.summary.value == f"13.1.1: {text}"
    assert len(events(found)) == found.count(b"\r\nBEGIN:VEVENT\r\n")
    assert "attach" not in event.contents


@surroundings
def test_the_same_data_gives_the_same_bytes(files: dict[str, bytes], surroundings: dict[str, str]) -> None:
    made_elsewhere = digests_elsewhere(SITE, [calendars.__name__], surroundings)
    assert list(made_elsewhere.items()) == list(digests(files).items())
