"""With the keyboard alone: every control is reached, in the order in which it is read, in sight, and marked.

Long pages are leapt through here, and the kinds take turns; `make bench-pages` walks all pages whole.
"""

from playwright.sync_api import Browser

from ..support.keyboard import SIZES, walked

COVER = """() => {
    const cover = document.createElement("div");
    cover.style.cssText = "position: fixed; inset: 0; z-index: 99";
    document.body.append(cover);
}"""


def test_a_control_that_is_covered_or_unmarked_is_noticed(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}help/")
        page.evaluate("document.querySelector('.leave').style.setProperty('outline', 'none', 'important')")
        page.evaluate(COVER)
        walk = walked(page)
        faults = walk.faults
        assert len([fault for fault in faults if fault.startswith('not marked: <a class="leave"')]) == 1
        assert len([fault for fault in faults if fault.startswith("covered: ")]) == walk.stops


def test_every_control_is_reached_in_order_in_sight_and_marked(
    browser: Browser, address: str, kinds: list[str]
) -> None:
    faults = []
    for size, (width, height) in SIZES.items():
        with browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce") as context:
            page = context.new_page()
            for here in kinds[::3] if size == "400 %" else kinds[1::6]:  # a large screen hides less
                page.goto(f"{address}{here}")
                faults += [(here, size, fault) for fault in walked(page).faults]
    assert faults == []
