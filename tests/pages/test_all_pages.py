"""Every page, in light and dark schemes and at three widths: usable by all, valid, and silent about its readers.

All pages are driven through a proxy that notes every request, with the headers that a server is to send.
"""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.figures import keep
from macros.catalogue.leaves import leaves
from macros.catalogue.serving import policy
from macros.plan.plan import Plan

from ..support.fetched import check, version
from ..support.html import Document
from ..support.machine import program, skipped_where_missing
from ..support.proxy import ORIGIN, Asked, proxy
from ..support.visits import LOOKS, VIEWS, Visit, faults, invalid, new_page, visit, watched


@pytest.fixture(scope="module")
def visits(
    browser: Browser, asked: Asked, plan: Plan, kinds: list[str], pages: dict[str, Document]
) -> dict[str, Visit]:
    """What each page does, by its address: one after the other in one tab, in a browser that forgets nothing.

    Each page is visited. With all rules of axe the views take turns over the pages, and of a kind with many pages every
    twentieth is looked at; `make bench-pages` leaves out none.
    """
    alike = {leaf.address for leaf in leaves(plan)} - set(kinds)
    with browser.new_context(proxy=asked.proxy) as context, watched(context) as page:
        return {
            address: visit(page, address, [VIEWS[n % LOOKS]], axe=address not in alike or n % 20 == 0)
            for n, address in enumerate(pages)
        }


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
        page.evaluate("document.querySelector('.brief > p:not(.languages)').style.color = '#6b6b6b'")
        assert {fault.partition(":")[0] for fault in faults(page)} == {
            "color-contrast",
            "color-contrast-enhanced",
            "image-alt",
        }


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
