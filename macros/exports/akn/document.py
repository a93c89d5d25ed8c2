"""The order and the plan as one document of Akoma Ntoso 3.0, the XML of parliaments and law reporters."""

from xml.etree.ElementTree import Element, tostring

from ...plan.plan import Plan
from ...proof.alignment import printed_number
from ...records.kinds.decree import Decree
from ...records.kinds.section import Paragraph, Point, Section
from .. import Files
from .meta import AUTHOR, annex_meta, main_meta
from .names import expression, identify
from .table import table_parts
from .xml import make, spread

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def files(plan: Plan, site_url: str) -> Files:
    """Yields the document under its own name: akn/xx/act/order/2030-12-31/12/eng.xml."""
    yield f"{expression(plan.records.decree)}.xml".lstrip("/"), document(plan, site_url)


def document(plan: Plan, site_url: str) -> bytes:
    """Returns the document: the order is an act, and the plan is attached to it."""
    root = make("akomaNtoso", act(plan, site_url), xmlns=NAMESPACE)
    identify(root)
    spread(root)
    content: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"


def act(plan: Plan, site_url: str) -> Element:
    """Returns the order in printed order: heading and title, the reasons, the points, the signature, the plan."""
    decree = plan.records.decree
    return make(
        "act",
        main_meta(plan, site_url),
        preface("heading", decree.heading, decree.title),
        make("preamble", make("recitals", make("recital", make("p", decree.preamble)))),
        make("body", *(provision("point", point) for point in decree.points)),
        conclusions(decree),
        make("attachments", make("attachment", annex(plan))),
        name=decree.type_document,
    )


def preface(name: str, line: str, title: str) -> Element:
    """Returns what stands before a text: a line of this name, and the title."""
    return make("preface", make("block", line, name=name), make("longTitle", make("p", make("docTitle", title))))


def conclusions(decree: Decree) -> Element:
    """Returns what stands under the order: who signed it, where, when, and its number."""
    printed = decree.as_printed
    return make(
        "conclusions",
        make("p", make("signature", decree.signatory)),
        make("p", make("role", decree.passed_by, refersTo=f"#{AUTHOR}")),
        make("p", make("docDate", printed.place_and_date, date=decree.date_document.isoformat())),
        make("p", make("docNumber", printed.number)),
    )


def annex(plan: Plan) -> Element:
    """Returns the plan, a document of its own inside that of the order."""
    head = plan.records.decree.annex
    body = make("mainBody", *(section_of(plan, section) for section in plan.records.sections.values()))
    return make("doc", annex_meta(plan), preface("approval", head.approval, head.title), body, name="annex")


def section_of(plan: Plan, section: Section) -> Element:
    """Returns a section. Its eId has the true number; `num` has what the source prints."""
    parts = [
        *(make("hcontainer", text_of(recital), name="recital") for recital in section.recitals),
        *(paragraph_of(paragraph) for paragraph in section.paragraphs),
        *(make("level", text_of(text)) for text in [section.text] if text),
        *table_parts(plan, section),
    ]
    if section.text and len(parts) == 1:  # nothing but a text: it needs no level of its own
        parts = [text_of(section.text)]
    printed = printed_number(section)
    head = [make("num", printed), make("heading", section.heading)]
    if section.subheading:
        head.append(make("subheading", section.subheading))
    return make("section", *head, *parts, number=section.number)


def paragraph_of(paragraph: Paragraph) -> Element:
    """Returns a paragraph. If it has points, its own text introduces them."""
    if not paragraph.points:
        return provision("paragraph", paragraph)
    intro = make("intro", make("p", paragraph.text))
    points = (provision("point", point) for point in paragraph.points)
    num = make("num", printed_number(paragraph))
    return make("paragraph", num, intro, *points, number=paragraph.number)


def provision(tag: str, record: Paragraph | Point) -> Element:
    """Returns a number as printed, and the text under it."""
    num = make("num", printed_number(record))
    return make(tag, num, text_of(record.text), number=record.number)


def text_of(text: str) -> Element:
    return make("content", make("p", text))
