"""A value in the data can never run, become markup, or make a link: tried in every text of every kind.

Two sites are built. In one, every free text begins with attacks, in the other with harmless letters of the same length.
Whatever a reader makes of any file must be the same in both, but for the words themselves.
"""

import csv
import functools
import hashlib
import http.server
import io
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

import feedparser
import icalendar
import openpyxl
import pytest
import vobject
from playwright.sync_api import Browser, Page, expect
from rdflib import Graph, URIRef

from macros.catalogue.named import by_kind
from macros.exports.feeds.feeds import MOST
from macros.exports.tables.shown import sample
from macros.pages.words.blocks import QUOTED
from macros.plan.plan import Plan
from macros.records.load import tables
from macros.records.record import Record
from macros.rules.checks import load

from ..support.attacks import ATTACKS, CORPUS
from ..support.hostile import poisoned
from ..support.mirror import Mirror, page, xml
from ..support.poison import fields, is_free_text, strings_of
from ..support.project import build
from ..support.quiet import Quiet
from ..support.states import search


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with attacks in every free text, and its site."""
    root = tmp_path_factory.mktemp("hostile")
    poisoned(root)
    return made(root)


@pytest.fixture(scope="session")
def tame(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project with harmless letters in their place, and its site."""
    root = tmp_path_factory.mktemp("tame")
    poisoned(root, tame=True)
    return made(root)


def made(root: Path) -> Path:
    kinds = [kind for kind, records in by_kind(load(root / "data")).items() if records]
    (root / "docs" / "guides" / "every-word.md").write_text(every_word(kinds), encoding="utf-8")
    result = build(root / "site", root)
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture(scope="session")
def mirror(tmp_path_factory: pytest.TempPathFactory) -> Mirror:
    return Mirror(poisoned(tmp_path_factory.mktemp("bundles")))


@pytest.fixture(scope="session")
def hostile_plan(hostile: Path) -> Plan:
    return load(hostile / "data")


def every_word(kinds: list[str]) -> str:
    """Returns a page that calls every word that prints a value, where a value could do harm in Markdown."""
    words = [f'{{{{ record("first", kind="{kind}") }}}}' for kind in kinds]
    words += [f'{{{{ quote("first", kind="{kind}") }}}}' for kind in QUOTED]
    words += [f'{{{{ figure("{id_}") }}}}' for id_ in ("victims", "hot-line-calls")]
    words += ["{{ duties() }}", "{{ timeline() }}", "{{ matrix() }}", '{{ order("title") }} {{ order("number") }}']
    words += [f'- in a list, {{{{ link("first", kind="{kind}") }}}} **and** on' for kind in kinds]
    words += [f'{{{{ site("{what}") }}}}' for what in ("name", "headline", "lead", "description", "notice")]
    return "\n\n".join(["---\ndescription: Every word, for a test of what the values do.\n---", "# Every word", *words])


def texts(folder: Path) -> dict[tuple[type[Record], str], list[str]]:
    """Returns all values of each free-text field of each kind of record."""
    found: dict[tuple[type[Record], str], list[str]] = {}
    for records in tables(folder).records.values():
        for part in (part for record in records for part in record.parts()):
            for key, field in fields(type(part)).items():
                value = getattr(part, key) if is_free_text(field) else None
                if value:
                    found.setdefault((type(part), key), []).extend(value if isinstance(value, list) else [value])
    return found


def test_the_corpus_has_more_than_sixty_strings_of_every_sort() -> None:
    assert len(set(CORPUS)) >= 100
    assert all(ATTACKS.values())


def test_every_attack_stands_in_every_free_text_of_every_kind(hostile: Path) -> None:
    """Each field of each kind has the whole corpus, spread over its values: no value grows beyond its limit.

    Where a rule refuses digits, an x stands for each; the words that join names may hold no space.
    """
    found = texts(hostile / "data")
    assert {key for model, _ in found for key in fields(model) if is_free_text(fields(model)[key])} == {
        key for _, key in found
    }
    for (model, key), values in found.items():
        for string in strings_of(model, key):
            wanted = f"{''.join(string.split())}…" if key == "connectors" else string
            assert any(wanted in value for value in values), (model, key, string)


def test_every_attack_stands_first_in_the_values_of_several_fields(hostile: Path) -> None:
    found = texts(hostile / "data")
    for string in CORPUS:
        first = {where for where, values in found.items() if any(value.startswith(string) for value in values)}
        assert len(first) >= 3, string


