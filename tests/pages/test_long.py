"""Long pages are folded: addresses lead into the folds, nothing is lost without a script, and paper has all."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.plan.plan import Plan

from ..support.html import Document

INTO = {  # an address that people may have kept, and words behind it
    "reports/2014/#fact-hot-line": "It has been received 13216 requests",
    "reports/2014/claims/#claim-hot-line": "28 + 4 + 333 + 333 + 256 + 12262 = 13216",
    "whole/#4.3": "4.3. ",
    "whole/#notes": "1. ",
    "contribute/data/#agencies": "Keys in agencies.yml",
    "coverage/#paragraphs-without": "Some only describe; they require no measure.",
    "about/errata/#order-section-numbers": "What we did",
}
FOLDED = (
    "reports/2014/",
    "reports/2014/claims/",
    "whole/",
    "contribute/data/",
    "situations/",
    "coverage/",
    "about/errata/",
)
SCREENS = 18  # of a phone: the report had 67, the whole plan 62


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


@pytest.mark.parametrize("here", FOLDED)
def test_a_long_page_is_a_list_of_what_it_holds(phone: Page, address: str, here: str) -> None:
    phone.goto(f"{address}{here}")
    assert phone.evaluate("document.documentElement.scrollHeight / innerHeight") < SCREENS
    before = phone.evaluate("document.documentElement.scrollHeight")
    phone.get_by_role("button", name="Open all").click()
    assert phone.evaluate("document.documentElement.scrollHeight") > 2 * before
    phone.get_by_role("button", name="Close all").click()
    assert phone.evaluate("document.documentElement.scrollHeight") == before


@pytest.mark.parametrize(("here", "words"), INTO.items())
def test_an_address_leads_into_a_fold(phone: Page, address: str, here: str, words: str) -> None:
    phone.goto(f"{address}{here}")
    found = phone.get_by_text(words).locator("visible=true").first
    expect(found).to_be_visible()
    target = phone.locator(f"[id='{here.partition('#')[2]}']")
    expect(target).to_be_in_viewport()
    phone.goto(f"{address}{here.partition('#')[0]}")
    phone.evaluate("(to) => { location.hash = to; }", here.partition("#")[2])  # as a link on the page does
    expect(target).to_be_in_viewport()
    expect(found).to_be_visible()


def test_without_a_script_each_fold_opens(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}reports/2014/")
        words = page.get_by_text("It has been received 13216 requests")
        expect(words).not_to_be_visible()
        page.get_by_role("heading", name="Calls to the hot line").click()
        expect(words).to_be_visible()


def test_paper_has_what_is_folded(phone: Page, address: str, plan: Plan) -> None:
    phone.goto(f"{address}whole/")
    sheets = PdfReader(io.BytesIO(phone.pdf(prefer_css_page_size=True))).pages
    text = "".join("".join(sheet.extract_text() for sheet in sheets).split())
    for activity in plan.records.activities.values():
        assert "".join(activity.as_printed.executors.split())[:40] in text


def test_a_statement_leads_to_the_claims_that_check_it_and_they_lead_back(
    plan: Plan, pages: dict[str, Document]
) -> None:
    (report,) = plan.records.reports.values()
    there, back = pages["reports/2014/"].links, pages["reports/2014/claims/"].links
    checked = 0
    for outcome in plan.claims.outcomes(report):
        for term in outcome.terms:
            assert outcome in plan.claims.using(term.statement)
            assert f"../../../reports/2014/#fact-{term.statement.fact.id}" in back
            checked += 1
        assert f"../../reports/2014/claims/#claim-{outcome.claim.id}" in there
    assert checked > 80
    assert plan.claims.using(plan.statements.by_report["2014"]["scope"]) == []


def test_the_claim_on_the_hot_line_is_one_tap_from_the_top(phone: Page, address: str) -> None:
    phone.goto(f"{address}reports/2014/claims/")
    link = phone.get_by_role("link", name="Hot line: 1")
    assert link.evaluate("(link) => link.getBoundingClientRect().y") < 2 * 844
    link.click()
    expect(phone.get_by_role("heading", name="Do the kinds of call make all the calls?")).to_be_in_viewport()
    expect(phone.get_by_text("adds up", exact=True).last).to_be_in_viewport()
