"""The page of what changed: readers' words, the newest day first; each record says the day of its last change."""

import gzip
from pathlib import Path

from macros.catalogue import history as module
from macros.catalogue.addresses import address
from macros.catalogue.history import history
from macros.catalogue.revised import last_changes
from macros.pages.render import Renderer
from macros.plan.plan import Plan
from macros.reading.dates import day
from macros.records.kinds.change import Change, rewrite
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.html import Document

LATER = "2999-01-02"


def change(kind: str, record: str, field: str | None, before: str | None, after: str | None, on: str = LATER) -> Change:
    given = {"date": on, "kind": kind, "record": record, "field": field, "before": before, "after": after}
    return Change.model_validate(given)


def with_changes(data: DataCopy, *changes: Change) -> Plan:
    rewrite(data.folder / "changes.yml", [], changes)
    return load(data.folder)


def test_the_newest_day_is_first_and_every_day_has_its_place(plan: Plan, pages: dict[str, Document]) -> None:
    page = pages["changes/"]
    days = sorted({change.date.isoformat() for change in plan.records.changes}, reverse=True)
    headings = [heading.attributes["id"] for heading in page.all("h2")]
    assert headings[0] == plan.records.updated.isoformat() == days[0]
    assert set(days) <= set(page.ids)


def test_it_leads_to_the_records_that_changed(plan: Plan, pages: dict[str, Document]) -> None:
    links = set(pages["changes/"].links)
    for entries in next(history(plan)).kinds.values():
        for entry in entries:
            assert not entry.address or f"../{entry.address}" in links


def test_a_change_is_told_in_the_words_of_readers(data: DataCopy) -> None:
    plan = with_changes(
        data,
        change("activity", "13.2.1", "period", "2015", "2016"),
        change("activity", "13.2.1", "provisions.4.3.how", "close", "verbatim"),
        change("activity", "13.2.1", "summary", "One.", "Two."),
        change("activity", "13.2.1", "summary", "Two.", "Three."),
        change("paragraph", "4.3", "text", "Old", "New"),
        change("topic", "gone", None, "Gone", None),
        change("file", "new.yml", None, None, "a, b"),
    )
    newest = next(history(plan))
    assert newest.date.isoformat() == LATER
    (activity,) = newest.kinds["Activity"]
    assert (activity.name, activity.address) == ("Activity 13.2.1", "activities/13.2.1/")
    assert activity.hows == ["period changed", "links to paragraphs changed", "short text changed"]
    assert [(words, step.before, step.after) for words, step in activity.values] == [
        ("period", "2015", "2016"),
        ("short text", "One.", "Three."),
    ]
    assert [entry.address for entry in newest.kinds["Paragraph"]] == ["sections/4/#4.3"]
    assert [(entry.name, entry.address, entry.hows) for entry in newest.kinds["Topic"]] == [
        ("Topic gone", "", ["removed"])
    ]
    assert newest.folded == [("File", 1)]
    assert list(newest.kinds) == ["Activity", "Paragraph", "Topic"]


def test_what_was_changed_and_changed_back_on_one_day_is_not_told(data: DataCopy) -> None:
    back = with_changes(data, change("note", "1", "text", "A", "B"), change("note", "1", "text", "B", "A"))
    assert next(history(back)).kinds == {}


def test_the_page_stays_light_however_long_the_history_grows(data: DataCopy) -> None:
    words = "It says once more, and in other words each time, what the plan asks of number {0}. " * 3
    numbers = list(load(data.folder).records.activities)
    plan = with_changes(
        data,
        *(
            change("activity", number, "summary", words.format(on * 7), words.format(on * 11), f"29{on:02}-01-02")
            for on in range(100)
            for number in numbers
        ),
    )
    days = list(history(plan))
    assert sum(len(entries) for found in days for entries in found.kinds.values()) == module.MOST
    content = str(Renderer(plan, "https://plan.example/").view("changes", "changes/").content)
    assert len(gzip.compress(content.encode())) < 30_000  # with the frame, under 40 kB
    assert all(f'id="{found.date}"' in content for found in days)


def test_the_page_is_light_today(built: Path) -> None:
    assert len(gzip.compress((built / "changes/index.html").read_bytes())) < 40_000


def test_each_record_says_when_it_last_changed_by_the_history(plan: Plan, pages: dict[str, Document]) -> None:
    told = 0
    records = [*plan.records.activities.values(), *plan.records.agencies.values(), *plan.records.sections.values()]
    for record in records:
        here = address(plan, record)  # type: ignore[arg-type]
        on = last_changes(plan).get(here)
        notice = pages[here].one("p", class_="notice")
        assert ("Last changed on" in notice.text) == (on is not None), here
        if on:
            told += 1
            assert f"Last changed on {day(on)}." in notice.text, here
            assert f"../../changes/#{on.isoformat()}" in pages[here].links
    assert told > 50


def test_a_letter_is_as_old_as_its_body_and_a_list_has_no_day(plan: Plan, pages: dict[str, Document]) -> None:
    on = last_changes(plan)["agencies/moh/"]
    assert f"Last changed on {day(on)}." in pages["agencies/moh/letter/"].one("p", class_="notice").text
    assert "Last changed" not in pages["activities/"].one("p", class_="notice").text


def test_the_foot_of_every_page_leads_to_what_changed(pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        if page.all("p", class_="notice") and here != "changes/":
            assert any(link.endswith("changes/") for link in page.links), here