def dumped(folder: Path) -> dict[str, list[Any]]:
    return {
        name: [record.model_dump(mode="json") for record in records]
        for name, records in tables(folder).records.items()
        if name != "vocabulary"  # its connecting words differ: nothing prints them
    }


def test_the_plan_holds_every_value_exactly_as_typed(hostile: Path, tame: Path, mirror: Mirror) -> None:
    found, expected = dumped(hostile / "data"), dumped(tame / "data")
    for name in expected:
        assert mirror.same(found[name], expected[name]), name


def addresses(root: Path, *endings: str) -> list[str]:
    found = sorted(p.relative_to(root / "site").as_posix() for p in (root / "site").rglob("*") if p.is_file())
    return [name for name in found if name.endswith(endings)] if endings else found


def content(root: Path, name: str) -> bytes:
    return (root / "site" / name).read_bytes()


def test_both_sites_have_the_same_files(hostile: Path, tame: Path) -> None:
    assert addresses(hostile) == addresses(tame)
    assert "old/page/index.html" in addresses(hostile)  # a redirect
    assert len(addresses(hostile, ".html")) > 200


FREE = {"aria-label", "content", "data-period", "title"}  # attributes that hold words of the data


def in_order(node: Any) -> tuple[str, list[tuple[str, str]]]:
    return node[0], sorted(item for item in node[1].items() if item[0] not in FREE)


def same_page(mirror: Mirror, hostile: bytes, tame: bytes, name: str) -> Iterator[str]:
    """Yields what differs between two pages: elements, attributes, links, and every text, to the letter."""
    found, expected = page(hostile), page(tame)
    if name == "find/index.html":  # its bodies are sorted by name
        found, expected = (sorted(nodes, key=in_order) for nodes in (found, expected))
    if len(found) != len(expected):
        yield f"{name}: {len(found)} elements, not {len(expected)}"
    for a, b in zip(found, expected, strict=False):
        if name == "data/index.html" and b[0] in {"pre", "span"}:  # sizes and first lines: tried below
            a, b = (a[0], a[1], "", a[3]), (b[0], b[1], "", b[3])
        if name == "index.html" and b[1].get("class") == "md-skip":  # it leads to that heading
            a, b = (a[0], a[1] | {"href": ""}, *a[2:]), (b[0], b[1] | {"href": ""}, *b[2:])
        if name == "index.html" and b[0] == "h1":  # MkDocs makes its id from the heading, which is from the data
            assert re.fullmatch(r"[\w-]+", a[1]["id"])
            a, b = (a[0], {}, *a[2:]), (b[0], {}, *b[2:])
        if not mirror.same(a, b):
            yield f"{name}: {a} is not {b}"


def test_every_page_is_that_of_harmless_words_but_for_the_words(hostile: Path, tame: Path, mirror: Mirror) -> None:
    """So it has no other element, attribute or link; its titles, descriptions, citations and JSON-LD are exact."""
    for name in addresses(tame, ".html"):
        assert not list(same_page(mirror, content(hostile, name), content(tame, name), name))


def test_no_page_has_an_attribute_that_runs_or_a_result_of_a_template(hostile: Path) -> None:
    for name in addresses(hostile, ".html"):
        nodes = page(content(hostile, name))
        assert not [key for _, attributes, *_ in nodes for key in attributes if key.startswith("on")], name
        assert str(977 * 983).encode() not in content(hostile, name), name
        schemes = {urlsplit(a[key].strip()).scheme for _, a, *_ in nodes for key in ("href", "src") if key in a}
        assert schemes <= {"", "http", "https", "tel"}, name


def test_the_first_lines_that_a_page_shows_of_a_file_are_its_own(hostile: Path, hostile_plan: Plan) -> None:
    shown = [text for tag, _, text, _ in page(content(hostile, "data/index.html")) if tag == "pre"]
    lines = [sample(content(hostile, download.file)) for download in hostile_plan.records.downloads]
    assert shown[: len([*filter(None, lines)])] == [line for line in lines if line]


def as_json(content: bytes) -> Any:
    """Returns a JSON file without what must differ: the size and the sum of other files, and a name made of a title."""
    value = json.loads(content)
    for resource in value.get("resources", []) if isinstance(value, dict) else []:
        del resource["bytes"], resource["hash"], value["name"]
        value["name"] = ""
    return value


