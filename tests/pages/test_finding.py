"""People find what they look for in their own words: in the search box, in the table, in everyday questions."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.plan.plan import Plan

from ..support.html import Document
from ..support.states import search

QUERIES = json.loads((Path(__file__).parent.parent / "support" / "queries.json").read_text(encoding="utf-8"))

# What people type: both spellings, plurals, one slip, the beginning of a word, short names, numbers.
ALSO = [
    ("labour migration", "/activities/13.2.6/"),
    ("organised crime groups", "/activities/13.3.5/"),
    ("witnesses", "/activities/13.3.3/"),
    ("witness", "/activities/13.3.3/"),
    ("adopted children", "/activities/13.5.7/"),
    ("adoption of a child", "/activities/13.5.7/"),
    ("orphans", "/activities/13.5.7/"),
    ("jornalist", "/activities/13.9.5/"),
    ("univer", "/agencies/higher-education/"),
    ("ombudsman", "/agencies/ombudsman/"),
    ("NGOs", "/agencies/ngos/"),
    ("SSS", "/agencies/sss/"),
    ("customs", "/agencies/scc/"),
    ("13.2.1", "/activities/13.2.1/"),
    ("13.2.10", "/activities/13.2.10/"),
    ("2.1.3", "/sections/2/"),
    ("667", "/order/"),
    ("regular", "/deadlines/regular/"),
    ("who pays", "/situations/"),
    ("help", "/help/"),
    ("timeline", "/timeline/"),
    ("embassies", "/activities/13.6.2/"),
    # words that people search by, and that no text prints
    ("referral", "/activities/13.1.5/"),
    ("Lanzarote", "/activities/13.1.2/"),
    ("reflection", "/activities/13.1.7/"),
    ("Palermo", "/related/"),
    ("tier", "/glossary/"),
    ("poll", "/activities/13.2.3/"),
    ("emergency", "/help/"),
    ("112", "/help/"),
    ("danger", "/help/"),
    ("escape", "/help/"),
    ("violence", "/help/"),
    ("qaynar xətt", "/help/"),
    ("горячая линия", "/help/"),
    ("Daxili İşlər Nazirliyi", "/agencies/mia/"),
]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 700}, accept_downloads=True)
    yield context.new_page()
    context.close()


def first_three(page: Page, address: str, query: str) -> list[str]:
    """Types a query into the search box, and returns the addresses of the pages of the first three results."""
    search(page, query)
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("result|Nothing found"))
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.href)")
    pages = dict.fromkeys(link.replace(address, "/").split("#")[0] for link in links)
    return list(pages)[:3]


@pytest.mark.parametrize("case", QUERIES, ids=[case["q"] for case in QUERIES])
def test_the_search_answers_the_words_that_people_use(page: Page, address: str, case: dict[str, str]) -> None:
    page.goto(address)
    assert set(case["want"]) & set(first_three(page, address, case["q"]))


@pytest.mark.parametrize(("query", "want"), ALSO)
def test_the_search_forgives_spelling_and_knows_short_names(page: Page, address: str, query: str, want: str) -> None:
    page.goto(address)
    assert want in first_three(page, address, query)


def test_the_search_asks_for_nothing_before_the_reader_does(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "index.json" in url or "minisearch" in url]
    asked.clear()
    with page.expect_response("**/search/index.json"):
        page.keyboard.press("/")
    names = {url.rpartition("/")[2].split(".")[0] for url in asked}
    assert names == {"search", "minisearch", "index"}


def test_the_search_works_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("13.4.2")
    expect(page.get_by_role("status").filter(has_text="result")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}activities/13.4.2/")
    page.keyboard.press("/")
    page.keyboard.type("zzzzzz")
    expect(page.get_by_role("status").filter(has_text="Nothing found")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result")).to_be_hidden()


def test_a_filtered_view_can_be_sent_to_a_colleague(browser: Browser, page: Page, address: str, plan: Plan) -> None:
    page.goto(f"{address}find/")
    rows = page.locator("table.find tbody tr")
    expect(rows).to_have_count(len(plan.records.activities))
    page.get_by_label("Body").select_option("mia")
    page.get_by_label("Deadline").select_option("2016")
    page.get_by_label("Word or number").fill("victims")
    shown = page.locator("table.find tbody tr:visible th").all_inner_texts()
    due = [d.activity for d in plan.duties.by_agency["mia"] if plan.deadlines.of(d.activity).id == "2016"]
    assert shown == [a.number for a in due if "victims" in f"{a.text} {a.summary}".lower()]
    expect(page.get_by_role("status").filter(has_text="activities")).to_have_text(
        f"{len(shown)} of {len(plan.records.activities)} activities"
    )
    other = browser.new_context().new_page()
    other.goto(page.url)
    assert other.locator("table.find tbody tr:visible th").all_inner_texts() == shown
    expect(other.get_by_label("Body")).to_have_value("mia")
    other.context.close()


def test_a_role_is_asked_together_with_its_body(page: Page, address: str, plan: Plan) -> None:
    page.goto(f"{address}find/?agency=ombudsman&role=executive")
    expect(page.locator("table.find tbody tr:visible")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="activities")).to_contain_text("Nothing matches")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("table.find tbody tr:visible")).to_have_count(len(plan.records.activities))
    assert page.url == f"{address}find/"
    page.goto(f"{address}find/?agency=ombudsman&role=recommended")
    expect(page.locator("table.find tbody tr:visible")).to_have_count(len(plan.duties.by_agency["ombudsman"]))


def test_each_choice_says_how_many_rows_it_would_leave(page: Page, address: str, plan: Plan) -> None:
    page.goto(f"{address}find/")
    option = page.locator("#find-agency option[value=mia]")
    expect(option).to_have_text(f"Ministry of Internal Affairs ({len(plan.duties.by_agency['mia'])})")


def test_the_rows_can_be_downloaded_as_csv(page: Page, address: str, plan: Plan) -> None:
    page.goto(f"{address}find/?topic=hotline")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download these rows").click()
    text = caught.value.path().read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert row["number"] == "13.2.1"
    assert row["text"] == plan.records.activities["13.2.1"].text
    assert row["executive"] == "Ministry of Internal Affairs"
    assert row["period"] == "2015"


def test_without_javascript_the_table_is_whole(browser: Browser, address: str, plan: Plan) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{address}find/")
    expect(page.locator("table.find tbody tr:visible")).to_have_count(len(plan.records.activities))
    expect(page.locator("form.filters")).to_be_hidden()
    expect(page.get_by_role("link", name="by deadline")).to_be_visible()
    context.close()


def test_a_child_without_papers_in_three_clicks_from_the_home_page(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Everyday questions").click()
    page.locator(".on-this-page summary").click()
    page.locator(".on-this-page").get_by_role("link", name="A child has no ID card").click()
    expect(page.get_by_role("link", name="Activity 13.5.8")).to_be_in_viewport()
    expect(page.locator("section.situation").first).to_contain_text("Ministry of Internal Affairs")
    expect(page.locator("section.situation").first).to_contain_text("Regular, no date")


def test_every_question_leads_to_exact_lines(plan: Plan, pages: dict[str, Document]) -> None:
    assert len(plan.records.situations) >= 20
    links = pages["situations/"].links
    for situation in plan.records.situations.values():
        assert situation.activities or situation.paragraphs
        assert all(f"../activities/{number}/" in links for number in situation.activities)
    assert "They are not advice" in pages["situations/"].article
