"""JSON-LD: what each page is about, in the words of schema.org and ELI, for search engines and catalogues."""

import json
from dataclasses import dataclass
from html import unescape

from ...catalogue.leaves import Subject
from ...plan.plan import Plan
from ...plan.runs import Run
from ...records.kinds.help import Help
from .nodes import Node, node, order

CONTEXT = {"@vocab": "https://schema.org/", "eli": "http://data.europa.eu/eli/ontology#"}


@dataclass(frozen=True)
class About:
    """What there is to say of a page: its address, title and description, what it is about, and the way to it."""

    address: str
    title: str
    description: str
    subject: Subject | None
    trail: list[tuple[str, str]]  # the name and the address of each page above it, from the start page on


def script(plan: Plan, page: About, downloads: list[str], site_url: str) -> str:
    """Returns the JSON-LD of a page as text that can stand inside a <script> element."""
    nodes = [web_page(plan, page, site_url), breadcrumbs(page, site_url)]
    if page.address in {"", "order/", "whole/"}:
        nodes.append(order(plan, site_url))
    if page.address == "data/":
        nodes.append(dataset(plan, page, downloads, site_url))
    if page.subject is not None and not isinstance(page.subject, Run | tuple):
        nodes += [found for found in [node(plan, page.subject, site_url)] if found]
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def web_page(plan: Plan, page: About, site_url: str) -> Node:
    return {
        "@type": "WebPage",
        "@id": site_url + page.address,
        "name": unescape(page.title),
        "description": unescape(page.description),
        "inLanguage": page.subject.id if isinstance(page.subject, Help) else plan.records.decree.language,
        "isPartOf": {"@type": "WebSite", "@id": f"{site_url}#site", "name": plan.records.site.title},
        "dateModified": plan.records.updated.isoformat(),
    }


def breadcrumbs(page: About, site_url: str) -> Node:
    """Returns the way from the start page to this one."""
    steps = [*page.trail, (page.title, page.address)] if page.address else page.trail
    items = [
        {"@type": "ListItem", "position": n, "name": unescape(name), "item": {"@id": site_url + target}}
        for n, (name, target) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def dataset(plan: Plan, page: About, downloads: list[str], site_url: str) -> Node:
    """Returns the data as https://schema.org/Dataset, with a download for each file of `downloads`."""
    return {
        "@type": "Dataset",
        "@id": f"{site_url}{page.address}#this",
        "name": plan.records.site.title,
        "description": plan.records.site.description,
        "license": plan.records.site.licence.address,
        "version": plan.records.updated.isoformat(),
        "dateModified": plan.records.updated.isoformat(),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": plan.records.site.title, "url": site_url},
        "distribution": [{"@type": "DataDownload", "contentUrl": site_url + file} for file in downloads],
    }
