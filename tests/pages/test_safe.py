"""A reader who is watched can leave at once, sees only true contacts, and is not followed."""

from playwright.sync_api import Browser, expect

from macros.plan.plan import Plan

from ..support.data_copy import DataCopy
from ..support.html import Document
from ..support.states import search
from ..support.way_out import NEUTRAL, leave_and_go_back, stub


def test_every_page_offers_the_way_out_first(pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        links = [element for element in page.elements if element.tag == "a"]
        leave = page.one("a", id="leave")
        # after the skip link, the three of help, the name, the search, and the three of help that wait in it
        assert links.index(leave) <= 9, here
        assert leave.attributes["href"] == NEUTRAL
        assert "noreferrer" in leave.attributes["rel"]


def test_the_button_leaves_at_once_and_back_does_not_return(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 700}).new_page()
    visits = stub(page)
    page.goto(address)
    page.goto(f"{address}agencies/mia/")
    leave_and_go_back(page)
    assert page.title() == "Weather"
    assert set(visits) == {""}  # the neutral page is told no referrer
    page.context.close()


def test_three_presses_of_shift_leave_and_are_announced(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    stub(page)
    page.goto(f"{address}sections/4/")
    page.keyboard.press("Shift")
    expect(page.locator("#leave-status")).to_have_text("Shift: press 2 more times to leave this page.")
    page.keyboard.press("a")
    expect(page.locator("#leave-status")).to_have_text("")
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_title("Weather")
    page.context.close()


def test_capital_letters_do_not_leave(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    stub(page)
    page.goto(address)
    search(page, "")
    for _ in range(4):
        page.keyboard.press("Shift+M")
    expect(page.get_by_role("searchbox", name="Search the plan")).to_have_value("MMMM")
    assert page.url.startswith(address)
    page.context.close()


def test_without_javascript_the_button_is_a_link(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    visits = stub(page)
    page.goto(f"{address}agencies/mia/")
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url(NEUTRAL)
    assert visits == [""]
    page.context.close()


def test_the_button_does_not_cover_what_has_the_focus(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 600}).new_page()
    page.goto(f"{address}agencies/ombudsman/")
    for _ in range(60):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return top && top.closest(".md-header") && !document.activeElement.closest(".md-header");
            }"""
        )
        assert not covered, page.evaluate("document.activeElement.outerHTML")
    page.context.close()


def test_every_phone_number_is_printed_in_a_source(plan: Plan, pages: dict[str, Document]) -> None:
    numbers = {
        link.text for page in pages.values() for link in page.all("a") if link.attributes.get("href", "")[:4] == "tel:"
    }
    assert numbers == {phone for contact in plan.records.contacts.values() for phone in contact.phones}
    assert all(phone in contact.quote for contact in plan.records.contacts.values() for phone in contact.phones)


def test_a_number_that_no_source_prints_is_refused(data: DataCopy) -> None:
    data.edit("contacts.yml", "phones: [(+99412) 590-20-49]", "phones: [¦(+99412) 590-20-50]")
    assert data.faults() == data.expected(["{0}: the quote does not print (+99412) 590-20-50; type it as printed"])


def test_reading_searching_and_filtering_store_nothing(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    search(page, "police")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.goto(f"{address}find/?agency=mia")
    page.get_by_label("Role").select_option("executive")
    assert [url for url in asked if not url.startswith((address, "blob:"))] == []
    assert page.context.cookies() == []
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
    page.context.close()
