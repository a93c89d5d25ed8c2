"""Another plan is another data folder: other numbers, quarters, terms without an end, other roles, and no report."""

import functools
import http.server
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.catalogue.addresses import address
from macros.catalogue.leaves import leaves
from macros.plan.plan import Plan
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.html import Document, parse
from ..support.project import ROOT
from ..support.quiet import Quiet
from ..support.second_plan import FOLDER
from ..support.states import search

# words of the first plan
FIRST = re.compile(r"13\.\d|2014|Azerbaijan(?!i\b)|traffick|\b667\b|Baku|hot line", re.IGNORECASE)


@pytest.fixture(scope="session")
def second() -> Plan:
    return load(FOLDER)


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("second")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)]
    environment = os.environ | {"DATA": str(FOLDER), "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, "WARNING" in result.stderr) == (0, False), result.stderr
    return target


@pytest.fixture(scope="session")
def second_pages(second_site: Path) -> dict[str, Document]:
    return {
        file.relative_to(second_site).as_posix().removesuffix("index.html"): parse(file.read_text(encoding="utf-8"))
        for file in sorted(second_site.rglob("*.html"))
    }


def test_every_record_has_its_page(second: Plan, second_pages: dict[str, Document]) -> None:
    assert {leaf.address for leaf in leaves(second)} <= set(second_pages)
    for number, activity in second.records.activities.items():
        assert activity.text in second_pages[f"activities/{number}/"].article


def test_other_numbers_are_kept_as_printed(second: Plan, second_pages: dict[str, Document]) -> None:
    assert list(second.records.sections) == ["I", "II"]
    assert address(second, second.records.paragraphs["I.2"]) == "sections/I/#I.2"
    assert {"I.1", "I.2", "a", "b"} <= set(second_pages["sections/I/"].ids)
    assert second.records.activities["1"].as_printed.number == "Measure 1"


@pytest.mark.parametrize(
    ("deadline", "name", "printed"),
    [
        ("2002-q3", "By the end of the third quarter of 2002", "III quarter of 2002"),
        ("2004", "By the end of 2004", "2003-2004"),
        ("from-2002", "From 2002 on, no end", "beginning from 2002"),
        ("regular", "Permanently, no date", "permanently"),
    ],
)
def test_each_term_has_a_deadline_in_words(
    second: Plan, second_pages: dict[str, Document], deadline: str, name: str, printed: str
) -> None:
    (activity,) = second.deadlines.due(second.deadlines.all[deadline])
    assert second.deadlines.all[deadline].name == name
    article = second_pages[f"activities/{activity.number}/"].article
    assert name in article
    assert printed.lower() in article.lower()


def test_a_year_knows_what_is_open_without_an_end(second: Plan, second_pages: dict[str, Document]) -> None:
    assert list(second.deadlines.years) == [2002, 2003, 2004]
    assert [a.number for a in second.deadlines.years[2002].ending] == ["1"]
    assert [a.number for a in second.deadlines.years[2004].open] == ["2"]
    assert "Measures that help fish" in second_pages["topics/fish/"].article


def test_a_calendar_ends_with_the_quarter(second_site: Path) -> None:
    text = (second_site / "calendars" / "plan.ics").read_text(encoding="utf-8")
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", text) == ["20020930", "20041231"]


def test_the_roles_have_the_names_of_this_plan(second_pages: dict[str, Document]) -> None:
    article = second_pages["activities/2/"].article
    assert "Responsible bodies Ministry of Water" in article.replace("bodiesMinistry", "bodies Ministry")
    assert "Partners" in article
    assert "Executive" not in article


def test_there_is_no_word_of_the_first_plan_on_any_page(second_site: Path) -> None:
    for file in sorted(second_site.rglob("*")):
        name = file.relative_to(second_site).as_posix()
        if file.suffix in {".html", ".json", ".txt", ".xml", ".csv", ".ics", ".atom"} and "contribute" not in name:
            drawn = re.sub(r"<svg.*?</svg>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)  # icons are numbers
            assert FIRST.findall(drawn) == [], name


def test_there_is_no_report_and_no_link_to_one(second_pages: dict[str, Document]) -> None:
    assert not any(here.startswith("reports/") for here in second_pages)
    for page in second_pages.values():
        assert not any("reports/" in link for link in page.links)


def test_every_link_of_the_second_site_leads_somewhere(second_site: Path, second_pages: dict[str, Document]) -> None:
    for here, page in second_pages.items():
        for link in page.links:
            path, _, anchor = link.partition("#")
            if "://" in link or link.startswith(("tel:", "/")) or "?" in link:
                continue
            target = (second_site / here / path).resolve() if here != "404.html" else second_site
            file = target / "index.html" if target.is_dir() else target
            assert file.is_file(), (here, link)
            if anchor and file.name == "index.html" and here != "404.html":
                known = second_pages[file.relative_to(second_site).as_posix().removesuffix("index.html")]
                assert anchor in known.ids, (here, link)


def test_the_exports_hold_the_second_plan(second: Plan, second_site: Path) -> None:
    whole = json.loads((second_site / "api/v1/plan.json").read_bytes())
    assert [found["id"] for found in whole["records"]["activities"]] == list(second.records.activities)
    assert (second_site / "akn/xx/act/decree/2002-03-05/17/eng.xml").is_file()
    assert "Measure 1" in (second_site / "plan.txt").read_text(encoding="utf-8")


def test_the_search_finds_a_measure(second_site: Path, browser: Browser) -> None:
    handler = functools.partial(Quiet, directory=str(second_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        search(page, "dirty water")
        page.locator(".md-search-result__link").first.wait_for()
        assert page.locator(".md-search-result__link").first.get_attribute("href").endswith("activities/2/")  # type: ignore[union-attr]
        page.close()
        server.shutdown()


def test_the_program_the_templates_and_the_pages_know_nothing_of_the_first_plan() -> None:
    files = [
        *(ROOT / "macros").rglob("*.py"),
        *(ROOT / "macros").rglob("*.html"),
        *(ROOT / "overrides").rglob("*.html"),
    ]
    files += [path for path in (ROOT / "docs").rglob("*") if path.suffix in {".md", ".js", ".css"}]
    assert len(files) > 100
    for file in files:
        assert FIRST.findall(file.read_text(encoding="utf-8")) == [], file


def test_a_quarter_that_the_label_does_not_print_is_told(tmp_path: Path) -> None:
    copy = DataCopy(tmp_path / "data", FOLDER)
    copy.edit("periods.yml", "start: 2002-Q3, end: 2002-Q3", "start: 2002-Q3, end: ¦2002-Q4")
    assert copy.faults() == copy.expected(["{0}: the label “III quarter of 2002” does not print the fourth quarter"])
