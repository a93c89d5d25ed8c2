"""The changes of the data as feeds, Atom (RFC 4287) and JSON Feed 1.1: one of all, and one for each body."""

from ...catalogue.changed import concerns
from ...plan.plan import Plan
from .. import Files
from .atom import atom
from .feed import Feed, entries_of
from .json_feed import json_feed


def files(plan: Plan, site_url: str) -> Files:
    """Yields both formats of the feed of all changes, then of that of each body."""
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
    for address, (title, link, found) in pages.items():
        updated = found[0].updated if found else f"{plan.records.updated.isoformat()}T00:00:00Z"
        feed = Feed(site_url + address, title, link, author, rights, updated, found)
        yield f"{address}.atom", atom(feed)
        yield f"{address}.json", json_feed(feed)
