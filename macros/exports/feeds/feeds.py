"""The changes of the data as feeds, Atom (RFC 4287) and JSON Feed 1.1: one of all, and one for each body."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

from ...catalogue.changed import concerns, page
from ...plan.plan import Plan
from ...records.kinds.change import Change, values, words
from .. import Files
from ..api.documents import encoded_value

ATOM = "http://www.w3.org/2005/Atom"
VERSION = "https://jsonfeed.org/version/1.1"
LANGUAGE = "en"


@dataclass(frozen=True)
class Entry:
    """A change as an entry of a feed: an id that never changes, its words, its values, and where its record stands."""

    change: Change
    id: str
    title: str
    text: str
    link: str

    @property
    def updated(self) -> str:
        return f"{self.change.date.isoformat()}T00:00:00Z"


@dataclass(frozen=True)
class Feed:
    """A feed in either format: its address without the ending, the page that it follows, its entries, newest first."""

    address: str
    title: str
    page: str
    author: str
    rights: str
    updated: str
    entries: list[Entry]


def files(plan: Plan, site_url: str) -> Files:
    """Yields both formats of the feed of all changes, then of that of each body."""
    entries = entries_of(plan, site_url)
    pages = {"feeds/changes": (f"{plan.records.site.name}: changes of the data", site_url, entries)}
    for agency in plan.records.agencies.values():
        own = [entry for entry in entries if concerns(plan, agency, entry.change)]
        pages[f"feeds/agencies/{agency.id}"] = (
            f"{agency.name}: changes of the data",
            f"{site_url}agencies/{agency.id}/",
            own,
        )
    author, rights = f"The editors of “{plan.records.site.name}”", " ".join(plan.records.site.licences)
    for address, (title, link, found) in pages.items():
        updated = found[0].updated if found else f"{plan.records.updated.isoformat()}T00:00:00Z"
        feed = Feed(site_url + address, title, link, author, rights, updated, found)
        yield f"{address}.atom", atom(feed)
        yield f"{address}.json", json_feed(feed)


def entries_of(plan: Plan, site_url: str) -> list[Entry]:
    """Returns an entry for each change, newest first.

    An id is a tag URI (RFC 4151) of the day, the kind, the record and the field. Where a day changed the same thing
    again, a number follows, in the order of the file; so a later change never moves an earlier id.
    """
    site = urlsplit(site_url)
    host, folder = site.hostname or "localhost", [part for part in site.path.split("/") if part]
    seen: dict[str, int] = {}
    found = []
    for change in plan.records.changes:
        steps = [*folder, change.kind, change.record, *([change.field] if change.field else [])]
        tag = f"tag:{host},{change.date.isoformat()}:{'/'.join(quote(step, safe='') for step in steps)}"
        seen[tag] = seen.get(tag, 0) + 1
        again = f"?{seen[tag]}" if seen[tag] > 1 else ""
        link = site_url + page(plan, change)
        found.append(Entry(change, tag + again, words(change), "\n".join(values(change)), link))
    return found[::-1]


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


def json_feed(feed: Feed) -> bytes:
    """Returns a feed as JSON Feed. It has no place for a licence, so that stands under a key of our own."""
    value = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{feed.address}.json",
        "language": LANGUAGE,
        "authors": [{"name": feed.author}],
        "_licence": {"text": feed.rights},
        "items": list(items(feed.entries)),
    }
    return encoded_value(value)


def items(entries: list[Entry]) -> Iterator[dict[str, str]]:
    for entry in entries:
        yield {
            "id": entry.id,
            "url": entry.link,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": entry.updated,
        }
