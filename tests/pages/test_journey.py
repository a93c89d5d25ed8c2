"""One journey, as a reader makes it: home, agency, activity, paragraph, deadline; with and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ..support.states import search


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(params=[320, 1280], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest, browser: Browser, javascript: bool) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, java_script_enabled=javascript, color_scheme="light"
    )
    yield context.new_page()
    context.close()


def test_from_home_to_the_deadline_of_an_activity(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("article").get_by_role("link", name="By agency").click()
    page.get_by_role("link", name="Ministry of Internal Affairs").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ministry of Internal Affairs")
    page.get_by_role("article").get_by_role("link", name="13.2.1", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Activity 13.2.1,")
    page.get_by_role("link", name="Paragraph 4.3", exact=True).last.click()
    expect(page).to_have_url(f"{address}sections/4/#4.3")
    paragraph = page.get_by_role("heading", name="Paragraph 4.3")
    expect(paragraph).to_be_in_viewport()
    page.get_by_label("Activities for paragraph 4.3").get_by_role("link", name="By the end of 2015").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2015")
    expect(page.get_by_role("article")).to_contain_text("Improve the telephone hot lines")


def test_from_an_agency_to_its_activity_sheet_as_pdf_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{address}agencies/")
    page.get_by_role("link", name="Ministry of Health").click()
    page.get_by_role("link", name="Sheet to print").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Activity sheet: Ministry of Health")
    assert page.pdf().startswith(b"%PDF")
    page.context.close()


def test_from_a_question_to_the_line_and_its_citation_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(f"{address}situations/#hot-line")
    page.get_by_role("link", name="paragraph 4.3").first.click()
    expect(page).to_have_url(f"{address}sections/4/#4.3")
    paragraph = page.locator("section.paragraph").filter(has=page.get_by_role("heading", name="Paragraph 4.3"))
    expect(paragraph).to_contain_text("Source: lines 123 to 124")
    paragraph.locator("details.cite summary").first.click()
    paragraph.get_by_role("button", name="Copy plain text").click()
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    assert "paragraph 4.3. Order No 667 of 24 July 2014" in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_without_javascript_the_menu_stands_in_for_the_search(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}activities/13.2.1/")
    expect(page.locator(".md-search")).to_be_hidden()
    page.get_by_role("link", name="Search").click()
    expect(page).to_have_url(f"{address}find/")
    page.go_back()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the box behind the sign of the drawer
    expect(page.get_by_role("link", name="13.2 Prevention").first).to_be_visible()
    page.keyboard.press("Space")
    page.get_by_text("Cite", exact=True).click()
    expect(page.get_by_text(", activity 13.2.1. Order No 667")).to_be_visible()
    expect(page.get_by_role("button", name="Copy plain text")).to_have_count(0)
    context.close()


def test_no_page_is_wider_than_a_small_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    kinds = ["", "order/", "sections/2/", "sections/13/", "groups/13.5/", "activities/13.9.3/", "activities/"]
    kinds += ["agencies/", "agencies/scfwcp/", "agencies/aztv/", "deadlines/2016/", "deadlines/", "about/", "design/"]
    kinds += ["find/", "matrix/", "timeline/", "whole/", "situations/", "topics/", "help/", "in/2016/"]
    kinds += ["agencies/ombudsman/", "agencies/mia/sheet/", "agencies/mia/letter/"]
    for here in kinds:
        page.goto(address + here)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, here
    context.close()


def test_the_link_of_a_paragraph_copies_its_address(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}sections/4/")
    page.get_by_role("link", name="Link to paragraph 4.3").click()
    expect(page.get_by_role("status").filter(has_text="Address copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}sections/4/#4.3"
    context.close()


def test_the_search_answers_a_number(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    search(page, "13.2.5")
    results = page.get_by_role("search").get_by_role("listitem")
    expect(results.first).to_contain_text("Activity 13.2.5")
    context.close()


def test_nothing_is_asked_of_another_host_and_nothing_is_stored(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for here in ("", "sections/4/", "agencies/mia/"):
        page.goto(address + here, wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
    context.close()
