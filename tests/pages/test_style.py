"""The styles: ours hold nothing that no page can use, and what is cut from those of the theme is missed nowhere."""

import re
from pathlib import Path

import pytest

from ..support.html import Document
from ..support.project import ROOT

ASSETS = ROOT / "docs" / "assets"
SCRIPTS = [path.read_text(encoding="utf-8") for path in ASSETS.glob("*.js")]


@pytest.fixture(scope="module")
def style() -> str:
    """The style sheet without its comments and the contents of its strings."""
    text = (ASSETS / "site.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", re.sub(r'"[^"]*"', '""', text), flags=re.DOTALL)


def test_every_page_has_one_style_sheet_and_one_script_and_what_moves_its_folds_and_tables(
    pages: dict[str, Document],
) -> None:
    framed = {name: page for name, page in pages.items() if page.all("main")}
    assert len(framed) > 100
    for name, page in framed.items():
        sheets = [Path(link.attributes["href"]).name.split(".")[0] for link in page.all("link", rel="stylesheet")]
        scripts = [Path(s.attributes["src"]).name.split(".")[0] for s in page.all("script") if "src" in s.attributes]
        more = {"folds": page.all("details", class_="fold"), "tables": page.all("table", class_="sorts")}
        assert (sheets, scripts) == (["all"], ["all", *(script for script, used in more.items() if used)]), name


def test_each_class_in_the_style_sheet_is_on_some_page_or_set_by_a_script(
    style: str, pages: dict[str, Document]
) -> None:
    elements = (element for page in pages.values() for element in page.elements)
    on_pages = {name for element in elements for name in element.attributes.get("class", "").split()}
    selectors = re.findall(r"[^{};]+(?=\{)", style)
    styled = {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}
    assert len(styled) > 100
    unused = {name for name in styled - on_pages if not any(name in script for script in SCRIPTS)}
    assert unused == set()


def test_each_custom_property_of_ours_is_set_and_used(style: str) -> None:
    def ours(names: list[str]) -> set[str]:
        return {name for name in names if not name.startswith("--md-")}

    assert ours(re.findall(r"(?<![\w-])(--[\w-]+):", style)) == ours(re.findall(r"var\((--[\w-]+)", style))


def test_the_style_sheet_of_ours_is_short() -> None:
    assert len((ASSETS / "site.css").read_text(encoding="utf-8").splitlines()) <= 300
