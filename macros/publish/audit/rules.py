"""What must hold for every built site. A rule yields (place, message); none stops at its first finding."""

from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from ...catalogue.serving import policy, unfit
from ...reading.faults import Finding, Place
from .page import Page
from .site import Site

Rule = Callable[[Site], Iterator[Finding]]
LEAVES = {"http", "https", "mailto", "tel"}  # how a link may leave the site; some documents are found by http alone


def every_page_names_itself(site: Site) -> Iterator[Finding]:
    """Each page has a language, and a title that no other page has (WCAG 2.2, 2.4.2 and 3.1.1)."""
    first: dict[str, str] = {}
    for page in site.pages.values():
        if not page.language:
            yield Place(page.name), "the page does not say its language; give <html> a lang"
        if not (title := page.title.strip()):
            yield Place(page.name), "the page has no title"
        elif title in first:
            yield Place(page.name), f"the title '{title}' is that of {first[title]} too; say what is special here"
        first.setdefault(title, page.name)


def every_page_states_the_policy(site: Site) -> Iterator[Finding]:
    """Each page carries the content policy, and sends no referrer: GitHub Pages sends no headers of ours."""
    for page in site.pages.values():
        if page.metas.get("content-security-policy") != policy(in_page=True):
            yield Place(page.name), "the page does not state the content policy; its frame is overrides/main.html"
        if page.metas.get("referrer") != "no-referrer":
            yield Place(page.name), "the page would tell other sites where its reader comes from; set the referrer"


def no_page_holds_code(site: Site) -> Iterator[Finding]:
    """No script, style or handler stands in a page: the policy would block it."""
    for page in site.pages.values():
        for mark, what in page.inline:
            yield (
                page.place(mark),
                f"{what} stands in the page, and the content policy blocks it; put it into docs/assets/",
            )


def an_id_stands_once(site: Site) -> Iterator[Finding]:
    """No id stands twice on a page: a link to it would lead to the first alone."""
    for page in site.pages.values():
        counts = Counter(id_ for _, id_ in page.ids)
        for mark, id_ in page.ids:
            if counts[id_] > 1:
                counts[id_] = 0  # told once
                yield page.place(mark), f"the id '{id_}' stands on the page more than once"


def every_picture_has_a_text(site: Site) -> Iterator[Finding]:
    """Each picture says in words what it shows, or that it only decorates (WCAG 2.2, 1.1.1)."""
    for page in site.pages.values():
        for mark in page.undescribed:
            yield page.place(mark), 'the picture has no text; write alt="..." and say what it shows'


def every_address_leads_somewhere(site: Site) -> Iterator[Finding]:
    """Each address on a page leads to a file of the site and an id in it, or out of it by a known way."""
    for page in site.pages.values():
        known: dict[str, str] = {}  # most links stand on a page more than once, or on every page
        for mark, target in page.links + page.named + page.loads:
            if target not in known:
                known[target] = where(site, page, target)
            if known[target]:
                yield page.place(mark), known[target]


def where(site: Site, page: Page, target: str) -> str:
    """Returns what is wrong with an address that stands on a page; "" if it leads somewhere."""
    try:
        address = site.address(page, target)
        parts = urlsplit(address)
    except ValueError:
        return f"'{target}' is no address"
    name = site.name(address)
    if name is None:
        return (
            ""
            if parts.scheme in LEAVES
            else f"'{target}' leads neither to the site nor to a web page, a mail address or a phone"
        )
    if name not in site.files:
        return f"'{target}' leads to {name}, and there is no such file"
    fragment = unquote(parts.fragment)
    if fragment and name in site.pages and fragment not in site.pages[name].anchors:
        return f"'{target}' leads to '#{fragment}', and {name} has no such id"
    return ""


def nothing_is_loaded_from_elsewhere(site: Site) -> Iterator[Finding]:
    """Nothing is fetched from another host: it would learn who reads what."""
    for page in site.pages.values():
        for mark, target in page.loads:
            if not target.startswith("data:") and site.name(site.address(page, target)) is None:
                yield page.place(mark), f"'{target}' is loaded from another host; keep a copy in docs/assets/"


def every_file_may_go_out(site: Site) -> Iterator[Finding]:
    """Each file is of a kind that servers are told of, not hidden, and no link to something else on the machine."""
    for name, path in site.files.items():
        if why := unfit(path, name):
            yield Place(name), why


RULES: tuple[Rule, ...] = (
    every_page_names_itself,
    every_page_states_the_policy,
    no_page_holds_code,
    an_id_stands_once,
    every_picture_has_a_text,
    every_address_leads_somewhere,
    nothing_is_loaded_from_elsewhere,
    every_file_may_go_out,
)
