"""Every record has its page or anchor, every page is whole, and every link leads somewhere."""

import itertools
import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from macros.catalogue.addresses import Addressed, address
from macros.catalogue.leaves import leaves
from macros.plan.plan import Plan

from ..support.differing import difference
from ..support.handwritten import HAND_WRITTEN
from ..support.html import Document, Element
from ..support.project import DATA, ROOT, build


def test_the_strict_build_warns_of_nothing(finished: "subprocess.CompletedProcess[str]") -> None:
    assert finished.returncode == 0
    assert "WARNING" not in finished.stderr
    assert "ERROR" not in finished.stderr


def test_each_record_has_a_page(plan: Plan, pages: dict[str, Document]) -> None:
    assert set(pages) == {leaf.address for leaf in leaves(plan)} | HAND_WRITTEN | {"404.html"}
    about_reports = 1 + 2 * len(plan.records.reports)
    tables = 13 + 9 + 60 + 3 * len(plan.records.agencies) + 5 + len(plan.records.help)
    assert len(list(leaves(plan))) == tables + len(plan.records.topics) + len(plan.deadlines.years) + about_reports + 2


def test_each_paragraph_point_and_note_has_an_anchor_and_a_link_to_copy(plan: Plan, pages: dict[str, Document]) -> None:
    parts: list[Addressed] = [
        *plan.records.paragraphs.values(),
        *plan.records.recommendations.values(),
        *plan.records.decree.points,
    ]
    for paragraph in plan.records.paragraphs.values():
        parts += paragraph.points
    targets = [address(plan, part) for part in parts]
    assert len(targets) == 59 + 5 + 3
    for target in targets:
        page, _, anchor = target.partition("#")
        assert pages[page].ids.count(anchor) == 1
        assert [a.attributes["href"] for a in pages[page].all("a", class_="permalink")].count(f"#{anchor}") == 1


def test_the_whole_text_stands_on_the_pages(plan: Plan, pages: dict[str, Document]) -> None:
    for section in plan.records.sections.values():
        article = pages[address(plan, section)].article
        parts = [paragraph.text for paragraph in section.paragraphs]
        parts += [point.text for paragraph in section.paragraphs for point in paragraph.points]
        for text in [section.heading, section.text or "", section.subheading or "", *section.recitals, *parts]:
            assert text in article
    for activity in plan.records.activities.values():
        assert activity.text in pages[address(plan, activity)].article
        assert activity.text in pages[address(plan, plan.records.groups[activity.group])].article
    order = pages["order/"].article
    for text in (
        plan.records.decree.heading,
        plan.records.decree.title,
        plan.records.decree.preamble,
        plan.records.decree.annex.approval,
    ):
        assert text in order


def test_paragraphs_and_activities_are_linked_both_ways(plan: Plan, pages: dict[str, Document]) -> None:
    assert len(plan.concordance.all) > 50
    for answer in plan.concordance.all:
        there, back = address(plan, answer.activity), address(plan, answer.paragraph)
        assert leads(pages, back.partition("#")[0], there)
        assert leads(pages, there, back)


def test_bodies_and_activities_are_linked_both_ways(plan: Plan, pages: dict[str, Document]) -> None:
    for duty in plan.duties.all:
        assert leads(pages, address(plan, duty.activity), address(plan, duty.agency))
        assert leads(pages, address(plan, duty.agency), address(plan, duty.activity))


def leads(pages: dict[str, Document], source: str, target: str) -> bool:
    return any(urljoin(f"https://site/{source}", link) == f"https://site/{target}" for link in pages[source].links)


def test_every_link_and_every_file_is_there(built: Path, pages: dict[str, Document]) -> None:
    dead = []
    for here, page in pages.items():
        wanted = [e.attributes.get("href") or e.attributes.get("src") or "" for e in page.elements if e.tag in LOADS]
        for target in filter(None, [*page.links, *wanted]):
            base = "http://127.0.0.1:8000/"
            full = urlsplit(urljoin(base + here, target))
            if f"{full.scheme}://{full.netloc}/" != base:
                continue
            path = unquote(full.path).lstrip("/")
            known = pages.get(path)
            if known is None and not (built / path).is_file():
                dead.append((here, target))
            if known and full.fragment and full.fragment not in known.ids and not full.fragment.startswith("__"):
                dead.append((here, target))
    assert dead == []


