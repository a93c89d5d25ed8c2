"""What Chromium is sent when a reader opens a page, goes on to another, and searches."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

QUIET = 1000  # milliseconds after which a page that is left alone should have asked for all it wants
WORD = "law"
ANSWERS = ".md-search-result__link"


@dataclass(frozen=True)
class Cost:
    """What Chromium was sent: bytes with their headers, and requests."""

    bytes: int
    requests: int


class Network:
    """Counts what a page is sent. What comes from the cache costs nothing."""

    def __init__(self, page: Page) -> None:
        self.page, self.sent = page, [0]
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", lambda event: self.sent.append(event["encodedDataLength"]))
        session.send("Network.enable")

    def cost(self) -> Cost:
        """Waits until the page asks for nothing more, and returns what it cost since this was last asked."""
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(QUIET)
        sent, self.sent = [size for size in self.sent if size], []
        return Cost(round(sum(sent)), len(sent))


@contextmanager
def visitor(browser: Browser) -> Iterator[tuple[Page, Network]]:
    """Gives the tab of a reader who never was here: its cache is empty."""
    context = browser.new_context()
    page = context.new_page()
    yield page, Network(page)
    context.close()


def first(browser: Browser, address: str) -> Cost:
    """Returns what a page costs whom it is the first."""
    with visitor(browser) as (page, network):
        page.goto(address)
        return network.cost()


def later(browser: Browser, before: str, address: str) -> Cost:
    """Returns what a page costs a reader who has seen the page `before`."""
    with visitor(browser) as (page, network):
        page.goto(before)
        network.cost()
        page.goto(address)
        return network.cost()


def costs(browser: Browser, home: str, page: str, other: str) -> dict[str, Cost]:
    """Returns what a page costs as the first one, and when another was seen: home, or `other` before home itself."""
    before = home if page else home + other
    return {"first": first(browser, home + page), "later": later(browser, before, home + page)}


def search(browser: Browser, address: str) -> dict[str, Cost]:
    """Returns what the search costs: until the reader turns to it, from then on, and when a word is typed."""
    with visitor(browser) as (page, network):
        page.goto(address)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        opened = network.cost()
        page.wait_for_timeout(QUIET)
        unasked = network.cost()
        page.get_by_role("searchbox").first.focus()
        turned = network.cost()
        page.get_by_role("searchbox").first.fill(WORD)
        page.wait_for_selector(ANSWERS)
        return {"the page": opened, "before": unasked, "turned to": turned, "typed": network.cost()}
