"""What the frame of a page prints beside its text, as plain data: an engine hands it to the templates in overrides/."""

from typing import Any

from markupsafe import Markup

from ..catalogue.addresses import address
from ..catalogue.keys import feed, twin
from ..catalogue.leaves import Leaf
from ..catalogue.problem import problem
from ..catalogue.revised import changed
from ..catalogue.serving import policy
from ..catalogue.standing import standing
from ..exports.linked.page import About, script
from ..plan.plan import Plan
from ..reading.dates import day

MENDED = {  # faults of base.html that no block reaches, and what stands there instead
    # The boxes behind the drawer and the search: a box takes no autocomplete (Nu: error).
    'type="checkbox" id="__drawer" autocomplete="off"': 'type="checkbox" id="__drawer"',
    'type="checkbox" id="__search" autocomplete="off"': 'type="checkbox" id="__search"',
    # One of several <aside>, and without a name (html-validate: unique-landmark).
    '<aside class="md-banner">': '<aside class="md-banner" lang="en" aria-label="In danger">',
}


def mended(html: str) -> str:
    """Returns a page of the theme with its faults mended. Raises ValueError if one is not there: the theme changed."""
    for fault, instead in MENDED.items():
        if fault not in html:
            raise ValueError(f"overrides/main.html: the theme no longer has '{fault}'; see macros/pages/frame.py")
        html = html.replace(fault, instead)
    return html


def of_site(plan: Plan) -> dict[str, Any]:
    """Returns what is the same on every page."""
    site, original = plan.records.site, plan.records.decree.original
    source = plan.records.sources[original.source] if original else None
    decree = plan.records.decree
    return {
        "order": {"number": decree.id_local, "date": day(decree.date_document), "plan": decree.annex.title},
        "updated": day(plan.records.updated),
        "policy": policy(in_page=True),
        "standing": standing(plan),
        "notice": site.notice,
        "original": {"address": source.address, "language": source.language, "title": source.title} if source else None,
        "independence": site.independence,
        "leave_to": site.leave_to,
        "help": [{"words": help_, "address": address(plan, help_)} for help_ in plan.records.help.values()],
    }


def of_page(plan: Plan, page: About, source: str, leaf: Leaf | None, site_url: str, repository: str) -> dict[str, Any]:
    """Returns what machines can fetch instead of a page, what it is about, and where to mend it or report a problem.

    `source` is the file of the page in docs/, if a person wrote it; if not, `leaf` is what it is made from.
    """
    name = Markup(page.title).striptags()  # noqa: S704 - titles are HTML
    return {
        "name": name,
        "linked": script(plan, page, [download.file for download in plan.records.downloads], site_url),
        "twin": twin(page.address, page.subject),
        "feed": feed(page.subject),
        "edit": f"{repository}/edit/main/" + (f"{leaf.place.file}#L{leaf.place.line}" if leaf else f"docs/{source}"),
        "problem": problem(repository, site_url + page.address, name, page.subject),
        "changed": {"date": on.isoformat(), "words": day(on)} if leaf and (on := changed(plan, page.address)) else None,
    }
