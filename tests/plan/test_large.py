"""A plan of four times the size: every rule holds, and no list is too long for a page."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.grow import grow
from macros.catalogue.addresses import address
from macros.catalogue.leaves import leaves
from macros.exports.shelf import Shelf
from macros.plan.plan import Plan
from macros.plan.runs import FEW, MANY, runs
from macros.publish.audit import audit, open_site
from macros.records.kinds.activity import Activity
from macros.records.kinds.section import Group

from ..support.html import Document, parse
from ..support.project import DATA, ROOT

TIMES = 4
LISTS = ("find", "matrix", "timeline", "activities")


@dataclass
class Large:
    """A large plan, and the site that was built from it."""

    plan: Plan
    site: Path

    def page(self, address: str) -> Document:
        return parse((self.site / address / "index.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Large:
    folder = tmp_path_factory.mktemp("large")
    plan = grow(TIMES, folder / "data", DATA)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder / "site")]
    environment = os.environ | {"DATA": str(folder / "data"), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return Large(plan, folder / "site")


def linked(document: Document) -> list[str]:
    return [element.attributes.get("href", "") for element in document.all("a")]


def test_a_grown_plan_has_four_times_the_records(large: Large, plan: Plan) -> None:
    for kind in ("activities", "agencies", "groups", "recommendations"):
        assert len(getattr(large.plan.records, kind)) == TIMES * len(getattr(plan.records, kind))
    assert len(large.plan.records.sections) == TIMES * (len(plan.records.sections) - 1) + 1  # one table for all


def test_it_keeps_every_address_of_the_plan(large: Large, plan: Plan) -> None:
    assert {leaf.address for leaf in leaves(plan)} <= {leaf.address for leaf in leaves(large.plan)}


def test_the_audit_finds_nothing_on_its_pages(large: Large) -> None:
    assert audit(open_site(large.site, "http://127.0.0.1:8000/")) == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_all_activities_is_in_pages_by_section(large: Large, name: str) -> None:
    first = large.page(name)
    assert [link for link in linked(first) if "from-" in link] == [
        f"../{name}/{run.id}/" for run in large.plan.table.runs
    ]
    found = []
    for run in large.plan.table.runs:
        heading = large.page(f"{name}/{run.id}").one("h1").text
        assert heading.endswith(run.name.lower())
        found += [activity.number for activity in run.activities]
        if name != "matrix":
            links = linked(large.page(f"{name}/{run.id}"))
            shown = [number for number in large.plan.records.activities if f"../../activities/{number}/" in links]
            assert shown == [activity.number for activity in run.activities]
    assert found == list(large.plan.records.activities)


def test_each_number_of_the_matrix_leads_to_the_page_that_has_its_rows(large: Large) -> None:
    number = 0
    for run in large.plan.table.runs:
        for link in linked(large.page(f"matrix/{run.id}")):
            if "find/" in link and "?" in link:
                parts, asked = urlsplit(link), parse_qs(urlsplit(link).query)
                (place,) = [
                    r for r in large.plan.table.runs if asked["group"][0] in {group.number for group in r.groups}
                ]
                assert parts.path == f"../../find/{place.id}/"
                number += 1
    assert number > len(large.plan.records.agencies)


def test_a_body_is_in_the_matrix_where_it_has_a_duty_and_nowhere_else(large: Large) -> None:
    for run in large.plan.table.runs:
        named = {address(large.plan, duty.agency) for a in run.activities for duty in large.plan.duties.on(a)}
        rows = large.page(f"matrix/{run.id}").all("th", scope="row")
        assert len(rows) == len(named)


def test_the_list_of_a_year_is_in_pages_too_and_a_short_one_of_a_topic_is_not(large: Large) -> None:
    year = next(iter(large.plan.deadlines.years.values()))
    first = large.page(address(large.plan, year))
    found = [link for link in linked(first) if "from-" in link]
    assert len(found) == len(runs(large.plan.records.groups.values(), year.all)) > 1
    assert not first.all("ul", class_="items")
    shown = [a for link in found for a in large.page(link.removeprefix("../../")).all("a", class_="item__number")]
    assert len(shown) == len(year.all)
    short = min(large.plan.records.topics.values(), key=lambda topic: len(large.plan.table.on_topic(topic)))
    page = large.page(address(large.plan, short))
    assert len(page.all("a", class_="item__number")) == len(large.plan.table.on_topic(short)) <= MANY


GROUPS = [Group(number=str(n), heading="H", section=str(n + 2)) for n in range(1, 9)]


def activity(group: str, number: int) -> Activity:
    return Activity.model_construct(number=f"{group}.{number}", group=group)


@given(st.lists(st.integers(0, 2 * MANY), min_size=len(GROUPS), max_size=len(GROUPS)))
def test_a_run_is_whole_groups_and_too_long_only_if_one_group_is(sizes: Sequence[int]) -> None:
    activities = [activity(g.number, n) for g, size in zip(GROUPS, sizes, strict=True) for n in range(size)]
    found = runs(GROUPS, activities)
    if len(activities) <= MANY:
        assert found == []
        return
    assert [one for run in found for one in run.activities] == activities
    assert len({run.id for run in found}) == len(found)
    for run in found:
        assert len(run.activities) <= FEW or sum(1 for g in run.groups if sizes[int(g.number) - 1]) == 1


def test_files_that_do_not_fit_in_memory_are_kept_on_disk() -> None:
    shelf = Shelf()
    shelf.room = 10
    shelf.add("a", b"12345678")
    shelf.add("b", b"on disk")
    shelf.add("c", b"")
    assert dict(shelf) == {"a": b"12345678", "b": b"on disk", "c": b""}
    assert isinstance(shelf.files["b"], Path)
    with pytest.raises(ValueError, match="two exporters write b"):
        shelf.add("b", b"")
