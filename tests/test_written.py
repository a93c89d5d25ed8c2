"""A fault in a hand-written page is told with its file and line, before the site is touched."""

from pathlib import Path

import pytest

from .conftest import build

MISTAKES = [
    ("docs/about.md", "view: about", "veiw: about", "docs/about.md:1: unknown key 'veiw'. Did you mean 'view'?"),
    (
        "docs/about.md",
        "view: about",
        "view: abuot",
        "docs/about.md:1: no view 'abuot' in macros/templates/views/. Did you mean 'about'?",
    ),
    (
        "docs/about.md",
        "description: What",
        "# What",
        "docs/about.md:1: 'description' is missing; say in one sentence what is on the page",
    ),
    (
        "docs/about.md",
        "view: about",
        'view: "about',
        "docs/about.md:1: the page needs a head between two lines '---', with 'description: ...'; "
        "quote text with ': ' in it",
    ),
    (
        "docs/about.md",
        "# About",
        "# {{ plan.nosuch }} About",
        "docs/about.md:5: 'macros.plan.Plan object' has no attribute 'nosuch'",
    ),
    (
        "docs/about.md",
        "# About",
        "# {% if %} About",
        "docs/about.md:5: Expected an expression, got 'end of statement block'",
    ),
    (
        "overrides/main.html",
        "{% block header %}",
        "{% blck header %}",
        "overrides/main.html:{line}: Encountered unknown tag 'blck'.",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES, ids=[mistake[3] for mistake in MISTAKES])
def test_the_fault_is_told_and_the_old_site_stays(project: Path, file: str, old: str, new: str, message: str) -> None:
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    message = message.format(line=text[: text.index(old)].count("\n") + 1)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = build(site, project)
    assert result.returncode == 1
    assert any(line.startswith(message) for line in result.stderr.split("\n")), result.stderr
    assert "Traceback" not in result.stderr
    assert (site / "index.html").read_text() == "the last good site"


def test_faults_in_several_pages_are_told_at_once(project: Path) -> None:
    for name in ("about.md", "help.md"):
        path = project / "docs" / name
        path.write_text(path.read_text(encoding="utf-8").replace("view:", "veiw:"), encoding="utf-8")
    result = build(project / "site", project)
    assert "docs/about.md:1: unknown key 'veiw'" in result.stderr
    assert "docs/help.md:1: unknown key 'veiw'" in result.stderr
