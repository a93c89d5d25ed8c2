"""A feed as Atom (RFC 4287)."""

from xml.etree import ElementTree

from .feed import LANGUAGE, Feed

ATOM = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """Returns a feed as Atom. All text is plain: markup in it stays text."""
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": LANGUAGE})
    add(root, "id", f"{feed.address}.atom")
    add(root, "title", feed.title)
    add(root, "updated", feed.updated)
    add(ElementTree.SubElement(root, "author"), "name", feed.author)
    add(root, "rights", feed.rights)
    add(root, "link", rel="self", type="application/atom+xml", href=f"{feed.address}.atom")
    add(root, "link", rel="alternate", type="text/html", hreflang=LANGUAGE, href=feed.page)
    add(root, "link", rel="alternate", type="application/feed+json", href=f"{feed.address}.json")
    if feed.next:
        add(root, "link", rel="next", type="application/atom+xml", href=f"{feed.next}.atom")
    for entry in feed.entries:
        element = ElementTree.SubElement(root, "entry")
        add(element, "id", entry.id)
        add(element, "title", entry.title)
        add(element, "updated", entry.updated)
        add(element, "link", rel="alternate", type="text/html", href=entry.link)
        add(element, "content", entry.text, type="text")
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = text
