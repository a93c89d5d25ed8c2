"""A feed as data, whatever its format: the changes of the data, newest first."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ...catalogue.changed import page
from ...plan.plan import Plan
from ...records.kinds.change import Change, values, words

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
    """A feed in either format: its address without the ending, the page that it follows, its entries, newest first;
    and the address of the feed that goes on with older ones, if there is one (RFC 5005, section 3).
    """

    address: str
    title: str
    page: str
    author: str
    rights: str
    updated: str
    entries: list[Entry]
    next: str | None


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
