"""The plan can be cited, printed and asked about."""

import io
import json
import re
import unicodedata

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from macros.catalogue.addresses import address as address_of
from macros.catalogue.cite import cite
from macros.plan.plan import Plan

from ..support.html import Document

SITE = "https://example.org/plan/"


ORIGINAL = (
    "Sərəncam: “Azərbaycan Respublikasında insan alverinə qarşı mübarizəyə dair 2014-2018-ci illər üçün "  # noqa: RUF001
    "Milli Fəaliyyət Planı”nın təsdiq edilməsi barədə"  # noqa: RUF001
)


def test_a_citation_has_the_number_the_edition_and_the_address(plan: Plan) -> None:
    citation = cite(plan, plan.records.paragraphs["4.3"], SITE)
    assert citation.plain == (
        "The National Action Plan for the years 2014-2018 on combatting trafficking in human beings in Azerbaijan "
        f"Republic, paragraph 4.3. Order No 667 of 24 July 2014 ({ORIGINAL}), English translation. "
        "https://example.org/plan/sections/4/#4.3"
    )
    assert citation.bibtex == (
        "@misc{order-667-4-3,\n"
        "  title = {The National Action Plan for the years 2014-2018 on combatting trafficking in human beings in "
        "Azerbaijan Republic, paragraph 4.3},\n"
        "  author = {{The President of Azerbaijan Republic}},\n"
        f"  howpublished = {{Order No 667 of 24 July 2014 ({ORIGINAL}), English translation}},\n"
        "  year = {2014},\n"
        "  url = {https://example.org/plan/sections/4/\\#4.3}\n"
        "}"
    )
    (csl,) = json.loads(citation.csl)
    assert (csl["type"], csl["section"], csl["issued"]["date-parts"]) == ("legislation", "4.3", [[2014, 7, 24]])
    assert csl["URL"] == "https://example.org/plan/sections/4/#4.3"
    assert f"Sərəncam: {csl['original-title']}" == ORIGINAL


def test_the_page_of_a_body_is_cited_as_work_of_the_editors_dated_by_its_data(plan: Plan) -> None:
    (csl,) = json.loads(cite(plan, plan.records.agencies["mia"], SITE).csl)
    updated = plan.records.updated
    assert csl["issued"]["date-parts"] == [[updated.year, updated.month, updated.day]]
    assert csl["title"] == "Ministry of Internal Affairs: activities in the National Action Plan 2014–2018"


def test_everything_can_be_cited_and_no_two_citations_are_the_same(plan: Plan) -> None:
    parts = [
        plan.records.sections,
        plan.records.paragraphs,
        plan.records.activities,
        plan.records.agencies,
        plan.records.recommendations,
    ]
    citations = [cite(plan, record, SITE) for records in parts for record in records.values()]  # type: ignore[attr-defined]
    assert len({citation.plain for citation in citations}) == len(citations)
    assert len({json.loads(citation.csl)[0]["id"] for citation in citations}) == len(citations)


def test_the_citation_stands_on_the_page_without_a_script(plan: Plan, pages: dict[str, Document]) -> None:
    records = [
        plan.records.sections["4"],
        plan.records.paragraphs["4.3"],
        plan.records.activities["13.2.1"],
        plan.records.agencies["mia"],
    ]
    for record in [*records, plan.records.recommendations["1"]]:
        page = pages[address_of(plan, record).partition("#")[0]]  # type: ignore[arg-type]
        plain = cite(plan, record, "http://127.0.0.1:8000/").plain  # type: ignore[arg-type]
        assert plain in [block.text for block in page.all("pre", class_="cite__text")]


def test_a_citation_is_copied_with_one_click(browser: Browser, address: str) -> None:
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 320, "height": 700}
    )
    page = context.new_page()
    page.goto(f"{address}activities/13.2.1/")
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy plain text").click()
    expect(page.get_by_role("status").filter(has_text="plain text copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f", activity 13.2.1. Order No 667 of 24 July 2014 ({ORIGINAL}), English translation. http" in copied
    context.close()


@pytest.mark.parametrize("agency", ["mia", "ombudsman", "aztv"])
def test_an_activity_sheet_prints_as_clean_a4(browser: Browser, address: str, plan: Plan, agency: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}agencies/{agency}/sheet/")
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    context.close()
    sheets = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in pdf.pages]  # "ffi" is one sign in a PDF
    text = " ".join(sheets).replace("[sic]", "")  # the marks of odd places
    plain = re.sub(r"\s+", "", text)
    for duty in plan.duties.by_agency[agency]:
        assert duty.activity.number in text
        assert re.sub(r"\s+", "", duty.activity.text) in plain
    width, height = (round(float(length) / 72 * 25.4) for length in pdf.pages[0].mediabox[2:])
    assert (width, height) == (210, 297)
    assert "Leave this page" not in text
    heads = sum("Item The plan’s words Period Line" in " ".join(sheet.split()) for sheet in sheets)
    assert heads >= len(sheets) - 1  # it is repeated; the last page may hold the notice alone


def test_a_letter_quotes_every_duty_and_can_be_downloaded(browser: Browser, address: str, plan: Plan) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}agencies/press-council/letter/")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download as text").click()
    text = caught.value.path().read_text(encoding="utf-8")
    context.close()
    assert caught.value.suggested_filename == "letter-press-council.txt"
    assert "\nTo: Press Council of Azerbaijan Republic\n" in text
    for duty in plan.duties.by_agency["press-council"]:
        assert f"“{duty.activity.text}”" in text.replace(" [sic]", "")
    assert "Note 5" in text


def test_every_body_has_a_sheet_and_a_letter(plan: Plan, pages: dict[str, Document]) -> None:
    for agency in plan.records.agencies:
        assert "sheet/" in pages[f"agencies/{agency}/"].links
        assert "letter/" in pages[f"agencies/{agency}/"].links
        for duty in plan.duties.by_agency[agency]:
            letter = pages[f"agencies/{agency}/letter/"].article.replace(" [sic]", "")
            assert duty.activity.text in letter