def rows(content: bytes) -> list[list[str]]:
    """Returns the cells of a CSV file. One apostrophe before a text is ours: it tells spreadsheets that it is text."""
    found = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    for cell in (cell for row in found for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")), cell  # noqa: RUF001 - a full-width sign
    return [[cell.removeprefix("'") for cell in row] for row in found]


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """Returns the values of a workbook, none of which is a formula or a link, or can become one when it is edited."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        assert cell.data_type != "f"
        assert cell.hyperlink is None
        assert cell.quotePrefix or not str(cell.value).startswith(("=", "+", "-", "@")) or cell.row == 1
    parts = ZipFile(io.BytesIO(content))
    assert not [name for name in parts.namelist() if "/worksheets/sheet" in name and b"<f" in parts.read(name)]
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def entries(content: bytes) -> list[Any]:
    """Returns the properties of a calendar, on which two readers agree."""
    found = icalendar.Calendar.from_ical(content)
    names = [name for name, _ in found.property_items()]
    (other,) = vobject.readComponents(content.decode())
    summaries = [event.summary.value for event in other.vevent_list]
    assert summaries == [str(event["summary"]) for event in found.walk("VEVENT")]
    details = [[str(event.get(key)) for key in ("summary", "description", "url")] for event in found.walk("VEVENT")]
    assert found["name"] == found["x-wr-calname"]
    return [names, other.x_wr_calname.value, details]


def words(content: bytes) -> str:
    return " ".join(content.decode().split())


READERS: dict[str, Callable[[bytes], Any]] = {
    ".json": as_json,
    ".csv": rows,
    ".xlsx": sheets,
    ".ics": entries,
    ".atom": xml,
    ".xml": xml,
    ".txt": words,
}


@pytest.mark.parametrize("ending", READERS)
def test_every_export_holds_every_value_to_the_letter(hostile: Path, tame: Path, mirror: Mirror, ending: str) -> None:
    read = READERS[ending]
    names = addresses(tame, ending)
    assert names
    for name in names:
        assert mirror.same(read(content(hostile, name)), read(content(tame, name))), name


def test_every_other_file_is_the_same(hostile: Path, tame: Path) -> None:
    made = ("assets/card.png", "data/SHA256SUMS", "sitemap.xml.gz")
    for name in addresses(tame):
        if not name.endswith((".html", *READERS)) and name not in made:
            assert content(hostile, name) == content(tame, name), name
    for line in content(hostile, "data/SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(content(hostile, name)).hexdigest() == digest


def test_a_reader_of_feeds_takes_every_text_for_plain_text(hostile: Path, hostile_plan: Plan) -> None:
    feed = feedparser.parse(content(hostile, "feeds/changes.atom"))
    assert not feed.bozo
    assert feed.feed.title == f"{hostile_plan.records.site.title}: changes of the data"
    for entry, change in zip(feed.entries, hostile_plan.records.changes[: -MOST - 1 : -1], strict=True):
        assert (entry.title_detail.type, entry.content[0].type) == ("text/plain", "text/plain")
        assert change.record in entry.title
        assert all(value in entry.content[0].value for value in (change.before, change.after) if value)


def test_the_exports_say_what_the_plan_says(hostile: Path, hostile_plan: Plan) -> None:
    """The values of the plan as it is loaded, not those of the other site."""
    head, *table = rows(content(hostile, "data/activities.csv"))
    sheet = sheets(content(hostile, "data/plan.xlsx"))["Activities"]
    for n, activity in enumerate(hostile_plan.records.activities.values()):
        record = json.loads(content(hostile, f"api/v1/activities/{activity.number}.json"))
        assert record["data"] == activity.model_dump(mode="json")
        row = dict(zip(head, table[n], strict=True))
        assert (row["text"], row["summary"], row["note"]) == (activity.text, activity.summary, activity.note or "")
        assert dict(zip(head, sheet[n + 1], strict=True))["text"] == activity.text


def test_a_reader_of_linked_data_finds_the_name_of_a_body(hostile: Path, hostile_plan: Plan) -> None:
    for agency in hostile_plan.records.agencies.values():
        nodes = page(content(hostile, f"agencies/{agency.id}/index.html"))
        (script,) = [text for tag, attributes, text, _ in nodes if attributes.get("type") == "application/ld+json"]
        names = Graph().parse(data=script, format="json-ld").objects(None, URIRef("https://schema.org/name"))
        assert agency.name in {str(name) for name in names}


def test_a_changed_letter_a_lost_word_and_a_new_element_are_seen(tame: Path, mirror: Mirror) -> None:
    name = "agencies/mia/index.html"
    good = content(tame, name).decode()
    exact = mirror.exact(good)  # without the escapes that the page needs
    assert list(same_page(mirror, exact.encode(), good.encode(), name))
    for old, new in (("Ministry", "Mlnistry"), ("<h1", "<b>x</b><h1"), ("<h1", "<h1 onclick=steal()")):
        assert list(same_page(Mirror(["x" * 5000] * 20_000), good.replace(old, new, 1).encode(), good.encode(), name))
    assert not mirror.same("another", "one")
    assert not mirror.same({"a": 1}, {"a": 1, "b": 2})


TRAP = """
window.stolen = 0;
window.steal = () => { window.stolen += 1; };
window.blocked = [];
addEventListener("securitypolicyviolation", (event) => blocked.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
ELEMENTS = "() => [...document.querySelectorAll('*')].map((e) => [e.localName, ...e.getAttributeNames()].join(' '))"
VISITED = (
    *("", "agencies/mia/", "agencies/mia/sheet/", "activities/13.2.1/", "sections/4/", "groups/13.2/", "help/"),
    *("reports/2014/", "reports/2014/claims/", "about/errata/", "topics/children/", "data/", "matrix/", "whole/"),
    "contribute/data/",
)
RISKY = "script, img, svg, iframe, style, b, h1, table, [onclick], [onerror], [onload]"


@pytest.fixture(scope="module")
def trapped(hostile: Path, browser: Browser) -> Iterator[tuple[Page, str]]:
    """A page in Chromium with a trap for every attack, and the address of the hostile site. No trap may go off."""
    with served(hostile / "site") as here:
        context = browser.new_context()
        context.add_init_script(TRAP)
        page = context.new_page()
        told: list[str] = []
        page.on("dialog", lambda dialog: told.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: told.append(request.url))
        page.on("pageerror", lambda error: told.append(str(error)))
        yield page, here
        assert [line for line in told if not line.startswith((here, "blob:"))] == []
        context.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves a folder for as long as it is open, and gives its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def assert_nothing_ran(page: Page) -> None:
    assert page.evaluate("[window.stolen, window.blocked]") == [0, []], page.url


def test_no_attack_runs_in_a_browser_or_becomes_an_element(trapped: tuple[Page, str], tame: Path) -> None:
    page, here = trapped
    found = {}
    for name in VISITED:
        page.goto(here + name)
        found[name] = page.evaluate(ELEMENTS)
        assert_nothing_ran(page)
    with served(tame / "site") as other:
        harmless = page.context.browser.new_page()  # type: ignore[union-attr]
        for name in VISITED:
            harmless.goto(other + name)
            assert found[name] == harmless.evaluate(ELEMENTS), name
        harmless.close()


def test_the_trap_would_catch_an_attack(trapped: tuple[Page, str]) -> None:
    page, here = trapped
    page.goto(here)
    page.evaluate("() => { const b = document.createElement('b'); b.onclick = () => steal(); b.click(); }")
    assert page.evaluate("window.stolen") == 1


@pytest.mark.parametrize(
    "words", ["script steal", "onerror", "<img src=x onerror=steal()>", "{{ 977*983 }}", "ministry"]
)
def test_the_search_shows_attacks_as_text(trapped: tuple[Page, str], words: str) -> None:
    page, here = trapped
    page.goto(here)
    search(page, words)
    results = page.locator(".md-search-result__list").first
    expect(results.locator("a").first).to_be_visible()
    assert results.locator("script, img, svg, iframe, style, b, h1, table, [onclick], [onerror], [onload]").count() == 0
    assert all(
        link.startswith(("http:", here)) for link in results.locator("a").evaluate_all("a => a.map((e) => e.href)")
    )
    assert_nothing_ran(page)


def test_the_filters_show_attacks_as_text(trapped: tuple[Page, str], hostile_plan: Plan) -> None:
    page, here = trapped
    page.goto(f"{here}find/?agency=mia&role=executive")
    chosen = page.locator("[name=agency] option:checked")
    assert (chosen.text_content() or "").startswith(hostile_plan.records.agencies["mia"].name)
    page.goto(
        f"{here}find/?agency=%3Cimg%20src=x%20onerror=steal()%3E&text=<svg/onload=steal()>#<script>steal()</script>"
    )
    assert_nothing_ran(page)
