"""A value in the data can never run, become markup, or make a link: tried in every text of every kind."""

import hashlib
import re
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic.fields import FieldInfo

from macros import proof
from macros.checks import load
from macros.editorial import Erratum, Source
from macros.evidence import Act, Claim, Fact, Figure, Named, Report
from macros.explain import record_in
from macros.fields import one_line
from macros.load import LISTS, SINGLE, YEARS, tables
from macros.models import Agency, Period, PrintedCells, Recommendation
from macros.plan import Plan
from macros.record import Record
from macros.search import index

from .conftest import ROOT, build
from .html import Document, parse

ATTACK = (
    "{{ 7177*1913 }} {% raw %} {# x #} <script>steal()</script> </title><script>steal()</script> "
    "<img src=x onerror=steal()> \"><svg onload=steal()> '><b>bold</b> <style>*{display:none}</style> "
    "<a href=https://evil.invalid>a</a> [a](https://evil.invalid) [b](javascript:steal()) "
    "![c](https://evil.invalid/c.png) <https://evil.invalid> https://evil.invalid javascript:steal() "
    "**d** __e__ `f` ~~g~~ | h | i | &lt;script&gt; &#60;b&#62; <!-- j --> {: onclick=steal() } [^1] [[k]] "
    ":smile: $(l) ${m} \\n \\* <base href=//evil.invalid> <meta http-equiv=refresh> -- "
)
BRIEF = "{{ 7177*1913 }} <b onclick=steal()>[a](https://evil.invalid)</b> "  # where a file would grow beyond its limit
UNTOUCHED = {"connectors", "involving", "items"}  # words that the program looks for, and numbers as printed


def is_free_text(field: FieldInfo) -> bool:
    """Tells whether a field takes any text: its type ends in the validator that joins lines."""
    annotation = [field.annotation, *get_args(field.annotation)]
    marks = [*field.metadata, *(mark for part in annotation for mark in getattr(part, "__metadata__", ()))]
    return any(getattr(mark, "func", None) is one_line for mark in marks)


def poisoned(  # noqa: C901 - one case for each kind of text
    value: Any, model: type[Record], names: list[str]
) -> Any:
    """Returns a record with the attack before every free text in it, and before every name of a body inside."""
    result: dict[str, Any] = {}
    for key, part in value.items():
        field = next(f for name, f in model.model_fields.items() if (f.alias or name) == key)
        inner = record_in(field.annotation)
        parts = part if isinstance(part, list) else [part]
        if key in UNTOUCHED:
            new = parts
        elif inner:
            new = [poisoned(item, inner, names) for item in parts]
        elif model is PrintedCells and key == "executors":
            new = [with_poisoned_names(item, names) for item in parts]
        elif key == "spellings" or (model is Agency and key == "name"):
            new = [ATTACK + item for item in parts]
        elif model in {Fact, Act} and key == "quote":
            new = [" ".join([ATTACK, item, *printed_in(value)]) for item in parts]
        elif model in {Act, Figure, Named} and key in QUOTED:
            new = [ATTACK + item for item in parts]
        elif model is Figure and is_free_text(field):
            new = [BRIEF + item for item in parts]
        elif (key in {"label", "period"} and model in {Period, PrintedCells}) or (model is Claim and key in WORDS):
            # The only digits of a label are its years, and a claim has none.
            new = [re.sub(r"\d", "", ATTACK) + item for item in parts]
        elif model is Recommendation and key == "text":
            new = [with_poisoned_names(item, names) for item in parts]  # a Note begins with a name
        elif is_free_text(field):
            new = [ATTACK + with_poisoned_names(item, names) for item in parts]
        else:
            new = parts
        result[key] = new if isinstance(part, list) else new[0]
    return result


QUOTED = {"printed", "items", "kind", "number", "title"}  # what must stand in the quote of its fact
WORDS = {"question", "text", "unsettled"}


def printed_in(fact: dict[str, Any]) -> list[str]:
    """Returns what the quote of a poisoned fact must print besides: the poisoned names, items and titles."""
    records = [fact, *fact.get("values", []), *fact.get("bodies", []), fact.get("issuer", {})]
    values = [record[key] for record in records for key in QUOTED if key in record]
    return [ATTACK + item for value in values for item in (value if isinstance(value, list) else [value])]


