"""The theme behind the pages: what of it we replaced is still what we replaced, and what it offers to authors works."""

import hashlib
import re
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.pages.frame import MENDED, mended
from macros.pages.sheet import faults as sheet_faults

from ..support.html import Document
from ..support.project import ROOT, build, publish

THEME = Path(material.__file__).parent / "templates"
OVERRIDES = ROOT / "overrides"
OURS = {
    "main.html",
    "404.html",
    "sitemap.xml",
    "partials/notice.html",
    "partials/on-this-page.html",
    "partials/paper.html",
}
# What stood in the theme when we replaced it. Another sum: read what changed there, mend ours, and type the new sum.
REPLACED = {
    "partials/alternate.html": "572b1d4dae611aa5",
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/content.html": "3722e156f0f6339d",
    "partials/javascripts/palette.html": "8790389765ea6036",
    "partials/language.html": "3a44516f305006ac",
    "partials/nav-item.html": "89895208f22d68ce",
    "partials/path.html": "cbde0642861fe915",
    "partials/search.html": "bfd556535abcddb9",
    "partials/toc.html": "fde48f583563364b",
}


def sum_of(name: str) -> str:
    return hashlib.sha256((THEME / name).read_bytes()).hexdigest()[:16]


def test_each_template_of_ours_stands_for_one_of_the_theme_or_is_known_to_be_ours() -> None:
    found = {path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*") if path.is_file()}
    assert found == OURS | set(REPLACED)


@pytest.mark.parametrize("name", REPLACED)
def test_the_theme_still_has_what_we_replaced(name: str) -> None:
    assert sum_of(name) == REPLACED[name]


@pytest.mark.parametrize("name", REPLACED)
def test_a_template_says_first_why_it_is_not_that_of_the_theme(name: str) -> None:
    assert (OVERRIDES / name).read_text(encoding="utf-8").startswith("{#- ")


def test_a_fault_of_the_theme_that_is_gone_is_told() -> None:
    assert mended(" ".join(MENDED)) == " ".join(MENDED.values())
    with pytest.raises(ValueError, match="the theme no longer has '<aside"):
        mended(" ".join(list(MENDED)[:-1]))


@pytest.mark.parametrize(("name", "key"), [("site.css", "extra_css"), ("copy.js", "extra_javascript")])
def test_a_style_or_script_that_is_not_there_is_told_with_its_line(project: Path, name: str, key: str) -> None:
    settings = project / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").replace(f"assets/{name}", f"assets/no-{name}")
    settings.write_text(lines, encoding="utf-8")
    line = lines[: lines.index(f"assets/no-{name}")].count("\n") + 1
    result = build(project / "site", project)
    assert result.returncode == 1
    said = f"mkdocs.yml:{line}: {key} names 'assets/no-{name}', and there is no docs/assets/no-{name}"
    assert said in result.stderr
    assert "Traceback" not in result.stderr


NO_DECLARATION = "this is no CSS, and browsers drop it: write 'name: value;' here"
STRAY = "this is no CSS, and browsers drop it: Unmatched }"
FETCHED = "this would be fetched"
# a style sheet, where it is wrong, what is said
SHEETS = [
    ("a { color red }", "1:11", NO_DECLARATION),
    ("a {\n  color: red\n  top: 0;\n}", "2:3", NO_DECLARATION),
    ("a { color: red;\nb { color: red; }", "2:3", NO_DECLARATION),
    ("@media print {\n  a { color: red; }\n  b { : red; }\n}", "3:7", NO_DECLARATION),
    ("a { color: red; }\n}\nb { color: red; }", "2:1", STRAY),
    ("a {\n  background: url(nope.png); }", "2:15", FETCHED),
    ("a { background: url('nope.png'); }", "1:17", FETCHED),
    ("a { background: image-set('nope.png' 1x); }", "1:17", FETCHED),
    ("@font-face { src: url(//a.example/b.woff); }", "1:19", FETCHED),
    ("@import 'b.css';", "1:1", FETCHED),
]


@pytest.mark.parametrize(("sheet", "where", "said"), SHEETS)
def test_a_style_that_a_browser_would_drop_or_fetch_is_told_with_its_place(sheet: str, where: str, said: str) -> None:
    ((line, column, message),) = sheet_faults(sheet)
    assert f"{line}:{column}" == where
    assert message.startswith(said)


def test_all_that_the_styles_of_ours_do_is_css() -> None:
    assert not list(sheet_faults((ROOT / "docs" / "assets" / "site.css").read_text(encoding="utf-8")))


def test_all_faults_of_a_style_sheet_end_the_build(project: Path) -> None:
    with (project / "docs" / "assets" / "site.css").open("a", encoding="utf-8") as sheet:
        sheet.write("a { color red }\n} b { c: d }\n")
    result = publish(project)
    assert result.returncode == 1
    assert len(re.findall(r"docs/assets/site.css:\d+:\d+: ", result.stderr)) == 2
    assert not (project / "site").exists()


# a template around the pages, a slip in it, what is said
SLIPS = [
    ("partials/notice.html", "{{ haed.twin }}", "'haed' is undefined"),
    ("main.html", "{% if %}", "Expected an expression, got 'end of statement block'"),
    ("partials/path.html", "{% include 'partials/nope.html' %}", "'partials/nope.html' not found"),
]


@pytest.mark.parametrize(("name", "slip", "said"), SLIPS)
def test_a_slip_in_a_template_around_the_pages_is_told_with_its_line(
    project: Path, name: str, slip: str, said: str
) -> None:
    template = project / "overrides" / name
    text = template.read_text(encoding="utf-8").rstrip("\n")
    template.write_text(f"{text}\n{slip}\n", encoding="utf-8")
    result = publish(project)
    assert result.returncode == 1
    assert f"overrides/{name}:{text.count(chr(10)) + 2}: {said}" in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_of_the_theme_is_published_but_its_styles(built: Path) -> None:
    names = {path.name.partition(".")[0] for path in (built / "assets").iterdir()}
    assert names == {"all", "card", "editor", "favicon", "find", "folds", "hits", "search", "tables", "vendor"}


# what stands on the page for authors, and how often
FEATURES = [
    ("div", "admonition", 1),
    ("details", "tip", 1),
    ("div", "tabbed-set", 1),
    ("li", "task-list-item", 2),
    ("div", "footnote", 1),
    ("a", "md-button", 1),
    ("span", "twemoji", 1),
    ("pre", "highlight", 1),
]


@pytest.mark.parametrize(("tag", "name", "number"), FEATURES)
def test_what_the_theme_offers_to_authors_works(pages: dict[str, Document], tag: str, name: str, number: int) -> None:
    assert len(pages["contribute/markdown/"].all(tag, class_=name)) == number


def test_the_boxes_of_a_task_list_have_a_name(pages: dict[str, Document]) -> None:
    boxes = [box for box in pages["contribute/markdown/"].all("input") if "disabled" in box.attributes]
    assert [box.attributes["aria-label"] for box in boxes] == ["Done", "To do"]


@pytest.fixture
def phone(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 390, "height": 844})


