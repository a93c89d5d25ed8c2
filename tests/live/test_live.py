"""`make serve` shows an edit or its faults in the open page and keeps the reader's place; the built site does not."""

import re
import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.live.site import Site

from ..support.data_copy import place
from ..support.differing import difference
from ..support.live import Served, serving
from ..support.project import DATA, ROOT
from ..support.running import fetch
from ..support.spoilt import mend, spoil
from ..support.states import search

WAIT = 30_000  # milliseconds: generous, since other tests may be running
BODY = "Ministry of Internal Affairs"


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    with serving(project) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.set_default_timeout(WAIT)
    yield page
    context.close()


def wait_until(page: Page, condition: str) -> None:
    """Waits until a condition holds. Playwright's own way evaluates text in the page, and our policy forbids that."""
    for _ in range(WAIT // 100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"this never came true: {condition}")


def spoilt(root: Path) -> str:
    """Returns what is said of the fault that `spoil` makes."""
    before = (root / "data" / "activities.yml").read_text(encoding="utf-8").split("mai,")[0]
    return f"{place('activities.yml', before)}: no agency 'mai' in agencies.yml. Did you mean 'mia'?"


def summary_of(root: Path, number: str) -> str:
    """Returns the first line of the summary of an activity, as the file has it."""
    text = (root / "data" / "activities.yml").read_text(encoding="utf-8")
    match = re.search(rf'number: "{re.escape(number)}".*?\n  summary: (?:>-\n    )?(.+?)\n', text, re.DOTALL)
    assert match
    return match[1]


def test_an_edit_shows_in_the_open_page_and_the_place_is_kept(served: Served, page: Page) -> None:
    old = summary_of(served.root, "13.2.1")
    page.goto(f"{served.address}activities/13.2.1/")
    page.get_by_text("Cite", exact=True).click()
    search(page, "hotl")
    page.evaluate("scrollTo(0, 400)")
    served.edit("data/activities.yml", old, "An edit that shows.")
    expect(page.get_by_role("main")).to_contain_text("An edit that shows.", timeout=WAIT)
    wait_until(page, "scrollY > 300 && scrollY < 500")
    expect(page.get_by_role("searchbox")).to_have_value("hotl")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.locator("details:has(summary:text-is('Cite'))").evaluate("fold => fold.open")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_filter_keeps_what_was_typed(served: Served, page: Page) -> None:
    page.goto(f"{served.address}find/")
    page.get_by_label("Words or a number").fill("children")
    expect(page.locator(".hits li").first).to_be_visible()
    left = page.locator(".filters__left").text_content()
    served.edit("data/site.yml", 'title: "Azerbaijan', 'title: "Mended')
    expect(page).to_have_title(re.compile("Mended: plan"), timeout=WAIT)
    expect(page.get_by_label("Words or a number")).to_have_value("children")
    expect(page.locator(".filters__left")).to_have_text(left or "nothing")


def test_every_page_is_fresh_after_an_edit(served: Served, page: Page) -> None:
    page.goto(f"{served.address}agencies/mia/")
    served.edit("data/agencies.yml", f"name: {BODY}", "name: Ministry of Made-up Affairs")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ministry of Made-up Affairs", timeout=WAIT)
    names = ("agencies/", "activities/13.1.1/", "matrix/", "search/index.json", "data/agencies.csv", "api/v1/plan.json")
    for name in names:
        assert b"Ministry of Made-up Affairs" in fetch(served.address + name), name
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetch(f"{served.address}nowhere/")


def test_a_fault_shows_over_the_last_good_page_and_goes_when_it_is_mended(served: Served, page: Page) -> None:
    page.goto(f"{served.address}activities/13.1.1/")
    spoil(served.root)
    message = spoilt(served.root)
    alert = page.get_by_role("alert")
    expect(alert.get_by_role("listitem")).to_have_text([message], timeout=WAIT)
    page.goto(f"{served.address}agencies/mia/")  # the rest of the last good site can be read too
    expect(page.get_by_role("heading", level=1)).to_contain_text(BODY)
    expect(alert.get_by_role("listitem")).to_have_text([message])
    page.get_by_role("list", name="Faults").focus()  # by the keyboard
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    leave = page.get_by_role("link", name="Leave this page")
    leave.click(trial=True)  # nothing lies over it
    mend(served.root)
    expect(alert).to_be_empty(timeout=WAIT)


def test_a_server_can_start_from_bad_data(project: Path, page: Page) -> None:
    spoil(project)
    message = spoilt(project)
    with serving(project) as served:
        page.goto(f"{served.address}activities/13.1.1/")
        expect(page.get_by_role("listitem")).to_have_text([message], timeout=WAIT)
        mend(project)
        expect(page.get_by_role("heading", level=1)).to_contain_text("13.1.1", timeout=WAIT)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "macros/pages/templates/activity.html",
            "{% set title",
            "{{ nothing.here }}{% set title",
            "macros/pages/templates/activity",
        ),
        ("overrides/main.html", "{% if not head %}", "{% iff not head %}", "overrides/main.html:"),
        ("docs/find.md", "\n# ", "\n{{ nothing.here }}\n\n# ", "docs/find.md:"),
        ("docs/find.md", "\n# ", "\n[broken](nowhere.md)\n\n# ", "nowhere.md"),
    ],
)
def test_a_fault_in_any_file_shows_on_any_page(
    served: Served, page: Page, file: str, old: str, new: str, message: str
) -> None:
    page.goto(f"{served.address}about/")
    expect(page.get_by_role("alert")).to_be_empty()
    served.edit(file, old, new)
    expect(page.get_by_role("alert")).to_contain_text(message, timeout=WAIT)
    served.edit(file, new, old)
    expect(page.get_by_role("alert")).to_be_empty(timeout=WAIT)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_pages_are_those_of_the_build_and_the_build_has_no_live_code(
    uncut: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA", str(DATA))
    site = Site(ROOT, "http://127.0.0.1:8000/")
    for file in uncut.rglob("*"):
        name = file.relative_to(uncut).as_posix()
        if file.is_file() and name != "sitemap.xml.gz":
            content = file.read_bytes()
            assert difference(site.content(name) or b"", content) == "", name
            assert "live" not in file.parts[len(uncut.parts) :], name
            for mark in (b"_live", b"live.js", b"live-place", b"EventSource"):
                assert mark not in content or name == "design/index.html", name
