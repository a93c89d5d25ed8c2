"""The day on which each page last changed, by the history of the data: for the sitemap."""

from ..plan import Plan
from .changed import page


def revised(plan: Plan, address: str, own_record: bool) -> str:
    """Returns a day in ISO 8601: of the last change of the record of a page, or of any record where it lists many.

    A record that never changed is as old as the history.
    """
    if not own_record:
        return plan.updated.isoformat()
    days = [change.date for change in plan.changes if page(plan, change).partition("#")[0] == address]
    return max(days, default=plan.changes[0].date).isoformat()
