"""Looks at pages as tools do: what axe finds, what the content policy blocks, what is kept, what is no HTML."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

from .fetched import fetched
from .proxy import ORIGIN, Asked

Scheme = Literal["light", "dark"]
View = tuple[Scheme, int]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 390, 320)  # CSS pixels
VIEWS = list(product(SCHEMES, WIDTHS))
LOOKS = len(VIEWS)  # at each page, or each state of one

# Every rule that axe has, the experimental ones and those of WCAG AAA too. Colours may be on their way: they arrive.
AXE = """async () => {
    document.getAnimations().forEach((animation) => animation.finish());
    const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
    const told = { resultTypes: ["violations"], elementRef: false, selectors: false };
    const found = await axe.run(document, { rules, preload: false, ...told });
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}"""
NOTE_BLOCKED = """window.blocked = [];
addEventListener("securitypolicyviolation",
    (event) => blocked.push(`${event.violatedDirective} ${event.blockedURI}`));"""
KEPT = "() => [blocked, [...Object.keys(localStorage), ...Object.keys(sessionStorage)]]"
UNFOLD = """() => {
    const html = `<!doctype html>${document.documentElement.outerHTML}`;
    for (const fold of document.querySelectorAll("details.fold")) fold.open = true;
    return html;
}"""
WIDER = """() => [document.documentElement, ...document.querySelectorAll("table")]
    .map((one) => [one, one.scrollWidth - (one.parentElement || one).clientWidth])
    .filter(([, pixels]) => pixels > 0)
    .map(([one, pixels]) => `${one.localName} ${one.className}: ${pixels} pixels`)"""


@dataclass
class Visit:
    """What one page was found to do."""

    status: int
    faults: list[str] = field(default_factory=list)  # each "scheme width: rule: element", of axe
    wider: list[str] = field(default_factory=list)  # each "scheme width: pixels" by which it must be scrolled sideways
    blocked: list[str] = field(default_factory=list)  # each "directive address", of the content policy
    complaints: list[str] = field(default_factory=list)  # errors and warnings of the console
    kept: list[str] = field(default_factory=list)  # names of cookies and keys of storage
    html: str = ""  # after the scripts ran


def faults(page: Page) -> list[str]:
    """Returns what axe finds on the page as it is now: each "rule: element"."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(fetched("axe-core", "axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(AXE)
    return found


def watched(context: BrowserContext) -> Page:
    """Returns a new page that notes in `window.blocked` what the content policy blocks."""
    page = context.new_page()
    page.add_init_script(NOTE_BLOCKED)
    return page


@contextmanager
def new_page(browser: Browser, asked: Asked) -> Iterator[Page]:
    """Gives a page of a browser that reaches the site, and nothing else, through the proxy."""
    with browser.new_context(proxy=asked.proxy, permissions=["clipboard-read", "clipboard-write"]) as context:
        yield watched(context)


def in_views(page: Page, look: Callable[[Page], list[str]], views: list[View]) -> list[str]:
    """Returns what `look` finds in each of the views, each after its scheme and width."""
    found = []
    for scheme, width in views:
        show(page, (scheme, width))
        found += [f"{scheme} {width}: {one}" for one in look(page)]
    return found


def show(page: Page, view: View) -> None:
    """Gives the page a scheme and a width."""
    scheme, width = view
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})


def wider(page: Page) -> list[str]:
    """Returns by how many pixels the page, or a table, must be scrolled sideways; nothing where all is in sight."""
    found: list[str] = page.evaluate(WIDER)
    return found


@contextmanager
def complaints(page: Page) -> Iterator[list[str]]:
    """Gives the list in which the errors and the warnings of the page are noted."""
    said: list[str] = []

    def from_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            said.append(message.text)

    def from_script(error: Error) -> None:
        said.append(str(error))

    page.on("console", from_console)
    page.on("pageerror", from_script)
    yield said
    page.remove_listener("console", from_console)
    page.remove_listener("pageerror", from_script)


def visit(page: Page, address: str, views: list[View] = VIEWS, *, axe: bool = True) -> Visit:
    """Returns what the page at `address`, relative to the root, does in each of the views; `axe` looks there too."""
    if len(views) == 1:
        show(page, views[0])  # before there is a page to lay out again
    with complaints(page) as said:
        answer = page.goto(f"{ORIGIN}/{address}", wait_until="load")
        assert answer
        seen = Visit(answer.status, complaints=said, html=page.evaluate(UNFOLD))
        for view in views:
            if len(views) > 1:
                show(page, view)
            where = "{} {}: ".format(*view)
            seen.faults += [where + fault for fault in (faults(page) if axe else [])]
            seen.wider += [where + pixels for pixels in wider(page)]
        seen.blocked, seen.kept = page.evaluate(KEPT)
        seen.kept += [cookie.get("name", "") for cookie in page.context.cookies()]
    return seen


def invalid(files: list[Path]) -> Iterator[str]:
    """Yields what the Nu validator calls an error in these HTML files: each "file:line: message". It needs Java."""
    jar = fetched("vnu-jar", "build/dist/vnu.jar")
    command = ["java", "-jar", str(jar), "--format", "json", "--errors-only", "--exit-zero-always", *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    for message in json.loads(result.stderr or result.stdout)["messages"]:
        yield f"{message['url'].removeprefix('file:')}:{message.get('lastLine', 1)}: {message['message']}"
