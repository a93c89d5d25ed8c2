"""The Tab key, pressed through a page: which controls it reaches, in which order, and what is wrong with a stop."""

from dataclasses import dataclass

from playwright.sync_api import Page

SIZES = {"1280": (1280, 900), "400 %": (320, 256)}
# Everything that can take the focus, in the order of the page; what is folded or hidden takes none.
CONTROLS = """() =>
    [...document.querySelectorAll("a[href], button, input, select, summary, [contenteditable], [tabindex='0']")]
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

FIRST, LAST = 50, 15  # of the stops of a long page, where it is not walked whole: the frame, what follows, the end
LEAP = "(stop) => document.querySelector(`[data-stop='${stop - 1}']`).focus()"


@dataclass
class Walk:
    """What a walk through a page met: how many stops, and what was wrong with some."""

    stops: int
    faults: list[str]


def walked(page: Page, *, whole: bool = False) -> Walk:
    """Presses Tab from the top of the page until the focus leaves it; if not `whole`, a long page is leapt through."""
    controls: list[int] = page.evaluate(CONTROLS)
    leaps = len(controls) > FIRST + LAST and not whole
    if leaps:
        del controls[FIRST:-LAST]
    met: list[int] = []
    faults: list[str] = []
    for _ in range(len(controls) + 3):
        if leaps and len(met) == FIRST:
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
