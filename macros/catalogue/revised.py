"""The day on which each page last changed, by the history of the data: for the sitemap."""

from datetime import date
from functools import lru_cache

from ..plan.plan import Plan
from .changed import page


def revised(plan: Plan, address: str, own_record: bool) -> str:
    """Returns a day in ISO 8601: of the last change of the record of a page, or of any record where it lists many.

    A record that never changed is as old as the history.
    """
    if not own_record:
        return plan.records.updated.isoformat()
    return (changed(plan, address) or plan.records.changes[0].date).isoformat()


def changed(plan: Plan, address: str) -> date | None:
    """Returns the day on which the record of a page last changed; None if it never did.

    A page below that of its record, such as a letter, is as old as the record.
    """
    last, record = last_changes(plan), "/".join(address.split("/")[:2]) + "/"
    return last.get(address) or last.get(record)


@lru_cache(maxsize=1)  # every page asks
def last_changes(plan: Plan) -> dict[str, date]:
    """Returns the day of the last change that each page shows, by its address."""
    return {
        page(plan, change).partition("#")[0]: change.date for change in plan.records.changes
    }  # they are in order of time
