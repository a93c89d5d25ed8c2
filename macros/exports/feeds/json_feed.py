"""A feed as JSON Feed 1.1."""

from collections.abc import Iterator

from ..encoded import encoded_value
from .feed import LANGUAGE, Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Returns a feed as JSON Feed. It has no place for a licence, so that stands under a key of our own."""
    value = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{feed.address}.json",
        **({"next_url": f"{feed.next}.json"} if feed.next else {}),
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
