"""Help in three languages: true, whole and short in each, and one tap away from every page."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalogue.addresses import address as address_of
from macros.catalogue.ways import ways
from macros.plan.plan import Plan

from ..support.html import Document
from ..support.way_out import stub

LANGUAGES = {"en": "help/", "az": "help/az/", "ru": "help/ru/"}
LETTERS = {"az": re.compile(r"[a-zə\u0131öüçşğ]+", re.IGNORECASE), "ru": re.compile(r"[\u0400-\u04ff]+", re.IGNORECASE)}
# Words that are the same in every language; of hosts, units and people who have no other name.
NAMES = {"Azercell", "UNICEF", "Shift", "JavaScript"}
ENGLISH = re.compile(r"\b(the|of|and|is|are|this|not|with|for|page|call|number|police)\b", re.IGNORECASE)


@pytest.fixture
def phone(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 390, "height": 844})


def test_every_language_has_its_page(plan: Plan) -> None:
    assert {id_: address_of(plan, words) for id_, words in plan.records.help.items()} == LANGUAGES


def test_every_page_links_to_help_in_each_language(pages: dict[str, Document], plan: Plan) -> None:
    for here, page in pages.items():
        links = page.all("a", class_="help")
        assert [link.attributes["lang"] for link in links] == list(LANGUAGES), here
        assert [link.attributes["hreflang"] for link in links] == list(LANGUAGES), here
        assert [link.text for link in links] == [words.link for words in plan.records.help.values()], here
        assert len({link.attributes["href"] for link in links}) == len(LANGUAGES), here


def test_the_line_of_help_is_one_line_of_targets_that_a_thumb_finds(phone: Page, address: str) -> None:
    for width in (320, 390):
        phone.set_viewport_size({"width": width, "height": 844})
        phone.goto(address)
        boxes = [link.bounding_box() for link in phone.locator(".help").all()]
        assert len({box["y"] for box in boxes if box}) == 1
        assert all(box and box["height"] >= 24 and box["width"] >= 24 for box in boxes)
    phone.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_help_says_its_language_and_where_the_others_are(
    pages: dict[str, Document], plan: Plan, language: str
) -> None:
    page = pages[LANGUAGES[language]]
    assert page.one("html").attributes["lang"] == language
    alternates = [link for link in page.all("link") if "hreflang" in link.attributes]
    assert {
        link.attributes["hreflang"]: link.attributes["href"].partition("8000/")[2] for link in alternates
    } == LANGUAGES
    (canonical,) = [link for link in page.all("link") if link.attributes.get("rel") == "canonical"]
    assert canonical.attributes["href"].endswith(LANGUAGES[language])
    others = [link for link in page.all("a") if link.attributes.get("hreflang") not in (None, language)]
    named = {words.language for id_, words in plan.records.help.items() if id_ != language}
    assert named <= {link.text for link in others}
    assert page.one("h1").text == plan.records.help[language].title
    assert plan.records.help[language].editors in page.article


@pytest.mark.parametrize("language", ["az", "ru"])
def test_what_stays_english_around_the_text_says_so(phone: Page, address: str, language: str) -> None:
    phone.goto(f"{address}{LANGUAGES[language]}")
    unmarked = phone.evaluate(
        """language => [...document.querySelectorAll("a, p, span, label, button, h1, li, summary, [aria-label]")]
            .filter(e => e.closest("[lang]").lang === language)
            .map(e => e.getAttribute("aria-label") || e.textContent)""",
        language,
    )
    found = [text for text in unmarked if ENGLISH.search(text)]
    assert unmarked
    assert found == []
    phone.close()


@pytest.mark.parametrize("language", ["az", "ru"])
def test_the_words_of_a_language_are_in_its_letters(plan: Plan, language: str) -> None:
    words = plan.records.help[language]
    said = [words.title, words.link, words.description, words.not_police, words.police, words.leaving, words.leave]
    said += [words.remaining, words.more, words.editors, words.leave_more, *words.about, *words.leaves, *words.presses]
    said += [*words.remains, *words.notes, *words.words]
    for contact in words.contacts:
        said += [contact.text, *contact.more, *([] if contact.name_in else [contact.name])]
    for sentence in said:
        for word in re.findall(r"[^\W\d_]+", sentence):
            assert word in NAMES or LETTERS[language].fullmatch(word), sentence
        assert not ENGLISH.search(sentence), sentence


def test_a_name_without_a_translation_is_marked(pages: dict[str, Document]) -> None:
    for language in ("az", "ru"):
        (name,) = [e for e in pages[LANGUAGES[language]].all("strong") if e.text == "Duty Service."]
        assert name.attributes["lang"] == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_stands_on_one_screen_of_a_phone(phone: Page, address: str, plan: Plan, language: str) -> None:
    words = plan.records.help[language]
    phone.goto(f"{address}{LANGUAGES[language]}")
    text = phone.locator(".brief").bounding_box()
    assert text
    assert text["y"] <= 130
    assert text["y"] + text["height"] <= 844
    folded = phone.locator(".brief summary").all()
    assert [e.inner_text().strip() for e in folded] == [words.leaving, words.remaining, words.more]
    assert all(box and box["height"] >= 24 for box in (e.bounding_box() for e in folded))
    first = phone.locator(".phone").first.bounding_box()
    assert first
    assert first["y"] < 422
    assert all(box and box["height"] >= 44 for box in (e.bounding_box() for e in phone.locator(".phone").all()))
    phone.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_stands_with_its_sources_their_dates_and_the_day_we_saw_them(
    pages: dict[str, Document], plan: Plan, language: str
) -> None:
    page, words = pages[LANGUAGES[language]], plan.records.help[language]
    assert page.article.index(words.not_police) < page.article.index(words.police)
    for contact in plan.records.contacts.values():
        assert contact.id in page.ids
        links = {a.attributes["href"] for a in page.all("a")}
        for source in (plan.records.sources[id_] for id_ in contact.sources):
            assert source.as_of
            assert f"{words.seen} {source.as_of:%d.%m.%Y}: " in page.article
            assert source.file or source.address in links
            if source.date:
                assert ".".join(reversed(source.date.edtf.split("-"))) in page.article


def test_a_number_stands_on_the_pages_of_help_alone(pages: dict[str, Document]) -> None:
    having = {
        here for here, page in pages.items() if any(a.attributes.get("href", "")[:4] == "tel:" for a in page.all("a"))
    }
    assert having == set(LANGUAGES.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_out_speaks_the_language_of_the_page(browser: Browser, address: str, plan: Plan, language: str) -> None:
    page, words = browser.new_page(), plan.records.help[language]
    stub(page)
    page.goto(f"{address}{LANGUAGES[language]}")
    leave = page.locator("#leave")
    expect(leave).to_have_accessible_name(re.compile(f"^{words.leave}"))
    assert leave.evaluate("e => e.closest('[lang]').lang") == language
    for said in words.presses:
        page.keyboard.press("Shift")
        expect(page.locator("#leave-status")).to_have_text(said)
    page.keyboard.press("Shift")
    expect(page).to_have_title("Weather")
    page.close()


# what is done between the presses of Shift, none of which leaves then
WORK = {
    "a key": lambda page: page.keyboard.press("a"),
    "a click": lambda page: page.mouse.click(200, 300),
    "a turn of the wheel": lambda page: page.mouse.wheel(0, 10),
}


@pytest.mark.parametrize("work", WORK)
def test_shift_with_work_between_does_not_leave(browser: Browser, address: str, work: str) -> None:
    page = browser.new_page()
    stub(page)
    page.goto(f"{address}help/")
    for _ in range(4):
        page.keyboard.press("Shift")
        expect(page.locator("#leave-status")).to_contain_text("2 more times")
        WORK[work](page)
        expect(page.locator("#leave-status")).to_have_text("")
    assert page.url.startswith(address)
    page.close()


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_shift_with_another_key_held_does_not_leave(browser: Browser, address: str, held: str) -> None:
    page = browser.new_page()
    stub(page)
    page.goto(f"{address}help/")
    page.keyboard.down(held)
    for _ in range(4):
        page.keyboard.press("Shift")
    page.keyboard.up(held)
    assert page.url.startswith(address)
    expect(page.locator("#leave-status")).to_have_text("")
    page.close()


def test_without_a_script_what_is_folded_opens_and_the_button_is_a_link(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    visits = stub(page)
    page.goto(f"{address}help/az/")
    for id_, words in (("leaving", "p"), ("cannot-hide", "p"), ("more", "li")):
        page.locator(f"#{id_} summary").click()
        expect(page.locator(f"#{id_} {words}").first).to_be_visible()
    page.locator("#leave").click()
    expect(page).to_have_title("Weather")
    assert visits == [""]
    page.context.close()


def test_words_of_danger_lead_to_help_in_their_language_first(plan: Plan) -> None:
    first = {word: way["first"][0] for way in ways(plan) if "first" in way for word in way["words"]}
    assert {word: first[word] for word in ("danger", "kömək", "помощь")} == {
        "danger": "help/",
        "kömək": "help/az/",
        "помощь": "help/ru/",
    }
