"""The answer stands on the first screen of a phone: who, by when, which line, and what the text is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.catalogue.standing import standing
from macros.plan.plan import Plan

from ..support.html import Document

WIDTH, HEIGHT = 390, 844


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False) as context:
        yield context.new_page()


def bottom(page: Page, selector: str) -> float:
    """Returns where the first of these ends, in pixels from the top of the page."""
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["y"] + box["height"]


def test_the_whole_card_of_every_activity(phone: Page, address: str, plan: Plan) -> None:
    for number in plan.records.activities:
        phone.goto(f"{address}activities/{number}/")
        assert bottom(phone, ".card") <= HEIGHT, number


def test_the_load_and_the_first_activity_of_every_body(phone: Page, address: str, plan: Plan) -> None:
    for agency in plan.records.agencies:
        phone.goto(f"{address}agencies/{agency}/")
        assert bottom(phone, ".card") < bottom(phone, ".item__number") <= HEIGHT, agency


def test_the_first_words_of_every_section(phone: Page, address: str, plan: Plan) -> None:
    for number in plan.records.sections:
        phone.goto(f"{address}sections/{number}/")
        assert bottom(phone, ".card") <= HEIGHT, number


def test_a_record_begins_with_the_fact(plan: Plan, pages: dict[str, Document]) -> None:
    for activity in plan.records.activities.values():
        page = pages[f"activities/{activity.number}/"]
        assert page.one("h1").text == f"Activity {activity.number}, in our words {activity.summary}"
        card = page.one("dl", id="who-and-when").text
        for duty in plan.duties.on(activity):
            assert duty.agency.name in card
        assert plan.deadlines.of(activity).name in card
        assert str(plan.text.lines(activity)) in card
        assert standing(plan) in card


def test_every_page_names_the_country_and_the_subject(plan: Plan, pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        assert plan.records.site.title in page.one("title").text, here
