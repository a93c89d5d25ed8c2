"""The states that readers bring pages into: a search under way, filters set, all unfolded, large letters."""

from collections.abc import Iterable, Iterator

from playwright.sync_api import Page, expect

from macros.catalogue.leaves import leaves
from macros.plan.plan import Plan

TWICE = "document.documentElement.style.fontSize = '250%'"  # 125 % is that of the site


def one_of_each_kind(plan: Plan, addresses: Iterable[str]) -> list[str]:
    """Returns the address of one page of each kind, and of every page that was written by hand."""
    first: dict[str, str] = {}
    for leaf in leaves(plan):
        first.setdefault(leaf.template, leaf.address)
    return sorted({*first.values(), *addresses} - ({leaf.address for leaf in leaves(plan)} - set(first.values())))


def search(page: Page, words: str) -> None:
    """Opens the search by its key, as at every width, and types."""
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    box = page.get_by_role("searchbox", name="Search the plan")
    expect(box).to_be_focused()
    box.fill(words)


def states(page: Page, root: str, kinds: list[str]) -> Iterator[str]:
    """Brings the page into one state after the other, and yields the name of each while it lasts."""
    page.goto(f"{root}/")
    search(page, "police")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    yield "search with results"
    page.get_by_role("searchbox").fill("zzzzzz")
    expect(page.get_by_role("status").filter(has_text="Nothing found")).to_be_visible()
    yield "search without results"
    page.keyboard.press("Escape")
    page.keyboard.press("Shift")
    yield "one press of Shift"
    for here in ("sections/4/", "agencies/mia/", "about/accessibility/"):
        page.set_viewport_size({"width": 390, "height": 900})
        page.goto(f"{root}/{here}")
        page.get_by_role("button", name="Menu").click()
        yield f"drawer: {here}"
    page.goto(f"{root}/activities/13.2.1/")
    for name in ("as the device", "light", "dark"):
        yield f"scheme: {name}"
        page.get_by_role("radio", name=f"Colours: {name}").press("ArrowRight")
    page.goto(f"{root}/find/?agency=mia&role=executive")
    yield "filters set"
    page.goto(f"{root}/find/?q=zzzzzz")
    yield "filters that leave nothing"
    page.goto(f"{root}/activities/13.2.1/")
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true; }")
    yield "everything unfolded"
    page.get_by_role("button", name="Copy plain text").click()
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    yield "something copied"
    page.locator(".md-skip").focus()
    yield "the skip link in sight"
    for n, address in enumerate(kinds):
        page.emulate_media(forced_colors="active" if n % 2 else "none")
        page.goto(f"{root}/{address}")
        if n % 2 == 0:
            page.evaluate(TWICE)
        yield f"{'forced colours' if n % 2 else 'text of 200 %'}: {address}"
