"""Reads a page as a browser would: its ids, where it links, what it loads, and what could run in it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

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


@dataclass
class Page:
    """One page: each thing with its place."""

    name: str
    language: str = ""
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)  # the content of each <meta>, by its name or http-equiv
    ids: list[tuple[Place, str]] = field(default_factory=list)
    links: list[tuple[Place, str]] = field(default_factory=list)  # what a reader may follow
    named: list[tuple[Place, str]] = field(default_factory=list)  # what only programs follow: canonical, alternate
    loads: list[tuple[Place, str]] = field(default_factory=list)
    inline: list[tuple[Place, str]] = field(default_factory=list)  # code and styles in the page itself
    undescribed: list[Place] = field(default_factory=list)  # pictures without a text

    @property
    def anchors(self) -> set[str]:
        """The ids of the page."""
        return {id_ for _, id_ in self.ids}


class Reader(HTMLParser):
    """Fills a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.in_title = False

    @property
    def place(self) -> Place:
        """Where the parser is."""
        line, offset = self.getpos()
        return Place(self.page.name, line, offset + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        self.in_title = tag == "title"
        self.note_names(tag, attributes)
        self.note_addresses(tag, attributes)
        self.note_code(tag, attributes)

    def note_names(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes what names the page and its parts."""
        if "id" in attributes:
            self.page.ids.append((self.place, attributes["id"]))
        if tag == "html":
            self.page.language = attributes.get("lang", "")
        if tag == "meta" and (name := attributes.get("name") or attributes.get("http-equiv")):
            self.page.metas[name.lower()] = attributes.get("content", "")
        if tag == "img" and "alt" not in attributes:
            self.page.undescribed.append(self.place)

    def note_addresses(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes where the element leads, and what it loads."""
        if (leads := attributes.get(LEADS.get(tag, ""))) is not None:
            self.page.links.append((self.place, leads))
        only_named = tag == "link" and set(attributes.get("rel", "").split()) & ONLY_NAMED
        for key in LOADS.get(tag, ()):
            if key in attributes:
                (self.page.named if only_named else self.page.loads).append((self.place, attributes[key]))

    def note_code(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes what the content policy would block, or should."""
        runs = tag == "script" and "src" not in attributes and attributes.get("type") != DATA_BLOCK
        if runs or tag == "style":
            self.page.inline.append((self.place, f"<{tag}>"))
        for key in attributes:
            if key == "style" or key.startswith("on"):
                self.page.inline.append((self.place, f"{key}=…"))

    def handle_endtag(self, tag: str) -> None:
        self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.page.title += data


def read(name: str, html: str) -> Page:
    """Returns what stands in a page; `name` is its file in the site, for messages."""
    page = Page(name)
    reader = Reader(page)
    reader.feed(html)
    reader.close()
    return page
