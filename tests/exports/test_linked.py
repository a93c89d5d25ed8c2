"""Each page says what it is about in the words of schema.org and ELI; an RDF parser reads it back."""

import re
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from macros.catalogue.addresses import address
from macros.plan.plan import Plan

from ..support.html import Document

SCHEMA = Namespace("https://schema.org/")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
SITE = "http://127.0.0.1:8000/"


@pytest.fixture(scope="session")
def graphs(built: Path) -> dict[str, Graph]:
    found = {}
    for file in sorted(built.rglob("index.html")):
        (script,) = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', file.read_text(encoding="utf-8"), re.DOTALL
        )
        here = file.relative_to(built).as_posix().removesuffix("index.html")
        found[here] = Graph().parse(data=script, format="json-ld")
    return found


def thing(target: str) -> URIRef:
    return URIRef(SITE + target + ("" if "#" in target else "#this"))


def test_every_page_has_a_name_a_description_and_a_way_from_the_start(
    graphs: dict[str, Graph], pages: dict[str, Document]
) -> None:
    for here, graph in graphs.items():
        page = URIRef(SITE + here)
        assert (page, RDF.type, SCHEMA.WebPage) in graph
        assert str(graph.value(page, SCHEMA.description)) == pages[here].meta("description")
        (crumbs,) = graph.subjects(RDF.type, SCHEMA.BreadcrumbList)
        steps = {str(graph.value(step, SCHEMA.item)) for step in graph.objects(crumbs, SCHEMA.itemListElement)}
        assert {SITE, SITE + here} <= steps
        for step in steps:
            assert step.removeprefix(SITE) in pages


def test_the_order_has_its_number_its_date_and_its_author(plan: Plan, graphs: dict[str, Graph]) -> None:
    graph, order = graphs["order/"], thing("order/")
    assert (order, RDF.type, ELI.LegalResource) in graph
    assert graph.value(order, SCHEMA.legislationIdentifier) == Literal("667")
    assert graph.value(order, SCHEMA.legislationDate) == Literal("2014-07-24")
    assert graph.value(order, ELI.id_local) == Literal("667")
    assert str(graph.value(order, ELI.title)) == plan.records.decree.title


def test_each_activity_names_its_bodies_each_role_apart(plan: Plan, graphs: dict[str, Graph]) -> None:
    properties = {
        "executive": SCHEMA.legislationResponsible,
        "involved": SCHEMA.contributor,
        "recommended": SCHEMA.mentions,
    }
    for number, activity in plan.records.activities.items():
        graph, this = graphs[f"activities/{number}/"], thing(address(plan, activity))
        assert graph.value(this, SCHEMA.legislationIdentifier) == Literal(number)
        assert graph.value(this, SCHEMA.isPartOf) == thing("order/")
        for role, name in properties.items():
            expected = {thing(address(plan, d.agency)) for d in plan.duties.by_activity[number] if d.role.id == role}
            assert set(graph.objects(this, name)) == expected


def test_each_body_is_an_organization_of_its_kind(plan: Plan, graphs: dict[str, Graph]) -> None:
    for id_, agency in plan.records.agencies.items():
        graph, this = graphs[f"agencies/{id_}/"], thing(address(plan, agency))
        assert graph.value(this, SCHEMA.name) == Literal(agency.name)
        assert graph.value(this, RDF.type) == SCHEMA[plan.records.kinds[agency.kind].type]


def test_each_section_has_its_paragraphs(plan: Plan, graphs: dict[str, Graph]) -> None:
    for number, section in plan.records.sections.items():
        parts = set(graphs[f"sections/{number}/"].objects(thing(address(plan, section)), SCHEMA.hasPart))
        assert parts == {thing(address(plan, paragraph)) for paragraph in section.paragraphs}


def test_the_data_is_a_dataset_with_its_downloads(plan: Plan, graphs: dict[str, Graph], built: Path) -> None:
    graph = graphs["data/"]
    (dataset,) = graph.subjects(RDF.type, SCHEMA.Dataset)
    found = {str(url).removeprefix(SITE) for url in graph.objects(None, SCHEMA.contentUrl)}
    assert found == {download.file for download in plan.records.downloads}
    assert all((built / file).is_file() for file in found)
    assert str(graph.value(dataset, SCHEMA.license)) == plan.records.site.licence.address


def test_no_page_gives_a_status(graphs: dict[str, Graph]) -> None:
    for graph in graphs.values():
        assert not any("status" in str(name).lower() or "LegalForce" in str(name) for name in graph.predicates())


def test_other_sites_get_a_picture_and_a_text_for_each_page(built: Path, pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        if here != "404.html":
            metas = {
                e.attributes["property"]: e.attributes["content"]
                for e in page.all("meta")
                if "property" in e.attributes
            }
            assert metas["og:url"] == SITE + here
            assert metas["og:description"] == page.meta("description")
            assert (built / metas["og:image"].removeprefix(SITE)).read_bytes()[:4] == b"\x89PNG"