def test_the_bar_of_a_phone_is_one_line_that_stays(phone: Page, address: str) -> None:
    for here in ("", "activities/13.2.3/", "sections/7/", "agencies/scfwcp/", "reports/2014/"):
        phone.goto(f"{address}{here}")
        bar = phone.locator(".md-header").bounding_box()
        first = phone.locator("h1").bounding_box()
        assert bar
        assert first
        assert bar["height"] <= 56
        assert first["y"] <= 130, here
        name = phone.locator(".md-header__title .md-ellipsis").first
        assert name.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1")
        phone.evaluate("scrollTo(0, 1000)")
        expect(phone.locator(".md-header")).to_be_in_viewport(ratio=1)
    phone.close()


def test_the_drawer_opens_closes_and_leaves_the_way_out_free(phone: Page, address: str) -> None:
    phone.goto(f"{address}activities/13.2.3/")
    menu = phone.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("link", name="13.2 Prevention").last).to_be_visible()
    expect(phone.get_by_role("link", name="Deadlines")).to_be_hidden()
    phone.get_by_role("button", name="Back from Activities").click()
    expect(phone.get_by_role("link", name="Deadlines")).to_be_visible()
    phone.locator("#leave").click(trial=True)
    phone.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(phone.get_by_role("link", name="Deadlines")).to_be_hidden()
    phone.close()


def test_the_scheme_is_kept_when_chosen_and_forgotten_with_the_page(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    paper = "() => getComputedStyle(document.body).backgroundColor"
    page.goto(address)
    light = page.evaluate(paper)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("radio", name="Colours: as the device").press("ArrowRight")
    page.get_by_role("radio", name="Colours: light").press("ArrowRight")
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark
    page.get_by_role("radio", name="Colours: dark").press("ArrowRight")
    assert page.evaluate(paper) == light
    assert page.evaluate("localStorage.length") == 0
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) == dark
    context.close()


def test_the_list_of_contents_follows(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}reports/2014/#dates")
    expect(page.locator(".md-sidebar--secondary .here")).to_have_text("Dates")
    up = page.get_by_role("button", name="Back to top")
    expect(up).to_be_hidden()
    page.mouse.wheel(0, 4000)
    page.wait_for_function("scrollY > 3000")
    page.mouse.wheel(0, -300)
    up.click()
    page.wait_for_function("scrollY === 0")
    page.close()
