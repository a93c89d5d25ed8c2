"""The names that Akoma Ntoso gives to documents and to their parts.

The rules are those of the Akoma Ntoso Naming Convention 1.0, an OASIS standard
(https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/os/akn-nc-v1.0-os.html): IRIs of documents in its section 4,
eIds in its section 5.
"""

from collections import Counter
from xml.etree.ElementTree import Element

from ...plan.plan import Plan
from ...records.kinds.decree import Decree
from ...records.kinds.recommendation import Recommendation
from ...records.kinds.section import Paragraph, Section

MAIN, ANNEX = "main", "annex_1"  # the components of the document

# ISO 639-1 to ISO 639-2, which Akoma Ntoso asks for; "und" is the word of ISO 639-2 for a language that is not told.
LANGUAGES = dict(
    ar="ara", az="aze", de="deu", en="eng", es="spa", fr="fra", ka="kat", ru="rus", tr="tur", uk="ukr", zh="zho"
)
UNKNOWN = "und"

# The elements that get an eId, and what the convention calls them there. The rest stand once in what holds them, and
# are found from there.
REFERENCES = {
    "attachment": "att",
    "conclusions": "conclusions",
    "hcontainer": "hcontainer",
    "level": "level",
    "organization": "organization",
    "paragraph": "para",
    "point": "point",
    "preamble": "preamble",
    "recital": "rec",
    "recitals": "recs",
    "ref": "ref",
    "role": "role",
    "rref": "rref",
    "section": "sec",
    "table": "table",
    "tr": "tr",
}
# They stand once, so they have no number, and only begin the eIds of what is in them: an eId without an underscore
# could be the id of a body.
ONCE = {"conclusions", "preamble"}


def language(decree: Decree) -> str:
    """Returns the language of the text in three letters."""
    return LANGUAGES.get(decree.language, UNKNOWN)


def work(decree: Decree) -> str:
    """Returns the IRI of the order in any language: /akn/xx/act/order/2030-12-31/12."""
    return f"/akn/{decree.country}/act/{decree.type_document}/{decree.date_document.isoformat()}/{decree.id_local}"


def expression(decree: Decree) -> str:
    """Returns the IRI of the order in the language of our text: /akn/xx/act/order/2030-12-31/12/eng."""
    return f"{work(decree)}/{language(decree)}"


def ontology(decree: Decree, kind: str, name: str) -> str:
    """Returns the IRI of what is no document: a body (`organization`), a `role` or a `concept`."""
    return f"/ontology/{kind}/{decree.country}/{name}"


def step(reference: str, number: str | int) -> str:
    """Returns one step of an eId: "para_4-3" for paragraph 4.3."""
    return f"{reference}_{str(number).replace('.', '-')}"


def section_id(section: Section) -> str:
    return f"att_1__{step('sec', section.number)}"


def paragraph_id(plan: Plan, paragraph: Paragraph) -> str:
    return f"{section_id(plan.table.section_of(paragraph))}__{step('para', paragraph.number)}"


def row_id(plan: Plan, number: str) -> str:
    """Returns the eId of the row of an activity or a group. The table stands after the recitals, if there are any."""
    section = plan.table.section
    table = step("hcontainer", len(section.recitals) + 1)
    return f"{section_id(section)}__{table}__table_1__{step('tr', number)}"


def note_id(plan: Plan, note: Recommendation) -> str:
    section = plan.table.section
    return f"{section_id(section)}__{step('hcontainer', len(section.recitals) + 2)}__{step('para', note.number)}"


def identify(element: Element, prefix: str = "", counted: Counter[str] | None = None) -> None:
    """Gives the parts of a document their eIds, and takes away their mark `number`, which is no attribute of AKN.

    Each eId begins with that of the next part around it. The number is the one that we mark: the true number, also
    where the source prints another or prints it in the first cell of a row. What has no number is counted.
    """
    counted = Counter() if counted is None else counted
    for child in element:
        reference = REFERENCES.get(child.tag)
        number = child.attrib.pop("number", None)
        if child.tag == "meta":  # brings its own
            continue
        if reference is None or (child.tag == "tr" and not number):  # the head of the table has no number
            identify(child, prefix, counted)
            continue
        counted[reference] += 1
        name = reference if child.tag in ONCE else step(reference, number or counted[reference])
        eid = f"{prefix}__{name}" if prefix else name
        if child.tag not in ONCE:
            child.set("eId", eid)
        identify(child, eid)
