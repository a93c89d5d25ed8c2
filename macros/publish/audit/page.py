"""Reads a page as a browser would: its ids, where it links, what it loads, and what could run in it.

lexbor reads it, in C: half of a build was spent here. It does not tell lines; where there is a fault, the page is read
once more by a parser that does.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

from selectolax.lexbor import LexborHTMLParser

from ...reading.faults import Place

LOADS = {  # the attributes from which a browser fetches by itself
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
LEADS = {"a": "href", "area": "href", "form": "action"}
ONLY_NAMED = {"alternate", "author", "canonical", "license", "next", "prev"}  # <link> of these kinds fetches nothing
DATA_BLOCK = "application/ld+json"  # a browser runs no script of this type

READ = {"alt", "aria-label", "content", "datetime", "href", "placeholder", "src", "srcset", "title", "value"}

Mark = tuple[str, int]  # an element: the how manyth of its tag, from 0


@dataclass
class Page:
    """One page: each thing with its mark."""

    name: str
    html: str
    language: str = ""
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)  # the content of each <meta>, by its name or http-equiv
    ids: list[tuple[Mark, str]] = field(default_factory=list)
    links: list[tuple[Mark, str]] = field(default_factory=list)  # what a reader may follow
    named: list[tuple[Mark, str]] = field(default_factory=list)  # what only programs follow: canonical, alternate
    loads: list[tuple[Mark, str]] = field(default_factory=list)
    inline: list[tuple[Mark, str]] = field(default_factory=list)  # code and styles in the page itself
    undescribed: list[Mark] = field(default_factory=list)  # pictures without a text
    words: set[str] = field(default_factory=set)  # what a style could ask for

    @property
    def anchors(self) -> set[str]:
        """The ids of the page."""
        return {id_ for _, id_ in self.ids}

    def place(self, mark: Mark) -> Place:
        """Returns the line and column of an element."""
        return Place(self.name, *self.starts.get(mark, (1, 1)))

    @cached_property
    def starts(self) -> dict[Mark, tuple[int, int]]:
        """The line and column of each start tag."""
        lines = Lines()
        lines.feed(self.html)
        lines.close()
        return lines.starts


class Lines(HTMLParser):
    """Notes where each start tag stands."""

    def __init__(self) -> None:
        super().__init__()
        self.starts: dict[Mark, tuple[int, int]] = {}
        self.seen: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, offset = self.getpos()
        self.starts[tag, self.seen[tag]] = (line, offset + 1)
        self.seen[tag] += 1


def read(name: str, html: str) -> Page:
    """Returns what stands in a page; `name` is its file in the site, for messages."""
    page, seen = Page(name, html), Counter[str]()
    root = LexborHTMLParser(html).root
    for node in root.traverse() if root else ():
        tag = node.tag or ""
        attributes = {key: value or "" for key, value in node.attributes.items()}
        mark = (tag, seen[tag])
        seen[tag] += 1
        page.words |= {tag, *attributes, *styled(attributes)}
        note_names(page, mark, attributes)
        note_addresses(page, mark, attributes)
        note_code(page, mark, attributes)
        if tag == "title" and not page.title:
            page.title = node.text()
    return page


def styled(attributes: dict[str, str]) -> Iterator[str]:
    """Yields the words of an element that a style may ask for beside its tag and attributes: no text for people."""
    for key, value in attributes.items():
        if key not in READ:
            yield from value.split()


def note_names(page: Page, mark: Mark, attributes: dict[str, str]) -> None:
    """Notes what names the page and its parts."""
    if "id" in attributes:
        page.ids.append((mark, attributes["id"]))
    if mark[0] == "html":
        page.language = attributes.get("lang", "")
    if mark[0] == "meta" and (name := attributes.get("name") or attributes.get("http-equiv")):
        page.metas[name.lower()] = attributes.get("content", "")
    if mark[0] == "img" and "alt" not in attributes:
        page.undescribed.append(mark)


def note_addresses(page: Page, mark: Mark, attributes: dict[str, str]) -> None:
    """Notes where the element leads, and what it loads."""
    tag = mark[0]
    if (leads := attributes.get(LEADS.get(tag, ""))) is not None:
        page.links.append((mark, leads))
    only_named = tag == "link" and set(attributes.get("rel", "").split()) & ONLY_NAMED
    for key in LOADS.get(tag, ()):
        if key in attributes:
            (page.named if only_named else page.loads).append((mark, attributes[key]))


def note_code(page: Page, mark: Mark, attributes: dict[str, str]) -> None:
    """Notes what the content policy would block, or should."""
    tag = mark[0]
    runs = tag == "script" and "src" not in attributes and attributes.get("type") != DATA_BLOCK
    if runs or tag == "style":
        page.inline.append((mark, f"<{tag}>"))
    for key in attributes:
        if key == "style" or key.startswith("on"):
            page.inline.append((mark, f"{key}=…"))
