"""The changes of the data as feeds, Atom (RFC 4287) and JSON Feed 1.1: one of all, and one for each body."""

from itertools import zip_longest
from math import ceil

from ...catalogue.changed import concerns
from ...plan.plan import Plan
from .. import Files
from .atom import atom
from .feed import Feed, entries_of
from .json_feed import json_feed

MOST = 50  # entries of a feed: readers fetch all of it each time. Older ones stand in feeds that it leads to


def files(plan: Plan, site_url: str) -> Files:
    """Yields both formats of the feed of all changes, then of that of each body; each in parts, the newest first."""
    entries = entries_of(plan, site_url)
    pages = {"feeds/changes": (f"{plan.records.site.title}: changes of the data", f"{site_url}changes/", entries)}
    for agency in plan.records.agencies.values():
        own = [entry for entry in entries if concerns(plan, agency, entry.change)]
        pages[f"feeds/agencies/{agency.id}"] = (
            f"{agency.name}: changes of the data",
            f"{site_url}agencies/{agency.id}/",
            own,
        )
    author, rights = f"The editors of “{plan.records.site.title}”", " ".join(plan.records.site.licences)
    for first, (title, link, found) in pages.items():
        updated = found[0].updated if found else f"{plan.records.updated.isoformat()}T00:00:00Z"
        addresses = [first, *(f"{first}/{n}" for n in range(2, ceil(len(found) / MOST) + 1))]
        for n, (address, older) in enumerate(zip_longest(addresses, addresses[1:])):
            part, next_ = found[n * MOST : (n + 1) * MOST], older and site_url + older
            feed = Feed(site_url + address, title, link, author, rights, updated, part, next_)
            yield f"{address}.atom", atom(feed)
            yield f"{address}.json", json_feed(feed)
