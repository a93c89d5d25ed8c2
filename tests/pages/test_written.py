"""A fault in a hand-written page is told with its file and line, before the site is touched."""

from pathlib import Path

import pytest

from macros.pages.handwritten import page_faults
from macros.pages.render import Renderer
from macros.plan.plan import Plan

from ..support.mistakes.pages import MISTAKES
from ..support.project import ROOT, build

IDS = [mistake[4] for mistake in MISTAKES]


def spoilt(page: str, old: str, new: str) -> str:
    """Returns the text of one of our pages with a mistake in it."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    assert old in text, f"{page}.md has no {old!r}"
    return text.replace(old, new, 1)


@pytest.fixture(scope="module")
def renderer(plan: Plan) -> Renderer:
    return Renderer(plan, "/")


@pytest.mark.parametrize(("page", "old", "new", "line", "message"), MISTAKES, ids=IDS)
def test_a_mistake_has_one_message(
    renderer: Renderer, tmp_path: Path, page: str, old: str, new: str, line: int, message: str
) -> None:
    path = tmp_path / "docs" / f"{page}.md"
    path.parent.mkdir(parents=True)
    for text, expected in (
        (spoilt(page, old, old), []),
        (spoilt(page, old, new), [f"docs/{page}.md:{line}: {message}"]),
    ):
        path.write_text(text, encoding="utf-8")
        found = list(page_faults(path, f"docs/{page}.md", f"{page}/", renderer))
        assert len(found) == len(expected)
        assert all(fault.startswith(start) for fault, start in zip(found, expected, strict=True)), found


@pytest.fixture
def site(project: Path) -> Path:
    """The last good site of the copy of the project."""
    folder = project / "site"
    folder.mkdir()
    (folder / "index.html").write_text("the last good site")
    return folder


def told(project: Path, site: Path) -> list[str]:
    """Returns what the build says of faults in the pages, line by line; it must fail, and leave the site alone."""
    result = build(site, project)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "the last good site"
    _, _, faults = result.stderr.rstrip("\n").partition(" fault(s) in the pages. Nothing was built.\n")
    return faults.split("\n")


def test_all_faults_are_told_at_once_and_the_old_site_stays(project: Path, site: Path) -> None:
    for page, old, new, _, _ in MISTAKES:
        (project / "docs" / f"{page}.md").write_text(spoilt(page, old, new), encoding="utf-8")
    faults = told(project, site)
    assert len(faults) == len(MISTAKES)
    for fault, (page, _, _, line, message) in zip(faults, MISTAKES, strict=True):
        assert fault.startswith(f"docs/{page}.md:{line}: {message}")


def test_a_fault_in_the_frame_is_told_and_the_old_site_stays(project: Path, site: Path) -> None:
    frame = project / "overrides" / "main.html"
    text = frame.read_text(encoding="utf-8")
    line = text[: text.index("{% block")].count("\n") + 1
    frame.write_text(text.replace("{% block", "{% blck", 1), encoding="utf-8")
    assert told(project, site) == [f"overrides/main.html:{line}: Encountered unknown tag 'blck'."]
