"""Twelve things that readers come for: each from the home page of a phone, in three taps or fewer, and one scroll."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.catalogue.standing import standing
from macros.plan.plan import Plan

WIDTH, HEIGHT = 390, 844
TAPS = 3


@dataclass
class Reader:
    """A reader with a phone: counts the taps, and scrolls once at most to see an answer."""

    page: Page
    address: str
    taps: int = 0

    def tap(self, target: Locator) -> None:
        target.click()
        self.taps += 1
        assert self.taps <= TAPS

    def search(self, words: str) -> None:
        """Opens the search, and types."""
        self.tap(self.page.get_by_role("link", name="Search").or_(self.page.get_by_role("button", name="Search")).first)
        self.page.get_by_role("searchbox", name="Search the plan").fill(words)

    def result(self, name: str) -> None:
        """Opens what the search found under this name."""
        self.tap(self.page.locator(".md-search-result__link", has_text=name).first)

    def misses(self, *texts: str) -> list[str]:
        """Returns those of the texts that stand neither on this screen nor on the next."""
        return [text for text in texts if not self.sees(text)]

    def sees(self, text: str) -> bool:
        found = self.page.locator("main").get_by_text(text).locator("visible=true").first
        expect(found).to_be_visible()
        box = found.bounding_box()
        return bool(box) and 0 <= box["y"] <= 2 * HEIGHT  # type: ignore[index]


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    with browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light") as context:
        page = context.new_page()
        page.goto(address)
        yield Reader(page, address)


def test_a_child_without_papers_who_when_and_which_line(reader: Reader) -> None:
    reader.search("child has no ID card")
    reader.result("Activity 13.5.8")
    assert reader.misses("Ministry of Internal Affairs", "Ministry of Education", "Regular, no date", "line 608") == []


def test_what_a_ministry_is_named_for_by_2016_on_paper(reader: Reader) -> None:
    reader.tap(reader.page.get_by_role("article").get_by_role("link", name="Find an activity"))
    reader.page.get_by_label("Body").select_option("moh")
    reader.page.get_by_label("Deadline").select_option("2016")
    assert reader.misses("13.9.3", "Print") == []


def test_an_activity_for_which_only_a_class_of_bodies_is_named(reader: Reader, plan: Plan) -> None:
    reader.tap(reader.page.get_by_role("article").get_by_role("link", name="Gaps"))
    reader.tap(reader.page.locator(".figures a[href='#classes']"))
    assert reader.misses(plan.duties.classes_only[0].number) == []


def test_whether_the_calls_of_the_hot_line_add_up(reader: Reader) -> None:
    reader.search("hot line add up")
    reader.tap(reader.page.locator(".md-search-result__link[href*=claim]").first)
    assert reader.misses("13216") == []


def test_a_citation_of_paragraph_4_3(reader: Reader) -> None:
    reader.search("4.3")
    reader.result("Paragraph 4.3")
    reader.tap(reader.page.locator("details.cite summary", has_text="paragraph 4.3"))
    assert reader.misses("paragraph 4.3. Order No 667 of 24 July 2014") == []


def test_a_list_that_a_colleague_can_open(reader: Reader) -> None:
    reader.tap(reader.page.get_by_role("article").get_by_role("link", name="Find an activity"))
    reader.page.get_by_label("Body").select_option("moh")
    reader.page.get_by_label("Deadline").select_option("2016")
    expect(reader.page.locator("table.find tbody tr:visible")).to_have_count(1)
    sent = reader.page.url
    reader.page.goto(reader.address)
    reader.page.goto(sent)
    expect(reader.page.locator("table.find tbody tr:visible")).to_have_count(1)


def test_what_changed(reader: Reader, plan: Plan) -> None:
    reader.tap(reader.page.get_by_role("link", name="What changed"))
    day = plan.records.updated
    assert reader.misses(f"{day.day} {day:%B} {day.year}") == []


def test_the_table_in_a_spreadsheet(reader: Reader) -> None:
    reader.tap(reader.page.get_by_role("article").get_by_role("link", name="Data and tables"))
    assert reader.misses("data/plan.xlsx") == []
    with reader.page.expect_download() as download:
        reader.tap(reader.page.get_by_role("link", name="data/plan.xlsx"))
    assert download.value.suggested_filename == "plan.xlsx"


def test_the_deadlines_in_a_calendar(reader: Reader) -> None:
    reader.tap(reader.page.get_by_role("article").get_by_role("link", name="By deadline"))
    with reader.page.expect_download() as download:
        reader.tap(reader.page.get_by_role("link", name="All deadlines as a calendar"))
    assert download.value.suggested_filename == "plan.ics"


def test_whether_the_text_is_official(reader: Reader, plan: Plan) -> None:
    reader.tap(reader.page.get_by_role("link", name=standing(plan)))
    assert reader.misses("does not say that it is official") == []


def test_dark_colours(reader: Reader) -> None:
    before = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
    for _ in range(2):
        reader.tap(reader.page.locator("form[data-md-component=palette] label:visible"))
    assert reader.page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_the_next_activity(reader: Reader) -> None:
    reader.search("13.4.2")
    reader.result("Activity 13.4.2")
    reader.tap(reader.page.get_by_role("link", name="Next: ", exact=False).first)
    assert reader.misses("Activity 13.4.3, in our words") == []
