"""With the keyboard alone: every control is reached, in the order in which it is read, in sight, and marked.

Walked with the Tab key at 1280 pixels, and at 320 by 256: that is what is left of 1280 by 1024 at a zoom of 400 %.
"""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from bench.figures import keep

SIZES = {"1280": (1280, 900), "400 %": (320, 256)}
# Everything that can take the focus, in the order of the page; what is folded or hidden takes none.
CONTROLS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((element) => element.type !== "radio" || element.checked) // one stop for all of a group
    .filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }))
    .map((element, n) => { element.dataset.stop = n; return n; })"""
STOP = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const area = (box) => box.width * box.height; // a link around blocks has empty boxes too
    const box = [...at.getClientRects()].sort((one, other) => area(other) - area(one))[0] || at.getBoundingClientRect();
    const x = Math.max(0, Math.min(box.left + box.width / 2, innerWidth - 1));
    const y = Math.max(0, Math.min(box.top + box.height / 2, innerHeight - 1));
    const top = document.elementFromPoint(x, y);
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    const style = getComputedStyle(at);
    return {
        stop: at.dataset.stop ?? null,
        shown: inside && box.width > 0 && box.height > 0,
        covered: !(top && (at.contains(top) || top.contains(at) || top.closest("label")?.control === at
            || top.closest("label")?.previousElementSibling === at)), // the sign of a choice covers its box
        marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        html: at.outerHTML.slice(0, 150),
    };
}"""

FIRST, LAST = 50, 15  # of the stops of a long page: the frame, what comes first, and the end
LEAP = """(stop) => {
    const before = document.querySelector(`[data-stop="${stop - 1}"]`);
    before.focus();
}"""

COVER = """() => {
    const cover = document.createElement("div");
    cover.style.cssText = "position: fixed; inset: 0; z-index: 99";
    document.body.append(cover);
}"""


@dataclass
class Walk:
    """What a walk through a page met: how many stops, and what was wrong with some."""

    stops: int
    faults: list[str]


def walked(page: Page) -> Walk:
    """Presses Tab from the top of the page until the focus leaves it. In the middle of a long page it leaps."""
    controls: list[int] = page.evaluate(CONTROLS)
    if len(controls) > FIRST + LAST:
        del controls[FIRST:-LAST]
    met: list[int] = []
    faults: list[str] = []
    for _ in range(len(controls) + 3):
        if len(met) == FIRST and len(controls) == FIRST + LAST:
            page.evaluate(LEAP, controls[FIRST])
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (met and stop["stop"] == str(met[0])):
            break
        if stop["stop"] is None:
            faults.append(f"takes the focus, and is no control: {stop['html']}")
            continue
        met.append(int(stop["stop"]))
        faults += [f"{wrong}: {stop['html']}" for wrong in ("covered",) if stop[wrong]]
        faults += [f"not {right}: {stop['html']}" for right in ("shown", "marked") if not stop[right]]
    if met != controls:
        faults.append(f"stops {met} are not the controls in their order: {controls}")
    return Walk(len(met), faults)


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
    faults, stops, walks = [], 0, 0
    for size, (width, height) in SIZES.items():
        with browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce") as context:
            page = context.new_page()
            for here in kinds if size == "400 %" else kinds[::2]:  # a large screen hides less
                page.goto(f"{address}{here}")
                walk = walked(page)
                faults += [(here, size, fault) for fault in walk.faults]
                stops += walk.stops
                walks += 1
    how = "The Tab key, pressed through one page of each kind at a zoom of 400 %, and every second one at 1280 pixels."
    keep("keyboard", "Keyboard", how, {"walks": walks, "stops": stops, "hidden, covered or unmarked": len(faults)})
    assert faults == []
