"""The cut takes from the styles what no page can meet, and no page looks different without it."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publish.cut import cut

from ..support.differing import difference
from ..support.quiet import Quiet
from ..support.screenshot import KEY_PAGES
from ..support.states import search

# a rule, the words of the pages, what is left
RULES = [
    ("a{color:red}", {"a"}, "a{color:red}"),
    ("a{color:red}", {"b"}, ""),
    (".x{color:red}", {"x"}, ".x{color:red}"),
    (".x .y,.x{color:red}", {"x"}, ".x{color:red}"),
    (".x>#y{color:red}", {"x"}, ""),
    ("a:hover,a:not(.never)::after{color:red}", {"a"}, "a:hover,a:not(.never)::after{color:red}"),
    ("a:is(.never,.x){color:red}", {"a"}, "a:is(.never,.x){color:red}"),
    ("[dir=rtl] a{color:red}", {"a", "dir", "ltr"}, ""),
    ('[dir="ltr"] a{color:red}', {"a", "dir", "ltr"}, '[dir="ltr"] a{color:red}'),
    ("[href^=http]{color:red}", {"href"}, "[href^=http]{color:red}"),
    ("*,::before{color:red}", set(), "*,::before{color:red}"),
    ("@media print{a{color:red}b{color:red}}", {"b"}, "@media print{b{color:red}}"),
    ("@media print{a{color:red}}", {"b"}, ""),
    ("@page{margin:0}", set(), "@page{margin:0}"),
    ("@keyframes x{0%{top:0}}", set(), "@keyframes x{0%{top:0}}"),
    ("a{--x:1;--y:var(--x);color:var(--y)}", {"a"}, "a{--x:1;--y:var(--x);color:var(--y)}"),
    ("a{--x:var(--y);--y:1;color:red}", {"a"}, "a{color:red}"),
    ("a{--x:1}", {"a"}, ""),
    ('a{content:"}"; color : red !important} /* b */', {"a"}, 'a{content:"}";color:red!important}'),
    ("@supports (color:red){@media print{a{top:0}}}", {"a"}, "@supports (color:red){@media print{a{top:0}}}"),
]


@pytest.mark.parametrize(("sheet", "words", "left"), RULES)
def test_a_rule_stays_if_something_can_meet_it(sheet: str, words: set[str], left: str) -> None:
    assert cut(sheet, words) == left


def test_the_cut_takes_two_fifths_and_more(uncut: Path, built: Path) -> None:
    (before,), (after,) = (folder.glob("assets/all.*.css") for folder in (uncut, built))
    assert after.stat().st_size < before.stat().st_size * 3 / 5
    assert after.name != before.name


@pytest.fixture(scope="module")
def both(uncut: Path, built: Path) -> Iterator[list[str]]:
    """The addresses of the site with all styles, and of the one with those that were left."""
    servers = []
    for folder in (uncut, built):
        handler: Callable[..., Quiet] = functools.partial(Quiet, directory=str(folder))
        servers.append(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{server.server_address[1]}/" for server in servers]
    for server in servers:
        server.shutdown()
        server.server_close()


def as_it_is(page: Page) -> None:
    """Does nothing."""


def searched(page: Page) -> None:
    """Opens the search, with results."""
    search(page, "hot line")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.mouse.move(0, 0)


def opened(page: Page) -> None:
    """Opens the drawer, where there is one, and all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()


@pytest.mark.parametrize("state", [as_it_is, searched, opened])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_page_looks_different(
    browser: Browser, both: list[str], width: int, scheme: str, state: Callable[[Page], None]
) -> None:
    pages = [*KEY_PAGES, "contribute/markdown/"] if state is as_it_is else KEY_PAGES[2:3]
    with browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        for here in pages:
            pictures = []
            for address in both:
                page.goto(f"{address}{here}")
                state(page)
                page.wait_for_timeout(100)
                pictures.append(page.screenshot(full_page=True, caret="hide"))
            assert difference(*pictures) == "", here
