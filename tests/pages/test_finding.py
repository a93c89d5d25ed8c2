"""People find what they look for in their own words: in the search box, in the table, in everyday questions."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalogue.addresses import address as address_of
from macros.plan.plan import Plan

from ..support.html import Document
from ..support.states import search

QUERIES = json.loads((Path(__file__).parent.parent / "support" / "queries.json").read_text(encoding="utf-8"))

# Each is asked in the box and on /find/, in one page that stays open.
ASK = """async query => {
    const settled = async (field) => {
        field.value = query;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await window.searching(query, document.createElement("p"));
        await new Promise((done) => setTimeout(done));
    };
    const addresses = (selector) => [...document.querySelectorAll(selector)].map((link) => link.href);
    await settled(document.querySelector(".md-search__form").elements.q);
    const box = addresses(".md-search-result__item a:not(.md-search-result__all)");
    const all = document.querySelector(".md-search-result__all");
    await settled(document.querySelector("form.filters").elements.q);
    return {
        box,
        all: all ? Number(all.textContent.match(/\\d+/)[0]) : box.length,
        page: addresses(".hits li a"),
        rows: addresses("table.find tbody tr:not([hidden]) th a"),
    };
}"""


# Where each of these queries leads first: the one engine of both places is asked, and nothing is shown.
FIRST = """async queries => {
    const found = [];
    for (const query of queries) found.push((await window.search.ask(query)).hits[0]?.address);
    return found;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 700}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def asked(browser: Browser, address: str) -> Iterator[Callable[[str], dict[str, Any]]]:
    """A way to ask in both places: what the box shows, how many it says there are, and what the page shows."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}find/")
    expect(page.locator(".filters__left")).to_contain_text("activities")

    def ask(query: str) -> dict[str, Any]:
        return dict(page.evaluate(ASK, query))

    ask("police")  # what shows the results is fetched
    yield ask
    context.close()


def first_three(address: str, links: list[str]) -> list[str]:
    """Returns the addresses of the first three pages."""
    return list(dict.fromkeys(link.replace(address, "/").split("#")[0] for link in links))[:3]


@pytest.mark.parametrize("case", QUERIES, ids=[case["q"] for case in QUERIES])
def test_what_people_type_leads_to_the_page_in_the_box_and_on_find(
    asked: Callable[[str], dict[str, Any]], address: str, case: dict[str, Any]
) -> None:
    found = asked(case["q"])
    pages = first_three(address, found["box"])
    assert set(case["want"]) & set(pages[:1] if case.get("first") else pages)
    assert found["page"][:10] == found["box"]
    assert len(found["page"]) == found["all"]
    activities = f"{address}activities/"
    assert set(found["rows"]) == {link for link in found["page"] if link.startswith(activities) and link != activities}


def test_queries_are_kept_in_three_languages() -> None:
    russian = [case for case in QUERIES if re.search(r"[\u0430-\u044f]", case["q"], re.IGNORECASE)]
    azerbaijani = [case for case in QUERIES if re.search("[əışçğöü]", case["q"], re.IGNORECASE)]
    assert min(len(russian), len(azerbaijani), len(QUERIES) - len(russian) - len(azerbaijani)) >= 30
    assert len([case for case in QUERIES if case.get("first")]) >= 30


def test_everything_that_the_data_says_people_type_leads_on(page: Page, address: str, plan: Plan) -> None:
    typed = [
        (text, said.language if wording.help else None)
        for wording in plan.records.wordings.values()
        for said in wording.words
        for text in said.texts
    ]
    page.goto(f"{address}find/?q=police")
    expect(page.locator(".hits li").first).to_be_visible()
    first = page.evaluate(FIRST, [text for text, _ in typed])
    help_in = {language: address_of(plan, words) for language, words in plan.records.help.items()}
    found = list(zip(typed, first, strict=True))
    assert [text for (text, _), led in found if not led] == []
    assert [text for (text, language), led in found if language and led != help_in[language]] == []


@pytest.mark.parametrize(
    ("one", "others"),
    [
        ("hot line", ["hotline", "hot-line", "Hot Lines", "hotlines"]),
        ("women’s rights", ["women's rights", "womens rights", "WOMEN\u02bcS RIGHTS"]),
        ("Daxili İşlər Nazirliyi", ["daxili isler nazirliyi", "DAXİLİ İŞLƏR NAZİRLİYİ"]),
        ("gömrük", ["gomruk"]),
        ("ребёнок", ["ребенок"]),
        ("labour", ["labor"]),
        ("school", ["schools"]),
        ("жертва", ["жертвы", "жертв"]),
        ("trafficking", ["traficking"]),
    ],
)
def test_spellings_of_one_thing_find_the_same(
    asked: Callable[[str], dict[str, Any]], one: str, others: list[str]
) -> None:
    wanted = set(asked(one)["page"])
    assert wanted
    assert [other for other in others if set(asked(other)["page"]) != wanted] == []


def test_enter_leads_to_all_that_is_found_and_back_leads_home(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "uşaq pasport")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Enter")
    hits = page.locator(".hits li")
    expect(hits.first).to_be_visible()
    expect(page.get_by_label("Words or a number")).to_have_value("uşaq pasport")
    expect(page.locator(".hits mark").first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="result")).to_contain_text(str(hits.count()))
    page.locator(".hits li a").first.click()
    page.go_back()
    expect(page.get_by_label("Words or a number")).to_have_value("uşaq pasport")
    expect(hits.first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(address)


def test_what_is_found_is_filtered_by_kind_with_counts(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=hot+line")
    kinds = page.get_by_label("Kind", exact=True)
    expect(kinds.locator("option[value=Activity]")).to_have_text(re.compile(r"Activity \(\d+\)"))
    number = int(re.sub(r"\D", "", kinds.locator("option[value=Situation]").inner_text()))
    assert int(re.sub(r"\D", "", kinds.locator("option").first.inner_text())) == page.locator(".hits li").count()
    kinds.select_option("Situation")
    expect(page.locator(".hits li")).to_have_count(number)
    expect(page.locator("table.find tbody tr:visible")).to_have_count(0)
    expect(page).to_have_url(f"{address}find/?q=hot+line&kind=Situation")
    page.reload()
    expect(page.locator(".hits li")).to_have_count(number)


def test_a_filter_of_activities_leaves_only_activities(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=child&agency=mia")
    expect(page.locator(".hits li").first).to_be_visible()
    links = page.locator(".hits li a").evaluate_all("links => links.map((link) => link.href)")
    rows = page.locator("table.find tbody tr:visible th a").evaluate_all("links => links.map((link) => link.href)")
    assert sorted(links) == sorted(rows)


def test_the_last_line_of_every_answer_is_help_in_each_language(page: Page, address: str, plan: Plan) -> None:
    page.goto(f"{address}find/")
    helps = [f"../{address_of(plan, words)}" for words in plan.records.help.values()]
    last = "links => links.slice(-3).map(link => link.getAttribute('href'))"
    for words in ("police", "zzzzzz", "the of"):
        search(page, words)
        expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("result|Nothing|almost every"))
        expect(page.locator(".md-search-result a").last).to_be_visible()
        assert page.locator(".md-search-result a").evaluate_all(last) == helps
        page.keyboard.press("Escape")
        page.get_by_label("Words or a number").fill(words)
        expect(page.locator(".hits a").last).to_be_visible()
        assert page.locator(".hits a").evaluate_all(last) == helps


def test_help_comes_first_in_the_language_of_the_words(page: Page, address: str, plan: Plan) -> None:
    page.goto(address)
    for words, language in (("kömək", "az"), ("помощь", "ru"), ("emergency", "en")):
        search(page, words)
        first = page.locator(".md-search-result__item").first
        expect(first).to_contain_text(plan.records.help[language].title)
        expect(first).to_have_attribute("lang", language)


def test_words_that_tell_nothing_get_a_sentence(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=the+of+in")
    expect(page.locator(".filters__left")).to_contain_text("These words stand in almost every line.")
    search(page, "что где")
    expect(page.locator(".md-search-result__meta")).to_contain_text("These words stand in almost every line.")


def test_a_search_that_could_not_be_loaded_says_so_and_tries_again(page: Page, address: str) -> None:
    for part in ("**/search/index.json", "**/hits.*.js"):
        page.route(part, lambda route: route.abort())
        page.goto(f"{address}find/?q=police")
        expect(page.locator(".filters__left")).to_contain_text("The search could not be loaded.")
        search(page, "police")
        expect(page.locator(".md-search-result__meta")).to_contain_text("The search could not be loaded.")
        page.unroute(part)
        page.locator(".md-search-result__meta").get_by_role("button", name="Try again").click()
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        page.keyboard.press("Escape")
        page.locator(".filters__left").get_by_role("button", name="Try again").click()
        expect(page.locator(".hits li").first).to_be_visible()


def test_on_a_phone_a_row_is_a_card_with_its_heads(page: Page, address: str) -> None:
    page.goto(f"{address}find/")
    before = "cell => getComputedStyle(cell, '::before').content"
    cells = page.locator("table.find tbody tr").first.locator("td")
    assert [cell.evaluate(before) for cell in cells.all()] == ["none", '"Bodies "', '"Deadline "']
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_search_asks_for_nothing_before_the_reader_does(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "index.json" in url or "minisearch" in url]
    asked.clear()
    with page.expect_response("**/search/index.json"):
        page.keyboard.press("/")
    names = {url.rpartition("/")[2].split(".")[0] for url in asked}
    assert names - {"favicon"} == {"search", "hits", "minisearch", "index"}


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
    page.get_by_label("Words or a number").fill("victims")
    expect(page.locator(".hits li").first).to_be_visible()
    shown = page.locator("table.find tbody tr:visible th").all_inner_texts()
    due = [d.activity for d in plan.duties.by_agency["mia"] if plan.deadlines.of(d.activity).id == "2016"]
    assert {a.number for a in due if "victims" in f"{a.text} {a.summary}".lower()} <= set(shown)
    assert set(shown) <= {a.number for a in due}
    expect(page.get_by_role("status").filter(has_text="activities")).to_contain_text(
        f"{len(shown)} of {len(plan.records.activities)} activities"
    )
    other = browser.new_context().new_page()
    other.goto(page.url)
    expect(other.locator(".hits li").first).to_be_visible()
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
    expect(page.get_by_text("The search and the filters need JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="by deadline")).to_be_visible()
    context.close()


def test_every_question_leads_to_exact_lines(plan: Plan, pages: dict[str, Document]) -> None:
    assert len(plan.records.situations) >= 20
    links = pages["situations/"].links
    for situation in plan.records.situations.values():
        assert situation.activities or situation.paragraphs
        assert all(f"../activities/{number}/" in links for number in situation.activities)
    assert "They are not advice" in pages["situations/"].article
