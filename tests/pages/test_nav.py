"""A slip in the menu is told with the line of mkdocs.yml, and a page that nobody is led to with its name."""

from pathlib import Path

import pytest

from macros.pages.nav import nav_faults

LEFT_OUT = (
    "no entry of the menu leads to this page; add one, or name the page under not_in_nav: if other pages lead to it "
    "(mkdocs.yml)"
)
WRITTEN, MADE = ["index.md", "guide.md", "guides/one.md"], ["sections/1.md"]

# what stands in mkdocs.yml, and what is said of it
MENUS = [
    ("nav:\n  - Home: index.md\n  - guide.md\n  - Guides:\n      - guides/one.md\n      - One: sections/1.md\n", []),
    ("nav: [index.md, {Guide: guide.md}, {Guides: [{Deeper: [guides/one.md]}]}]\n", []),
    ("nav:\n  - index.md\n  - Site: https://example.org/\n  - guide.md\n  - guides/one.md\n", []),
    ("nav: [index.md, guide.md]\nnot_in_nav: |\n  /guides/*.md\n", []),
    ("nav: [index.md, guide.md]\nnot_in_nav: |\n  # the guides\n  guides/\n", []),
    ("site_name: x\n", []),
    (
        "nav:\n  - index.md\n  - guide.md\n  - guides/one.md\n  - Guide: guid.md\n",
        ["mkdocs.yml:5: no page 'guid.md' in docs/. Did you mean 'guide.md'?"],
    ),
    (
        "nav:\n  - index.md\n  - Guide:guide.md\n  - guides/one.md\n",
        [
            "mkdocs.yml:3: no page 'Guide:guide.md' in docs/. Did you mean 'guide.md'?",
            f"docs/guide.md:1: {LEFT_OUT}",
        ],
    ),
    ("", []),
    (
        "nav:\n  - index.md\n - guide.md\n",
        [
            "mkdocs.yml:3: this is not YAML (expected <block end>, but found '<block sequence start>'); "
            "look at the spaces and quotes here"
        ],
    ),
    ("nav: [index.md, guide.md]\n", [f"docs/guides/one.md:1: {LEFT_OUT}"]),
]


@pytest.mark.parametrize(("settings", "told"), MENUS)
def test_each_slip_in_the_menu_has_one_message(tmp_path: Path, settings: str, told: list[str]) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(settings, encoding="utf-8")
    assert list(nav_faults(path, WRITTEN, MADE)) == told
