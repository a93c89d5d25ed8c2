"""Tables: on a phone a row is a card, on a desk the head stays and a column sorts; to screen readers it is a table."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.plan.plan import Plan

from ..support.html import Document
from ..support.visits import UNFOLD, wider

SHEET = "agencies/mia/sheet/"
TABLES = ("matrix/", "timeline/", "whole/", SHEET, "agencies/mia/", "coverage/", "contribute/data/", "reports/2014/")
PARTLY = """() => [...document.querySelectorAll(".period, .span--end, .matrix .role")]
    .filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < 0 || right > innerWidth; })
    .map((one) => one.textContent)"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


@pytest.mark.parametrize("width", [390, 320])
def test_no_table_is_wider_than_a_phone_and_nothing_of_a_row_is_cut(phone: Page, address: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    for here in TABLES:
        phone.goto(f"{address}{here}")
        phone.evaluate(UNFOLD)
        assert (here, wider(phone), phone.evaluate(PARTLY)) == (here, [], [])


def test_a_row_is_a_card_that_tells_its_heads(phone: Page, address: str) -> None:
    phone.goto(f"{address}{SHEET}")
    row = phone.get_by_role("row").nth(1)
    name, words, period, _ = row.get_by_role("rowheader").or_(row.get_by_role("cell")).all()
    at = [
        part.evaluate("(part) => [part.getBoundingClientRect().x, part.getBoundingClientRect().y]")
        for part in (name, words, period)
    ]
    assert len({left for left, _ in at}) == 1
    assert sorted(at) == at
    assert period.evaluate("(cell) => getComputedStyle(cell, '::before').content") == '"Period "'


def test_screen_readers_get_a_table_on_a_phone(phone: Page, address: str, plan: Plan) -> None:
    phone.goto(f"{address}matrix/")
    expect(phone.get_by_role("table", name="Bodies and groups of activities")).to_be_visible()
    cell = phone.get_by_role("cell", name="13.2 Steps to prevent trafficking, from hot lines to training courses.")
    expect(cell.first).to_be_visible()
    expect(phone.get_by_role("rowheader")).to_have_count(len(plan.records.agencies))


@pytest.mark.parametrize("here", ["matrix/", "timeline/", SHEET])
def test_the_accessibility_tree_of_a_phone_has_every_row_and_cell_that_is_shown(
    phone: Page, address: str, here: str
) -> None:
    """The cards have `display: block`: browsers once took such tables for no tables (Nu refuses roles written out)."""
    phone.goto(f"{address}{here}")
    nodes = phone.context.new_cdp_session(phone).send("Accessibility.getFullAXTree")["nodes"]
    found = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
    assert found["table"] == 1
    for role, selector in (("row", "tr"), ("rowheader", "tbody th"), ("cell", "td")):
        assert found[role] == phone.locator(f"table.ruled {selector}:visible").count(), role


def test_the_timeline_says_each_period_in_words(plan: Plan, pages: dict[str, Document]) -> None:
    said = [cell.text for cell in pages["timeline/"].all("td", class_="period")]
    assert said == [
        plan.records.periods[activity.period].label
        for group in plan.records.groups.values()
        for activity in plan.deadlines.with_years(plan.table.in_group(group))
    ]


@pytest.mark.parametrize("here", ["matrix/", "timeline/", SHEET])
def test_the_head_of_a_long_table_stays_below_the_bar(desk: Page, address: str, here: str) -> None:
    desk.goto(f"{address}{here}")
    desk.locator("tbody tr").nth(18).scroll_into_view_if_needed()
    desk.mouse.wheel(0, 300)
    desk.wait_for_function("scrollY > 300")
    bar = desk.locator(".md-header").bounding_box()
    head = desk.locator("thead th").first.bounding_box()
    assert bar
    assert head
    assert head["y"] == pytest.approx(bar["y"] + bar["height"], abs=1)


def test_a_column_sorts_by_keyboard_numbers_as_numbers_and_back(desk: Page, address: str) -> None:
    desk.goto(f"{address}{SHEET}")
    heads, names = desk.get_by_role("columnheader"), desk.locator("tbody th")
    printed = names.all_text_contents()
    assert printed.index("13.2.9") < printed.index("13.2.10")
    item = heads.get_by_role("button", name="Item")
    item.press("Enter")
    assert names.all_text_contents() == printed
    item.press("Space")
    assert names.all_text_contents() == printed[::-1]
    expect(heads.first).to_have_attribute("aria-sort", "descending")
    heads.get_by_role("button", name="Line").press("Enter")
    expect(heads.first).not_to_have_attribute("aria-sort", "descending")
    lines = [int(line.split("–")[0]) for line in desk.locator("tbody td:nth-child(4)").all_text_contents()]
    assert lines == sorted(lines)
    assert heads.get_by_role("button").count() == 3  # the words of the plan have no order


def test_without_a_script_a_table_has_plain_heads_in_the_order_of_the_plan(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{SHEET}")
        expect(page.get_by_role("columnheader")).to_have_text(["Item", "The plan’s words", "Period", "Line"])
        expect(page.get_by_role("columnheader").get_by_role("button")).to_have_count(0)
