"""What the text of the plan is, in half a sentence: it heads every page."""

from ..plan.plan import Plan


def standing(plan: Plan) -> str:
    """Returns "English translation of the plan for 2030–2035; its years have ended", or what of that the data says."""
    site, original = plan.records.site, plan.records.decree.original
    if not (original or site.years or site.over):
        return ""
    text = f"{original.edition} of the plan" if original else "The plan"
    years = f" for {site.years.edtf.replace('/', '–')}" if site.years else ""
    return f"{text}{years}{f'; {site.over}' if site.over else ''}"
