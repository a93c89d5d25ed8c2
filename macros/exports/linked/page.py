"""JSON-LD: what each page is about, in the words of schema.org and ELI, for search engines and catalogues."""

import json
from dataclasses import dataclass
from html import unescape
from typing import Any

from ...catalogue.addresses import Addressed, address
from ...catalogue.leaves import Subject
from ...plan.plan import Plan
from ...plan.runs import Run
from ...records.kinds.activity import Activity, Agency, Group, Paragraph, Section
from ...records.kinds.report import Report

CONTEXT = {"@vocab": "https://schema.org/", "eli": "http://data.europa.eu/eli/ontology#"}
Node = dict[str, Any]


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
        "inLanguage": plan.records.decree.language,
        "isPartOf": {"@type": "WebSite", "@id": f"{site_url}#site", "name": plan.records.site.name},
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


def node(plan: Plan, subject: Addressed, site_url: str) -> Node | None:
    """Returns what a record is in schema.org; None where it has no word for it."""
    match subject:
        case Activity():
            return part(plan, subject, f"Activity {subject.number}", site_url) | duties(plan, subject, site_url)
        case Group():
            return part(plan, subject, f"{subject.number} {subject.heading}", site_url)
        case Section():
            paragraphs = [part(plan, p, f"Paragraph {p.number}", site_url) for p in subject.paragraphs]
            whole = part(plan, subject, f"Section {subject.number}. {subject.heading}", site_url)
            return whole | ({"hasPart": paragraphs} if paragraphs else {})
        case Agency():
            return organization(plan, subject, site_url)
        case Report():
            author = {"@type": "Organization", "name": subject.source.publisher}
            return {
                "@type": "Report",
                "@id": identifier(plan, subject, site_url),
                "name": subject.source.title,
                "author": author,
                "temporalCoverage": str(subject.year),
                "inLanguage": subject.source.language,
            }
    return None


def identifier(plan: Plan, record: Addressed, site_url: str) -> str:
    """Returns the name of the thing itself, which is not the page about it."""
    target = address(plan, record)
    return site_url + (target if "#" in target else f"{target}#this")


def order(plan: Plan, site_url: str) -> Node:
    """Returns the order: https://schema.org/Legislation, and the properties of ELI that the order prints."""
    decree = plan.records.decree
    passed_by = {"@type": "GovernmentOrganization", "name": decree.passed_by}
    return {
        "@type": ["Legislation", "eli:LegalResource"],
        "@id": identifier(plan, decree, site_url),
        "name": decree.title,
        "legislationIdentifier": decree.id_local,
        "legislationType": decree.type_document,
        "legislationDate": decree.date_document.isoformat(),
        "legislationPassedBy": passed_by,
        "inLanguage": decree.language,
        "eli:id_local": decree.id_local,
        "eli:type_document": decree.type_document,
        "eli:date_document": decree.date_document.isoformat(),
        "eli:title": {"@value": decree.title, "@language": decree.language},
        "eli:passed_by": decree.passed_by,
    }


def part(plan: Plan, record: Activity | Group | Paragraph | Section, name: str, site_url: str) -> Node:
    """Returns a part of the plan as legislation that belongs to the order."""
    summary = getattr(record, "summary", None)
    return {
        "@type": ["Legislation", "eli:LegalResourceSubdivision"],
        "@id": identifier(plan, record, site_url),
        "name": name,
        "legislationIdentifier": record.number,
        "legislationDate": plan.records.decree.date_document.isoformat(),
        "isPartOf": {"@id": identifier(plan, plan.records.decree, site_url)},
        "inLanguage": plan.records.decree.language,
    } | ({"description": summary} if summary else {})


ROLES = {"executive": "legislationResponsible", "involved": "contributor", "recommended": "mentions"}


def duties(plan: Plan, activity: Activity, site_url: str) -> Node:
    """Returns the bodies of an activity, each role under a property of its own."""
    return {
        ROLES[role.id]: [organization(plan, duty.agency, site_url) for duty in found]
        for role, found in plan.duties.by_role(plan.duties.on(activity))
    }


def organization(plan: Plan, agency: Agency, site_url: str) -> Node:
    """Returns a body; its other names are those that the plan prints, not the words that people search by."""
    others = [name for name in agency.spellings if name != agency.name]
    return {
        "@type": plan.records.kinds[agency.kind].type,
        "@id": identifier(plan, agency, site_url),
        "name": agency.name,
        "url": site_url + address(plan, agency),
    } | ({"alternateName": others} if others else {})


def dataset(plan: Plan, page: About, downloads: list[str], site_url: str) -> Node:
    """Returns the data as https://schema.org/Dataset, with a download for each file of `downloads`."""
    return {
        "@type": "Dataset",
        "@id": f"{site_url}{page.address}#this",
        "name": plan.records.site.name,
        "description": plan.records.site.description,
        "license": plan.records.site.licence.address,
        "version": plan.records.updated.isoformat(),
        "dateModified": plan.records.updated.isoformat(),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": plan.records.site.name, "url": site_url},
        "distribution": [{"@type": "DataDownload", "contentUrl": site_url + file} for file in downloads],
    }
