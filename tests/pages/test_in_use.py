"""While the site is used: what readers bring pages into stays usable by all, and everything works under the policy.

In another file than the pages themselves: the tests of a file run one after the other, and these take minutes.
"""

from playwright.sync_api import Browser, expect

from bench.figures import keep
from macros.catalogue.serving import policy

from ..support.proxy import ORIGIN, Asked
from ..support.states import TWICE, search, states
from ..support.visits import LOOKS, VIEWS, faults, in_views, new_page


def test_axe_finds_nothing_while_the_site_is_used(browser: Browser, asked: Asked, kinds: list[str]) -> None:
    found = []
    with new_page(browser, asked) as page:
        for n, state in enumerate(states(page, ORIGIN, kinds[::8])):  # `make bench-pages` leaves out none
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


def test_every_feature_works_under_the_policy(browser: Browser, asked: Asked) -> None:
    blocked: list[str] = []
    with new_page(browser, asked) as page:
        page.goto(f"{ORIGIN}/404.html")
        search(page, "police")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
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
