"""Every page, in light and dark schemes and at three widths: usable by all, valid, and silent about its readers.

All pages are driven through a proxy that notes every request, with the headers that a server is to send.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.figures import keep
from macros.catalogue import leaves
from macros.plan import Plan
from macros.serving import policy

from .fetched import check, version
from .html import Document
from .machine import program, skipped_where_missing
from .proxy import ORIGIN, Asked, proxy
from .states import TWICE, one_of_each_kind, states
from .visits import LOOKS, VIEWS, Visit, faults, in_views, invalid, visit, watched


@pytest.fixture(scope="module")
def asked(built: Path) -> Iterator[Asked]:
    with proxy(built) as served:
        yield served


@contextmanager
def new_page(browser: Browser, asked: Asked) -> Iterator[Page]:
    """Gives a page of a browser that reaches the site, and nothing else, through the proxy."""
    with browser.new_context(proxy=asked.proxy, permissions=["clipboard-read", "clipboard-write"]) as context:
        yield watched(context)


@pytest.fixture(scope="module")
def visits(browser: Browser, asked: Asked, plan: Plan, pages: dict[str, Document]) -> dict[str, Visit]:
    """What each page does, by its address: one after the other in one tab, in a browser that forgets nothing.

    A page that has no like is looked at in every view, the others in one, in turn; `make bench-pages` leaves out none.
    """
    alone = set(pages) - {leaf.address for leaf in leaves(plan)}
    with browser.new_context(proxy=asked.proxy) as context, watched(context) as page:
        return {
            address: visit(page, address, VIEWS if address in alone else [VIEWS[n % LOOKS]])
            for n, address in enumerate(pages)
        }


@pytest.fixture(scope="module")
def kinds(plan: Plan, pages: dict[str, Document]) -> list[str]:
    return one_of_each_kind(plan, pages)


def test_every_page_is_there(visits: dict[str, Visit]) -> None:
    assert {address for address, seen in visits.items() if seen.status != 200} == set()


def test_axe_finds_nothing_on_any_page(visits: dict[str, Visit]) -> None:
    found = [(address, fault) for address, seen in visits.items() for fault in seen.faults]
    assert found == []


def test_no_page_must_be_scrolled_sideways(visits: dict[str, Visit]) -> None:
    assert [(address, seen.wider) for address, seen in visits.items() if seen.wider] == []


def test_axe_finds_a_fault_that_was_put_in(browser: Browser, asked: Asked) -> None:
    with new_page(browser, asked) as page:
        page.goto(f"{ORIGIN}/help/")
        page.evaluate("document.querySelector('article').append(document.createElement('img'))")
        page.evaluate("document.querySelector('h1').style.color = '#999'")
        page.evaluate("document.querySelector('article p').style.color = '#6b6b6b'")
        assert {fault.partition(":")[0] for fault in faults(page)} == {
            "color-contrast",
            "color-contrast-enhanced",
            "image-alt",
        }


def test_axe_finds_nothing_while_the_site_is_used(browser: Browser, asked: Asked, kinds: list[str]) -> None:
    found = []
    with new_page(browser, asked) as page:
        for n, state in enumerate(states(page, ORIGIN, kinds)):
            found += [(state, fault) for fault in in_views(page, faults, [VIEWS[n % LOOKS]])]
    assert found == []


def test_text_of_200_percent_never_makes_a_page_wider_than_a_small_screen(
    browser: Browser, asked: Asked, kinds: list[str]
) -> None:
    wider = []
    with new_page(browser, asked) as page:
        page.set_viewport_size({"width": 390, "height": 900})
        for address in kinds:
            page.goto(f"{ORIGIN}/{address}")
            page.evaluate(TWICE)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wider.append(address)
    assert wider == []


def test_nothing_is_asked_of_another_host_and_no_address_is_told(visits: dict[str, Visit], asked: Asked) -> None:
    # The stylesheet, the scripts and the page itself, at least, for each page.
    assert asked.requests > len(visits)
    assert asked.elsewhere == []
    assert asked.referrers == []
    how = "Every page in Chromium behind a proxy that notes each request; the requests of the browser’s own maker off."
    kept = sum(len(seen.kept) for seen in visits.values())
    figures = {
        "requests": asked.requests,
        "to other hosts": len(asked.elsewhere),
        "referrers sent": len(asked.referrers),
        "cookies and stored keys": kept,
    }
    keep("privacy", "Privacy", how, figures)


def test_nothing_is_kept_in_the_browser(visits: dict[str, Visit]) -> None:
    assert [(address, seen.kept) for address, seen in visits.items() if seen.kept] == []


def test_the_proxy_notes_what_a_page_would_ask_of_others(browser: Browser, built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(built, site)
    page_file = site / "help" / "index.html"
    spoilt = page_file.read_text(encoding="utf-8").replace(policy(in_page=True), "")
    page_file.write_text(spoilt.replace("</article>", '<img src="http://evil.invalid/x.png" alt="">'), encoding="utf-8")
    with proxy(site) as asked, new_page(browser, asked) as page:
        seen = visit(page, "help/")
        assert seen.blocked == ["img-src http://evil.invalid/x.png"]
        assert asked.elsewhere == []
    with proxy(site, policed=False) as asked, new_page(browser, asked) as page:
        assert visit(page, "help/").blocked == []
        assert asked.elsewhere == ["http://evil.invalid/x.png"]


def test_the_policy_blocks_nothing_that_the_site_needs(visits: dict[str, Visit]) -> None:
    assert [(address, seen.blocked) for address, seen in visits.items() if seen.blocked] == []
    assert [(address, seen.complaints) for address, seen in visits.items() if seen.complaints] == []


def test_every_feature_works_under_the_policy(browser: Browser, asked: Asked) -> None:
    blocked: list[str] = []
    with new_page(browser, asked) as page:
        page.goto(f"{ORIGIN}/404.html")
        page.get_by_role("searchbox").fill("police")
        expect(page.locator(".finder__results a").first).to_be_visible()
        blocked += page.evaluate("blocked")
        page.goto(f"{ORIGIN}/find/?agency=mia")
        page.get_by_label("Role").select_option("executive")
        with page.expect_download():
            page.get_by_role("link", name="Download these rows").click()
        blocked += page.evaluate("blocked")
        page.goto(f"{ORIGIN}/agencies/mia/letter/")
        with page.expect_download():
            page.get_by_role("link", name="Download as text").first.click()
        page.get_by_role("button", name="Copy").first.click()
        expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
        blocked += page.evaluate("blocked")
        page.goto(f"{ORIGIN}/sections/4/")
        page.locator("a.permalink").first.click()
        expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
        blocked += page.evaluate("blocked")
        assert blocked == []
        keep("policy", "Content policy", policy(in_page=False), {"violations on all pages and in use": len(blocked)})
        before = len(asked.elsewhere)
        with page.expect_event("requestfailed"):  # it leads out of here, where the proxy lets nobody go
            page.get_by_role("link", name="Leave this page").click()
        assert set(asked.elsewhere[before:]) == {"en.wikipedia.org:443"}
        assert asked.referrers == []


def test_the_nu_validator_finds_no_error(visits: dict[str, Visit], built: Path, tmp_path: Path) -> None:
    with skipped_where_missing():
        program("java", package="default-jre-headless")
    sent = [
        built / (f"{address}index.html" if address == "" or address.endswith("/") else address) for address in visits
    ]
    ran = []
    for n, seen in enumerate(visits.values()):
        ran.append(tmp_path / f"{n}.html")
        ran[-1].write_text(seen.html, encoding="utf-8")
    found = list(invalid([*sent, *ran]))
    how = f"Nu validator {version('vnu-jar')}: every page as it is sent, and as it stands after its scripts ran."
    keep("html", "HTML", how, {"pages": len(sent), "documents": len(sent) + len(ran), "errors": len(found)})
    assert found == []
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(ran[0].read_text(encoding="utf-8").replace("</h1>", "</h2>", 1), encoding="utf-8")
    assert any("End tag “h2” seen" in message for message in invalid([spoilt]))


def test_a_package_that_is_not_the_locked_one_is_refused() -> None:
    with pytest.raises(AssertionError, match="axe-core: not the locked package"):
        check("axe-core", b"something else")
