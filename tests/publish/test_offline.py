"""The offline edition: opened from a folder, by a double click on index.html, it does what the site does."""

import io
import json
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.pages.render import Renderer
from macros.plan.plan import Plan
from macros.publish.release.__main__ import content, note
from macros.publish.release.archive import zipped
from macros.publish.release.offline import edition
from macros.reading.dates import day
from macros.records.kinds.redirect import Redirect

from ..support.html import Document, parse
from ..support.states import search
from ..support.way_out import leave_and_go_back, stub

TOP = "offline"
FOR_SERVERS = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
EMPTY = b'{"entries":[],"ways":[]}'  # a search that finds nothing
ADDRESSES = {"href", "src", "action", "data-engine", "data-index"}


@pytest.fixture(scope="module")
def folder(built: Path, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition, unpacked. A space and an accent stand in the name of the folder, as in many a home."""
    home = tmp_path_factory.mktemp("Fərid’s files")
    archive = zipped(edition(content(built), note(plan.records.updated)), TOP, plan.records.updated)
    zipfile.ZipFile(io.BytesIO(archive)).extractall(home)
    return home / TOP


@pytest.fixture(scope="module")
def unpacked(folder: Path) -> dict[str, Document]:
    """Every page of the edition, by the name of its file."""
    files = sorted(folder.rglob("*.html"))
    return {file.relative_to(folder).as_posix(): parse(file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture
def context(browser: Browser, folder: Path) -> Iterator[BrowserContext]:
    """A browser that opens the edition. At its end, only files of it were asked for, and there was no complaint."""
    context = browser.new_context(
        viewport={"width": 320, "height": 700}, permissions=["clipboard-read", "clipboard-write"]
    )
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: wrong.append(message.text))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    yield context
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith((folder.as_uri(), "blob:"))] == []
    assert wrong == []


def target(here: str, link: str) -> tuple[str, str]:
    """Returns the file that a link of the file `here` leads to, and the anchor in it or nothing."""
    parts = urlsplit(link)
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path))) if parts.path else here, (
        unquote(parts.fragment)
    )


def dead(folder: Path, pages: dict[str, Document], here: str, links: list[str]) -> list[str]:
    """Returns those of the links of the file `here` into the edition that lead to no file or to no anchor."""
    found = []
    for link in links:
        if urlsplit(link).scheme:
            continue
        file, anchor = target(here, link)
        if not (folder / file).is_file() or (anchor and anchor not in pages[file].ids):
            found.append(link)
    return found


def test_every_link_style_and_script_of_every_page_is_a_file_and_an_anchor_of_the_edition(
    folder: Path, unpacked: dict[str, Document]
) -> None:
    assert len(unpacked) > 200
    checked = 0
    for here, page in unpacked.items():
        values = [value for e in page.elements for name, value in e.attributes.items() if name in ADDRESSES]
        assert dead(folder, unpacked, here, values) == [], here
        checked += len(values)
    assert checked > 10_000


def test_a_link_to_a_folder_to_no_file_or_to_no_anchor_is_dead(folder: Path, unpacked: dict[str, Document]) -> None:
    links = ["../2.1/", "../nothing.html", "../../index.html#nothing", "#nothing", "../../index.html", "#who-and-when"]
    found = dead(folder, unpacked, "activities/13.2.1/index.html", links)
    assert found == ["../2.1/", "../nothing.html", "../../index.html#nothing", "#nothing"]


def test_every_result_of_the_search_is_a_page_of_the_edition(folder: Path, unpacked: dict[str, Document]) -> None:
    script = (folder / "search" / "index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("window.searchIndex = ").removesuffix(";\n"))
    addresses = [entry["address"] for entry in index["entries"]]
    assert len(addresses) > 200
    assert dead(folder, unpacked, "index.html", addresses) == []
    assert {page for way in index["ways"] for page in way["first"]} <= set(addresses)


def test_all_but_the_pages_and_the_search_is_as_on_the_site(folder: Path, built: Path) -> None:
    site, here = content(built), content(folder)
    assert set(here) == set(site) - FOR_SERVERS - {"search/index.json"} | {"search/index.js"}
    changed = {name for name in set(here) & set(site) if here[name] != site[name]}
    assert {name for name in changed if not name.endswith(".html")} == set()


def test_a_page_differs_from_that_of_the_site_in_its_addresses_and_one_line_alone(
    unpacked: dict[str, Document], pages: dict[str, Document], plan: Plan
) -> None:
    for name, page in unpacked.items():
        public = pages[name.removesuffix("index.html")]
        here = page.one("link", rel="canonical").attributes["href"]
        of = day(plan.records.updated)
        line = f"Offline edition. It shows the data of {of}. The site may be newer: this page on the site."
        assert page.article.replace(f"{line} ", "", 1) == public.article
        assert page.article.count(line) == 1, name
        (newer,) = [link for link in page.links if link.startswith(here)]
        assert newer == here


def test_only_tags_change_and_never_a_text_or_a_script() -> None:
    page = """<!doctype html>
<link rel="canonical" href="https://site.example/x/">
<link rel="stylesheet" href="../assets/a.css">
<!-- <a href="../comment/"> -->
<a href="../y/?a=1&amp;b=2#c" title='href="x/"'>href="../text/"</a> <a
 href="..">up</a> <a href=".">here</a> <a href="">none</a>
<a href="#c">c</a> <a href="?q=1">q</a> <a href="mailto:x@y/">x</a>
<code>&lt;a href="z/"&gt;</code> <a href="https://other.example/z/">z</a> <img src="a.png">
<form action="../find/" data-index="../search/index.json" data-root="../"></form>
<script>'<a href="../script/">'</script>
<p class="notice">n</p>"""
    wanted = """<!doctype html>
<link rel="canonical" href="https://site.example/x/">
<link rel="stylesheet" href="../assets/a.css">
<!-- <a href="../comment/"> -->
<a href="../y/index.html?a=1&amp;b=2#c" title='href="x/"'>href="../text/"</a> <a
 href="../index.html">up</a> <a href="./index.html">here</a> <a href="">none</a>
<a href="#c">c</a> <a href="?q=1">q</a> <a href="mailto:x@y/">x</a>
<code>&lt;a href="z/"&gt;</code> <a href="https://other.example/z/">z</a> <img src="a.png">
<form action="../find/index.html" data-index="../search/index.js" data-root="../"></form>
<script>'<a href="../script/">'</script>
[https://site.example/x/]<p class="notice">n</p>"""
    files = {"x/index.html": page.encode(), "search/index.json": EMPTY}
    made = edition(files, lambda public: f"[{public}]")
    assert made["x/index.html"].decode() == wanted


def test_a_page_that_moved_sends_readers_to_the_file(plan: Plan) -> None:
    redirect = Redirect.model_validate({"from": "old/page/", "to": "activities/13.2.1/"})
    page = str(Renderer(plan, "https://site.example/").redirect(redirect).content)
    made = edition({"old/page/index.html": page.encode(), "search/index.json": EMPTY}, note(plan.records.updated))
    document = parse(made["old/page/index.html"].decode())
    (refresh,) = [e for e in document.all("meta") if e.attributes.get("http-equiv") == "refresh"]
    assert refresh.attributes["content"] == "0; url=../../activities/13.2.1/index.html"
    assert document.links == ["../../activities/13.2.1/index.html"]


def opened(context: BrowserContext, folder: Path, name: str = "index.html") -> Page:
    page = context.new_page()
    page.goto((folder / name).as_uri())
    return page


def test_the_search_finds_an_activity_and_its_result_opens(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "sections/4/index.html")
    search(page, "telephone hot lines")
    page.get_by_role("search").get_by_role("link", name="Activity 13.2.1", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Activity 13.2.1,")
    expect(page).to_have_url((folder / "activities" / "13.2.1" / "index.html").as_uri())


def test_the_pages_have_their_styles(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "agencies/mia/index.html")
    assert page.evaluate("[...document.styleSheets].map((sheet) => sheet.href !== null)") == [True]
    leave = page.get_by_role("link", name="Leave this page")
    assert leave.evaluate("link => getComputedStyle(link).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_filter_shows_its_rows_and_keeps_them_in_the_address(
    context: BrowserContext, folder: Path, plan: Plan
) -> None:
    page = opened(context, folder, "find/index.html")
    page.get_by_label("Body").select_option("moh")
    rows = page.locator("table.find tbody tr:visible")
    expect(rows).to_have_count(len(plan.duties.by_agency["moh"]))
    assert page.url == f"{(folder / 'find' / 'index.html').as_uri()}?agency=moh"
    page.reload()
    expect(rows).to_have_count(len(plan.duties.by_agency["moh"]))


def test_what_is_copied_or_downloaded_names_the_site_and_never_this_machine(
    context: BrowserContext, folder: Path, plan: Plan
) -> None:
    site = "http://127.0.0.1:8000/"
    page = opened(context, folder, "sections/4/index.html")
    page.get_by_role("link", name="Link to paragraph 4.3").click()
    expect(page.get_by_role("status").filter(has_text="Address copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}sections/4/#4.3"
    page = opened(context, folder, "find/index.html")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download these rows").click()
    text = caught.value.path().read_text(encoding="utf-8")
    assert "file:" not in text
    assert text.count(f'"{site}activities/13.2.1/"') == 1


def test_the_button_leaves(browser: Browser, folder: Path) -> None:
    page = browser.new_context().new_page()
    visits = stub(page)
    page.goto((folder / "index.html").as_uri())
    page.goto((folder / "agencies" / "mia" / "index.html").as_uri())
    leave_and_go_back(page)
    assert page.title() == "Weather"
    assert set(visits) == {""}  # the neutral page is told no referrer
    page.context.close()


def test_without_javascript_the_links_work(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, folder)
    page.get_by_role("article").get_by_role("link", name="By agency").click()
    page.get_by_role("link", name="Ministry of Internal Affairs").click()
    page.get_by_role("article").get_by_role("link", name="13.2.1", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Activity 13.2.1,")
    page.get_by_role("link", name="Paragraph 4.3", exact=True).last.click()
    expect(page).to_have_url(f"{(folder / 'sections' / '4' / 'index.html').as_uri()}#4.3")
    expect(page.get_by_role("heading", name="Paragraph 4.3")).to_be_in_viewport()
    context.close()


def test_what_another_host_has_is_not_loaded(browser: Browser, folder: Path) -> None:
    page = opened(browser.new_context(), folder)
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route("https://other.example/**", answer)
    page.evaluate(
        """() => {
            for (const [tag, name] of [["script", "src"], ["img", "src"], ["iframe", "src"], ["link", "href"]]) {
                const element = document.createElement(tag);
                element.rel = "stylesheet";
                element[name] = `https://other.example/${tag}`;
                document.head.append(element);
            }
            return fetch("https://other.example/fetch").catch(() => null);
        }"""
    )
    assert asked == []
    page.context.close()
