"""Each printed page says what it is from, and holds no controls; a letter can be sent as it is printed or copied."""

import io
import re
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.catalogue.cite import cite
from macros.plan.plan import Plan
from macros.reading.dates import day

from ..support.html import Document

HOME = "http://127.0.0.1:8000/"  # what the built site calls itself
PRINTED = (
    "activities/13.5.8/",
    "sections/4/",
    "agencies/moh/",
    "agencies/mia/sheet/",
    "agencies/moh/letter/",
    "whole/",
    "find/",
)
CONTROLS = (
    "Leave",
    "In danger?",
    "Copy",
    "Download",
    "Untick",
    "Report a problem",
    "BibTeX",
    "Any (",
    "Show all",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def sheets(page: Page) -> list[str]:
    """Returns the text of each sheet of paper that an open page prints."""
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [" ".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()) for sheet in pdf.pages]


@pytest.mark.parametrize("here", PRINTED)
def test_each_sheet_says_order_plan_country_address_day_and_its_number(
    page: Page, address: str, plan: Plan, here: str
) -> None:
    page.goto(address + here)
    found = sheets(page)
    decree = plan.records.decree
    for number, sheet in enumerate(found, 1):
        assert f"Order No 667 of 24 July 2014. {decree.annex.title}. {HOME}{here} " in sheet
        assert decree.annex.title.endswith("in Azerbaijan Republic")
        assert f"Data of {day(plan.records.updated)}." in sheet
        assert f"Page {number} of {len(found)}" in sheet


@pytest.mark.parametrize("here", PRINTED)
def test_no_sheet_holds_controls_or_a_line_left_alone(page: Page, address: str, here: str) -> None:
    page.goto(address + here)
    for sheet in sheets(page):
        assert [control for control in CONTROLS if control in sheet] == []
        assert not re.search(r"\bPrint\b", sheet)
        text = re.sub(r"Order No 667 of 24 July 2014\. The National .*? Data of [\w ]+\.|Page \d+ of \d+", "", sheet)
        assert len(text) > 300, text


@pytest.mark.parametrize("here", ["activities/13.5.8/", "activities/13.2.10/", "activities/13.4.6/"])
def test_an_activity_fits_on_two_sheets_without_lists_that_only_lead_on(page: Page, address: str, here: str) -> None:
    page.goto(address + here)
    expect(page.get_by_role("heading", name="Topics and questions")).to_be_visible()
    found = sheets(page)
    assert len(found) <= 2
    assert "Topics and questions" not in " ".join(found)


def test_what_is_cited_is_printed_once_in_plain_text(page: Page, address: str, plan: Plan) -> None:
    for here, record in (
        ("activities/13.5.8/", plan.records.activities["13.5.8"]),
        ("sections/4/", plan.records.sections["4"]),
    ):
        page.goto(address + here)
        plain = re.sub(r"\s", "", cite(plan, record, HOME).plain)
        text = re.sub(r"\s", "", "".join(sheets(page)))
        assert text.count(plain) == 1
        assert "@misc" not in text
    assert "#4.1" not in text  # the citation of a paragraph is on the screen


def test_the_whole_width_of_the_paper_is_used(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})  # A4
    page.goto(f"{address}activities/13.5.8/")
    page.emulate_media(media="print")
    for selector in ("h1", ".official", ".facts", ".notice"):
        box = page.locator(selector).first.bounding_box()
        assert box is not None
        assert box["width"] > 750, selector


def test_paper_is_white_for_who_has_chosen_dark_colours(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}activities/13.5.8/")
    page.evaluate("localStorage.setItem('scheme', '(prefers-color-scheme: dark)')")
    page.reload()
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(15, 24, 27)"
    page.emulate_media(media="print")
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    context.close()


def test_a_filtered_table_prints_its_filter_in_words_and_the_address_that_leads_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}find/?agency=moh&deadline=2016")
    expect(page.locator("table.find tbody tr:visible")).to_have_count(1)
    found = sheets(page)
    assert all(f"{HOME}find/?agency=moh&deadline=2016 " in sheet for sheet in found)
    assert "Body: Ministry of Health. Deadline: By the end of 2016. 1 of 60 activities" in found[0]
    expect(page.locator(".asked")).to_be_hidden()


