"""What an Akoma Ntoso document says of itself: names, dates, who is who, and the links that are ours.

No source says whether its text is official, so it claims neither; a note of ours says in words what is known. An eId of
ours has an underscore, except those of bodies, which are their ids; so none can be twice.
"""

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from ...catalogue.addresses import address
from ...catalogue.cite import EDITORS
from ...plan.plan import Plan
from .names import ANNEX, MAIN, expression, language, note_id, ontology, paragraph_id, row_id, work
from .xml import make

EDITOR, PUBLISHER, AUTHOR = "site_editor", "source_publisher", "order_author"


def main_meta(plan: Plan, site_url: str) -> Element:
    """Returns the metadata of the order; those of the plan that is attached to it lean on them."""
    links = [make("otherReferences", *found, source=f"#{EDITOR}") for found in (provisions(plan), noted(plan)) if found]
    return make(
        "meta",
        identification(plan, MAIN, plan.records.decree.title),
        *([make("analysis", *links, source=f"#{EDITOR}")] if links else []),
        make("references", *references(plan, site_url), source=f"#{EDITOR}"),
        make("notes", *notes(plan), source=f"#{EDITOR}"),
    )


def notes(plan: Plan) -> Iterator[Element]:
    """Yields what a reader must know of the text and of us."""
    for number, text in enumerate((plan.records.site.notice, plan.records.site.independence), 1):
        yield make("note", make("p", text), eId=f"note_{number}")


def annex_meta(plan: Plan) -> Element:
    """Returns the metadata of the plan, which is a component of the order."""
    return make("meta", identification(plan, ANNEX, plan.records.decree.annex.title))


def identification(plan: Plan, component: str, title: str) -> Element:
    """Returns the names and dates of a component as a work, as a text of it in one language, and as this file."""
    decree = plan.records.decree
    here, text = work(decree), expression(decree)
    return make(
        "identification",
        make(
            "FRBRWork",
            make("FRBRthis", value=f"{here}/!{component}"),
            make("FRBRuri", value=here),
            make("FRBRalias", value=title, name="title"),
            make("FRBRdate", date=decree.date_document.isoformat(), name="signed"),
            make("FRBRauthor", href=f"#{AUTHOR}"),
            make("FRBRcountry", value=decree.country),
            make("FRBRsubtype", value=decree.type_document),
            make("FRBRnumber", value=decree.id_local),
        ),
        make(
            "FRBRExpression",
            make("FRBRthis", value=f"{text}/!{component}"),
            make("FRBRuri", value=text),
            make("FRBRdate", date=earliest(plan).isoformat(), name="not-before"),
            make("FRBRauthor", href=f"#{PUBLISHER}"),
            make("FRBRlanguage", language=language(decree)),
        ),
        make(
            "FRBRManifestation",
            make("FRBRthis", value=f"{text}/!{component}.xml"),
            make("FRBRuri", value=f"{text}.xml"),
            make("FRBRdate", date=plan.records.updated.isoformat(), name="markup"),
            make("FRBRauthor", href=f"#{EDITOR}"),
            make("FRBRformat", value="application/akn+xml"),
        ),
        source=f"#{EDITOR}",
    )


def earliest(plan: Plan) -> date:
    """Returns the day before which our text was not made: nobody knows its day, but it prints names that have one."""
    printed = [
        n.from_ for body in plan.records.agencies.values() for n in body.names if n.from_ and n.text in body.spellings
    ]
    return max([plan.records.decree.date_document, *printed])


def provisions(plan: Plan) -> list[Element]:
    """Returns our links from each activity to the paragraphs that it corresponds to, with how near their words are.

    They are no references of the official text, so they stand here and not there.
    """
    return [
        make(
            "implicitReference",
            for_=f"#{row_id(plan, answer.activity.number)}",
            href=f"#{paragraph_id(plan, answer.paragraph)}",
            refersTo=f"#match_{answer.match.id}",
            showAs=answer.match.label,
        )
        for answer in plan.concordance.all
    ]


def noted(plan: Plan) -> list[Element]:
    """Returns a link from each activity to each Note that recommends a body for it, with the role and the body."""
    return [
        make(
            "implicitReference",
            for_=f"#{row_id(plan, duty.activity.number)}",
            href=f"#{note_id(plan, duty.recommendation)}",
            refersTo=f"#role_{duty.role.id} #{duty.agency.id}",
            showAs=duty.agency.name,
        )
        for duty in plan.duties.all
        if duty.recommendation
    ]


def references(plan: Plan, site_url: str) -> Iterator[Element]:
    """Yields the attached plan, and all whom the document names: us, the publisher, roles, matches, bodies."""
    decree, source = plan.records.decree, plan.records.source
    annex = f"{work(decree)}/!{ANNEX}"
    yield make("hasAttachment", eId="has_attachment_1", href=annex, showAs=decree.annex.title)
    page = f"{site_url}{address(plan, source)}"
    yield make("TLCOrganization", eId=EDITOR, href=site_url, showAs=f"{EDITORS}: {plan.records.site.title}")
    yield make("TLCOrganization", eId=PUBLISHER, href=page, showAs=source.publisher)
    author = ontology(decree, "role", f"author-of-{decree.type_document}-{decree.id_local}")
    yield make("TLCRole", eId=AUTHOR, href=author, showAs=decree.passed_by)
    for role in plan.records.roles.values():
        yield make("TLCRole", eId=f"role_{role.id}", href=ontology(decree, "role", role.id), showAs=role.label)
    for match in plan.records.matches.values():
        yield make(
            "TLCConcept", eId=f"match_{match.id}", href=ontology(decree, "concept", match.id), showAs=match.label
        )
    for body in plan.records.agencies.values():
        yield make("TLCOrganization", eId=body.id, href=ontology(decree, "organization", body.id), showAs=body.name)
