"""Reads the headings of rendered HTML, for the list of contents beside the page."""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any

HEADING = re.compile(r"<(h[1-4])\b.*?</\1>", re.DOTALL)


@dataclass
class Heading:
    """A heading with an id: `title` is HTML-safe text; `children` are the headings one level down."""

    id: str
    title: str
    level: int
    children: list["Heading"] = field(default_factory=list)


class Headings(HTMLParser):
    """Collects h1 to h4 that have an id, in order. Text in an element marked hidden from the outline is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Heading] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        id_ = dict(attrs).get("id")
        if tag in ("h1", "h2", "h3", "h4") and id_:
            self.found.append(Heading(escape(id_), "", int(tag[1])))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3", "h4"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1].title += escape(data)


def outline(html: str) -> list[Heading]:
    """Returns the headings of `html` as a tree: each stands under the nearest higher one before it."""
    parser = Headings()
    parser.feed("".join(match[0] for match in HEADING.finditer(html)))  # the parser is slow, and pages are long
    top: list[Heading] = []
    path: list[Heading] = []
    for heading in parser.found:
        heading.title = heading.title.strip()
        while path and path[-1].level >= heading.level:
            path.pop()
        (path[-1].children if path else top).append(heading)
        path.append(heading)
    return top


def tokens(headings: list[Heading]) -> list[dict[str, Any]]:
    """Returns headings as Markdown's own list of contents has them."""
    return [
        {"name": heading.title, "id": heading.id, "level": heading.level, "children": tokens(heading.children)}
        for heading in headings
    ]