def test_words_that_were_searched_are_printed_with_what_was_found(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=passport")
    expect(page.locator(".filters__left")).to_contain_text("activities")
    assert re.search(r"Words or a number: passport\. .*\d+ of 60 activities", sheets(page)[0])


@pytest.mark.parametrize("here", ["agencies/mia/sheet/", "agencies/moh/letter/", "whole/", "find/"])
def test_a_button_prints_and_is_not_there_without_a_script(browser: Browser, address: str, here: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + here)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("window.printed")
    context.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + here)
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_hidden()
    context.close()


def test_a_letter_has_each_part_of_a_letter(page: Page, address: str, plan: Plan) -> None:
    page.goto(f"{address}agencies/moh/letter/")
    text = " ".join(sheets(page))
    parts = (
        "[your name, your organization, your address]",
        "[the day on which you write]",
        "To: Ministry of Health",
        f"Subject: Request for information. {plan.records.decree.annex.title} (Order No 667 of 24 July 2014)",
        "Dear Sir or Madam,",
        "“Organization of special educational courses for the associates of the state authorities combating "
        "trafficking in human beingsni [sic] and conducting",
        "You are named with others. Executive bodies: Ministry of Internal Affairs;",
        "[the legal ground of your request: the law and its article]",
        "We ask for an answer by [the day by which you ask for an answer].",
        "Yours faithfully, [your name and signature]",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert "Letter to:" not in text  # what the page says to the sender is not for the body


def test_a_letter_to_a_class_leaves_room_for_the_name_of_the_body(pages: dict[str, Document]) -> None:
    letter = pages["agencies/ngos/letter/"].one("pre", class_="letter").text
    assert "To: [the name of the one that you write to], of the Related non governmental organizations" in letter


def test_a_letter_says_with_whom_a_body_is_named_by_role(plan: Plan, pages: dict[str, Document]) -> None:
    for agency in plan.records.agencies.values():
        letter = pages[f"agencies/{agency.id}/letter/"].article
        mine = plan.duties.of(agency)
        others = [duty for own in mine for duty in plan.duties.on(own.activity) if duty.agency is not agency]
        assert letter.count("You are named with others.") == sum(
            any(duty.agency is not agency for duty in plan.duties.on(own.activity)) for own in mine
        ), agency.id
        for duty in others:
            assert duty.role.heading in letter
            assert duty.agency.name in letter


def test_what_is_unticked_leaves_the_letter_on_paper_and_in_copies(page: Page, address: str) -> None:
    page.goto(f"{address}agencies/moh/letter/")
    assert "activities/13.4.1/" in " ".join(sheets(page))
    page.get_by_role("button", name="Untick all").click()
    page.get_by_role("checkbox", name="13.4.3").check()
    page.get_by_role("button", name="Copy letter").click()
    expect(page.get_by_role("status").filter(has_text="letter copied")).to_be_visible()
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download as text").click()
    texts = [" ".join(sheets(page)), page.evaluate("navigator.clipboard.readText()")]
    for text in [*texts, caught.value.path().read_text(encoding="utf-8")]:
        assert "activities/13.4.3/" in text
        assert "We ask what was done for each of them" in text
        assert "13.4.1" not in text
        assert "13.2.10" not in text


def test_a_role_without_an_activity_leaves_the_letter(page: Page, address: str) -> None:
    page.goto(f"{address}agencies/moh/letter/")
    assert "The plan names you among the executive bodies" in " ".join(sheets(page))
    page.get_by_role("button", name="Untick all").click()
    assert "The plan names you among the executive bodies" not in " ".join(sheets(page))


def test_without_a_script_the_boxes_still_choose(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}agencies/moh/letter/")
    page.get_by_role("checkbox", name="13.4.1").uncheck()
    expect(page.get_by_text("activities/13.4.1/")).to_be_hidden()
    assert "13.4.1" not in " ".join(sheets(page))
    context.close()


def test_what_is_typed_over_a_blank_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}agencies/moh/letter/")
    page.get_by_role("textbox", name="The day on which you write").fill("1 December 2026")
    text = " ".join(sheets(page))
    assert "1 December 2026" in text
    assert "[the day on which you write]" not in text
