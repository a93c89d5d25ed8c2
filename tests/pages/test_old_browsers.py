"""Browsers of 2020 drop each rule whose selector they do not know: still nothing covers anything, and all is read."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import tinycss2
from playwright.sync_api import Browser, Page
from tinycss2.ast import AtRule, Node, QualifiedRule

KEY = (
    "",
    "sections/4/",
    "activities/13.2.1/",
    "agencies/mia/",
    "deadlines/",
    "find/",
    "matrix/",
    "help/",
    "reports/2014/",
)
UNKNOWN = re.compile(r":(has|is|where)\(")
COVERED = """() => {
    const main = document.querySelector("main");
    const { left, right, top } = main.querySelector("h1").getBoundingClientRect();
    const end = Math.min(innerHeight, main.getBoundingClientRect().bottom);
    const points = [];
    for (let y = top + 4; y < end; y += 40)
        for (const x of [left + 4, (left + right) / 2, right - 4]) points.push([x, y]);
    return points.filter(([x, y]) => !main.contains(document.elementFromPoint(x, y)));
}"""


def known(nodes: Sequence[Node]) -> Iterator[str]:
    """Yields the rules that such a browser keeps, as text."""
    for node in nodes:
        if isinstance(node, AtRule) and node.lower_at_keyword == "media":
            inner = "".join(known(tinycss2.parse_rule_list(node.content)))
            yield f"@media{tinycss2.serialize(node.prelude)}{{{inner}}}"
        elif not isinstance(node, QualifiedRule) or not UNKNOWN.search(tinycss2.serialize(node.prelude)):
            yield node.serialize()


@pytest.fixture
def old(browser: Browser, built: Path) -> Iterator[Page]:
    (sheet,) = (built / "assets").glob("all.*.css")
    content = sheet.read_text(encoding="utf-8")
    kept = "".join(known(tinycss2.parse_stylesheet(content)))
    assert UNKNOWN.search(content)
    assert not UNKNOWN.search(kept)
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/{sheet.name}", lambda route: route.fulfill(body=kept, content_type="text/css"))
        yield page


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_an_old_browser_shows_every_page(old: Page, address: str, size: tuple[int, int]) -> None:
    width, height = size
    old.set_viewport_size({"width": width, "height": height})
    for here in KEY:
        old.goto(f"{address}{here}")
        box = old.locator("h1").bounding_box()
        assert box, here
        assert box["y"] + box["height"] < height, here
        assert old.evaluate(COVERED) == [], here
        assert old.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, here


def test_what_covers_a_page_is_noticed(old: Page, address: str) -> None:
    old.goto(address)
    old.evaluate("""() => {
        const cover = document.createElement("div");
        cover.style.cssText = "position: fixed; inset: 50% 0 0; z-index: 99";
        document.body.append(cover);
    }""")
    assert old.evaluate(COVERED) != []
