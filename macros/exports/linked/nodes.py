"""What each record is in the words of schema.org and ELI."""

from typing import Any

from ...catalogue.addresses import Addressed, address
from ...plan.plan import Plan
from ...records.kinds.activity import Activity
from ...records.kinds.agency import Agency
from ...records.kinds.report import Report
from ...records.kinds.section import Group, Paragraph, Section

Node = dict[str, Any]


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