def with_poisoned_names(cell: str, spellings: list[str]) -> str:
    """Returns the cell with the attack before each name, as agencies.yml now spells it."""
    marks = {}
    for n, name in enumerate(sorted(spellings, key=len, reverse=True)):
        start = cell.casefold().find(name.casefold())
        if start >= 0:
            marks[f"\x00{n}\x00"] = cell[start : start + len(name)]
            cell = cell[:start] + f"\x00{n}\x00" + cell[start + len(name) :]
    for mark, name in marks.items():
        cell = cell.replace(mark, ATTACK + name)
    return cell


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the attack in every free text: the names in the cells and the source copy follow."""
    root = tmp_path_factory.mktemp("hostile") / "project"
    for name in ("data", "docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    folder = root / "data"
    names = [name for agency in raw(folder / "agencies.yml") for name in agency["spellings"]]
    for name, model in (LISTS | SINGLE).items():
        path = folder / f"{name}.yml"
        value = raw(path)
        new = [poisoned(row, model, names) for row in value] if name in LISTS else poisoned(value, model, names)
        path.write_text(yaml.safe_dump(new, allow_unicode=True), encoding="utf-8")
    report = folder / "reports" / "2014.yml"
    value = poisoned(raw(report), Report, names)
    odd = " ".join(erratum["quote"] for erratum in value["errata"])
    value["facts"].append({"id": "odd", "label": "Odd places", "quote": odd, "category": "setting"})
    report.write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
    print_anew(folder)
    return root


def raw(path: Path) -> Any:
    """Returns what a file of our own data says, as text."""
    return yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but text


def print_anew(folder: Path) -> None:
    """Writes the source copies that the poisoned records would be proven against, with their sums."""
    sources = folder / "sources.yml"
    value = raw(sources)
    footer = value[0]["footer"] = " ".join([value[0]["footer"], *(row["quote"] for row in raw(folder / "errata.yml"))])
    sources.write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
    found = tables(folder)
    assert not found.faults
    plan = Plan(found)
    pieces = proof.pieces(plan.decree, plan.sections, plan.in_group, plan.recommendations)
    text = "\n".join(" ".join(piece.words) for piece in pieces) + f"\n{one_line(footer)}\n"
    write_copy(folder, plan.source, text, sources)
    for report in plan.reports.values():
        text = "\n".join(fact.quote for fact in report.all_facts)
        write_copy(folder, report.source, text, folder / "reports" / f"{report.year}.yml")


def write_copy(folder: Path, source: Source, text: str, file: Path) -> None:
    """Writes the copy of a source, and its new sum into the file that holds its record."""
    (folder / "sources" / str(source.file)).write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    file.write_text(file.read_text(encoding="utf-8").replace(str(source.sha256), digest), encoding="utf-8")


@pytest.fixture(scope="session")
def hostile_pages(hostile: Path) -> dict[str, Document]:
    result = build(hostile / "site", hostile)
    assert result.returncode == 0, result.stderr
    site = hostile / "site"
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): parse(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_the_attack_stands_in_every_free_text_of_every_kind(hostile: Path) -> None:
    """Else the other tests would prove nothing."""
    for name in LISTS | SINGLE:
        assert "steal()" in (hostile / "data" / f"{name}.yml").read_text(encoding="utf-8")
    for name in YEARS:
        assert "steal()" in (hostile / "data" / name / "2014.yml").read_text(encoding="utf-8")
    assert is_free_text(Fact.model_fields["quote"])
    assert is_free_text(Erratum.model_fields["oddity"])
    assert is_free_text(Source.model_fields["title"])
    assert not is_free_text(Source.model_fields["id"])


def test_no_page_gains_an_element_that_can_run_or_load(
    hostile_pages: dict[str, Document], pages: dict[str, Document]
) -> None:
    assert set(hostile_pages) == set(pages)
    risky = ("script", "style", "img", "svg", "iframe", "object", "base", "meta", "link", "b", "code", "table")
    for here, page in hostile_pages.items():
        for tag in risky:
            assert len(page.all(tag)) == len(pages[here].all(tag)), (here, tag)


def test_no_attribute_runs_and_no_link_leaves(hostile_pages: dict[str, Document]) -> None:
    for here, page in hostile_pages.items():
        for element in page.elements:
            for key, value in element.attributes.items():
                assert not key.startswith("on"), here
                if key in {"href", "src", "action", "content"}:
                    assert not value.strip().lower().startswith("javascript:"), here
                if key in {"href", "src"}:
                    form = "https://example.org/repository/issues/new?"  # its fields may quote the attack, escaped
                    assert value.startswith(form) or "evil.invalid" not in value, here


def test_no_template_runs(hostile_pages: dict[str, Document]) -> None:
    for here, page in hostile_pages.items():
        assert str(7 * 191) not in page.one("html").text, here


def test_the_text_is_shown_exactly_as_typed(hostile: Path, hostile_pages: dict[str, Document]) -> None:
    plan = load(hostile / "data")
    body, activity, paragraph = plan.agencies["mia"], plan.activities["13.2.1"], plan.paragraphs["4.3"]
    for text in (body.name, activity.text, paragraph.text, plan.site.name):
        assert text.startswith(ATTACK.strip())
    assert hostile_pages["agencies/mia/"].one("h1").text == body.name
    assert hostile_pages["agencies/mia/"].one("title").text == f"{body.name} - {plan.site.name}"
    assert body.name in hostile_pages["agencies/mia/"].meta("description")
    assert activity.text in hostile_pages["activities/13.2.1/"].article
    assert activity.text in hostile_pages["groups/13.2/"].article
    assert paragraph.text in hostile_pages["sections/4/"].article
    assert hostile_pages[""].one("h1").text == plan.site.headline
    assert hostile_pages["404.html"].meta("description") == plan.site.description


def test_the_search_index_is_text_that_the_script_never_makes_markup(hostile: Path, built: Path) -> None:
    """The index holds the attack as it was typed; search.js prints it with textContent alone."""
    plan = load(hostile / "data")
    script = (ROOT / "docs" / "assets" / "search.js").read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)
    assert (built / "search" / "index.json").is_file()
    titles = {entry["title"] for entry in index(plan)}
    assert plan.agencies["mia"].name in titles
