"""Reads a page as a browser would see it: ids, links, headings, text, and what could run."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """One element: its tag, its attributes and its text, white space made single spaces."""

    tag: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())


class Document(HTMLParser):
    """All elements of a page, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.path: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.path.append(element)

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.path and self.path.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self.path:
            element.parts.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Returns the elements of this tag whose attributes have these values; class_ matches one class of several."""
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(
                value in element.attributes.get("class", "").split()
                if key == "class_"
                else element.attributes.get(key) == value
                for key, value in attributes.items()
            )
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        """Returns the only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} elements <{tag}> {attributes}"
        return found[0]

    def meta(self, name: str) -> str:
        """Returns the content of the page's only <meta> of this name."""
        return self.one("meta", name=name).attributes["content"]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def links(self) -> list[str]:
        """The targets of all links of the page's own text, without the frame."""
        return [element.attributes["href"] for element in self.all("a") if "href" in element.attributes]

    @property
    def article(self) -> str:
        return self.one("article").text


def parse(html: str) -> Document:
    """Returns the elements of a page."""
    document = Document()
    document.feed(html)
    return document