LOADS = {"link", "script", "img"}


def test_no_page_asks_another_host_for_anything(pages: dict[str, Document]) -> None:
    for page in pages.values():
        for element in page.elements:
            if (
                element.tag in LOADS
                and element.attributes.get("rel") != "canonical"
                and "hreflang" not in element.attributes
            ):
                assert "//" not in element.attributes.get("src", "") + element.attributes.get("href", "")


def test_titles_descriptions_and_headings_are_right(pages: dict[str, Document]) -> None:
    titles = [page.one("title").text for page in pages.values()]
    assert len(set(titles)) == len(titles)
    descriptions = [page.meta("description") for page in pages.values()]
    assert len(set(descriptions)) == len(descriptions)
    for here, page in pages.items():
        assert len(page.all("h1")) == 1
        assert len(set(page.ids)) == len(page.ids), here
        assert 20 <= len(page.meta("description")) <= 300, here


def test_headings_go_down_one_step_at_a_time(pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        levels = [int(e.tag[1]) for e in page.elements if e.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        assert levels[0] == 1, here
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), here


def test_every_page_carries_the_standing_notice(plan: Plan, pages: dict[str, Document]) -> None:
    for here, page in pages.items():
        if here not in {
            "404.html",
            "help/",
            "help/az/",
            "help/ru/",
        }:  # these say in their language whose words they are
            assert plan.records.site.notice in page.article
            assert leads(pages, here, "about/#text")


def test_the_edit_link_opens_the_record_in_its_file(plan: Plan, pages: dict[str, Document]) -> None:
    rows = (DATA / "activities.yml").read_text(encoding="utf-8").split("\n")
    for number, activity in plan.records.activities.items():
        (link,) = pages[address(plan, activity)].all("a", class_="edit")
        target, _, line = link.attributes["href"].partition("#L")
        assert target == "https://example.org/repository/edit/main/data/activities.yml"
        assert rows[int(line) - 1] == f'- number: "{number}"'
    (link,) = pages["about/"].all("a", class_="edit")
    assert link.attributes["href"] == "https://example.org/repository/edit/main/docs/about/index.md"


def test_the_menu_holds_no_generated_page(pages: dict[str, Document]) -> None:
    for page in pages.values():
        assert 5 < len(tabs(page)) < 12


def test_a_generated_page_marks_where_it_stands_in_the_menu(pages: dict[str, Document]) -> None:
    for here, name in [
        ("activities/13.2.1/", "Activities"),
        ("agencies/mia/", "Agencies"),
        ("agencies/mia/letter/", "Agencies"),
        ("in/2016/", "Deadlines"),
        ("topics/children/", "Topics"),
        ("reports/2014/claims/", "Reports"),
        ("sources/order-667/", "About"),
        ("sections/4/", "Sections"),
        ("", "Home"),
        ("find/", "Find"),
    ]:
        assert [tab.text for tab in tabs(pages[here]) if "md-tabs__item--active" in tab.attributes["class"]] == [name]


def tabs(page: Document) -> list[Element]:
    """Returns the entries of the main menu."""
    return page.all("li", class_="md-tabs__item")


# a page, what stands above it, the pages before and after it
PLACES = [
    ("activities/13.2.3/", ["Home", "Activities", "13.2 Prevention"], ["Activity 13.2.2", "Activity 13.2.4"]),
    ("agencies/mia/letter/", ["Home", "Agencies", "Ministry of Internal Affairs"], None),
    ("groups/13.5/", ["Home", "Activities"], ["13.4 Rehabilitation and reintegration", "13.6 Protection of victims"]),
    ("sections/4/", ["Home", "Sections"], ["3 Legislation", "5 Criminal prosecution"]),
    ("in/2016/", ["Home", "Deadlines"], ["In 2015", "In 2017"]),
    ("topics/children/", ["Home", "Topics"], None),
    ("reports/2014/", ["Home", "Reports"], None),
    ("reports/2014/claims/", ["Home", "Reports", "Report on 2014"], None),
    ("sources/order-667/", ["Home", "About"], None),
    ("about/errata/", ["Home", "About"], ["Related documents", "What changed"]),
]


@pytest.mark.parametrize(("here", "above", "beside"), PLACES)
def test_a_page_says_where_it_stands(
    pages: dict[str, Document], here: str, above: list[str], beside: list[str] | None
) -> None:
    assert [step.text for step in pages[here].all("li", class_="md-path__item")] == above
    if beside:
        assert [link.text for link in pages[here].all("div", class_="md-ellipsis")] == beside


def test_the_search_index_names_every_record(plan: Plan, built: Path) -> None:
    entries = json.loads((built / "search" / "index.json").read_text(encoding="utf-8"))["entries"]
    found = {entry["address"] for entry in entries}
    tools = {"sheet.html", "letter.html", "source.html", "reports.html", "claims.html"}
    pages = {leaf.address for leaf in leaves(plan) if leaf.template not in tools}
    assert pages <= found
    assert {address(plan, paragraph) for paragraph in plan.records.paragraphs.values()} <= found
    for report in plan.records.reports.values():
        assert {address(plan, statement) for statement in plan.statements.of(report)} <= found
        assert {address(plan, outcome) for outcome in plan.claims.outcomes(report)} <= found
    assert len(found) == len(entries)


def test_the_cell_is_shown_as_printed_only_where_it_differs(pages: dict[str, Document]) -> None:
    assert "By involving the State Border Service" in pages["activities/13.9.2/"].article
    assert "2014 -2017" in pages["activities/13.4.4/"].article
    assert "State Security Service," in pages["activities/13.3.4/"].article
    assert "As printed in the table" not in pages["activities/13.2.1/"].article


def test_classes_of_bodies_are_labelled(plan: Plan, pages: dict[str, Document]) -> None:
    for agency in plan.records.agencies.values():
        assert ("a class of bodies" in pages[address(plan, agency)].article) == agency.collective


def test_later_names_are_shown_with_their_source(pages: dict[str, Document]) -> None:
    for here in ("about/", "agencies/sss/"):
        assert "14 December 2015" in pages[here].article
        assert "Press TV" in pages[here].article


def test_no_page_says_that_an_activity_was_done(plan: Plan, pages: dict[str, Document]) -> None:
    for activity in plan.records.activities.values():
        for word in ("Completed", "Implemented", "Status"):
            assert word not in pages[address(plan, activity)].article


def test_the_sources_can_be_fetched_unchanged(plan: Plan, built: Path) -> None:
    for source in plan.records.sources.values():
        if source.file:
            copy = (built / "sources" / source.file).read_bytes()
            assert difference(copy, (DATA / "sources" / source.file).read_bytes()) == ""


def test_a_page_by_hand_cannot_take_the_place_of_a_generated_one(project: Path) -> None:
    (project / "docs" / "agencies" / "mia.md").write_text("---\ndescription: My own page.\n---\n# Mine\n")
    result = build(project / "site", project)
    assert result.returncode == 1
    assert "docs/agencies/mia.md: this page is made from data/agencies.yml; remove the file" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_symbolic_link_among_the_pages_is_refused(project: Path) -> None:
    (project / "docs" / "leak.txt").symlink_to("/etc/hostname")
    result = build(project / "site", project)
    assert result.returncode == 1
    assert "docs/leak.txt: this is a symbolic link; put the file itself here" in result.stderr


# a template, what stands in it, the mistake, the message
BROKEN = [
    (
        "activity.html",
        "{{ activity.number }}",
        "{{ activity.numbr }}",
        "'macros.records.kinds.activity.Activity object' has no attribute 'numbr'",
    ),
    ("agency.html", "{% endfor %}", "{% endfr %}", "Encountered unknown tag 'endfr'."),
]


def test_a_fault_in_a_template_names_its_file_and_line(project: Path) -> None:
    expected = []
    for name, old, new, message in BROKEN:
        path = project / "macros" / "pages" / "templates" / name
        text = path.read_text(encoding="utf-8")
        expected.append(f"macros/pages/templates/{name}:{text[: text.index(old)].count(chr(10)) + 1}: {message}")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = build(project / "site", project)
    assert result.returncode == 1
    for start in expected:
        assert any(line.startswith(start) for line in result.stderr.split("\n")), (start, result.stderr)
    assert "Traceback" not in result.stderr


def test_the_pages_about_the_project_are_published(pages: dict[str, Document]) -> None:
    assert (ROOT / "docs" / "design.md").is_file()
    assert leads(pages, "about/", "design/")
