"""The recipes for people who have never used Python: each is run on a copy of the project, as the page prints it."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.catalogue.leaves import leaves
from macros.desk.asking.new import KINDS
from macros.desk.compare import compare
from macros.desk.states import state
from macros.pages import handwritten
from macros.pages.render import Renderer
from macros.reading.faults import DataError
from macros.records.kinds.change import is_brief, values, words
from macros.rules.checks import load

from ..support.html import Document, parse
from ..support.project import DATA, ROOT, build
from ..support.recipes import FENCE, LOOK, PAGE, Recipe, Step, folder, recipes, steps

RECIPES = list(recipes(folder() / PAGE))
# The numbers of lines may differ, says the page.
MASKS = [(r":\d+:\d+: ", ":0:0: "), (r":\d+: ", ":0: "), (r"line \d+", "line 0")]


def faults(project: Path) -> list[str]:
    """Returns all messages that `make check` and `make site` have for a project."""
    try:
        plan = load(project / "data")
    except DataError as error:
        return [str(fault) for fault in error.faults]
    return list(handwritten.faults(project / "docs", Renderer(plan, "/")))


def told(project: Path) -> list[str]:
    """Returns the lines of `make changes`, without the last one, which counts them."""
    found = compare(state(DATA), state(project / "data"), date(2999, 1, 1))
    return [line for change in found for line in (words(change), *([] if is_brief(change) else values(change)))]


def without_numbers(lines: list[str]) -> list[str]:
    for pattern, mask in MASKS:
        lines = [re.sub(pattern, mask, line) for line in lines]
    return lines


def edit(project: Path, step: Step, new: str) -> None:
    """Puts `new` in the place of what the step finds: once in the file, and its first line is enough to find it."""
    path = project / step.file
    text = path.read_text(encoding="utf-8")
    advice = f"{step.file} no longer has these lines once; choose another example in {PAGE}:\n{step.text}"
    assert f"\n{text}".count(f"\n{step.text}") == 1, advice
    first = step.text.splitlines()[0]
    assert text.splitlines().count(first) == 1, (
        f"{step.file} has more than one line {first!r}; choose another in {PAGE}"
    )
    path.write_text(f"\n{text}".replace(f"\n{step.text}", f"\n{new}", 1)[1:], encoding="utf-8")


def run(project: Path, steps: list[Step]) -> None:
    """Does what the steps of a recipe say, and holds each answer against the one that the page prints."""
    for before, step in zip([None, *steps], steps, strict=False):
        path, lines = project / step.file, step.text.splitlines()
        match step.kind:
            case "into":
                assert before is not None
                assert before.kind == "find"
                edit(project, before, step.text)
            case "add":
                with path.open("a", encoding="utf-8") as file:
                    file.write(step.text)
            case "new":
                assert not path.exists(), f"{step.file} is there already; choose another example in {PAGE}"
                path.write_text(step.text, encoding="utf-8")
            case "says":
                expected = [] if lines == ["No faults."] else lines
                assert without_numbers(faults(project)) == without_numbers(expected)
            case "tells":
                assert [line for line in told(project) if line in lines] == lines
            case kind:
                assert kind in {"find", "run"}


def test_there_are_twelve_recipes() -> None:
    assert [int(recipe.title.split(".")[0]) for recipe in RECIPES] == list(range(1, 13))
    for recipe in RECIPES:
        assert "**When.**" in recipe.text
        before, _, after = recipe.text.partition("**If a message appears.**")
        assert [step.kind for step in steps(after)] == ["find", "into", "says"]
        assert "No faults." in before or recipe.title.endswith("Publish")


@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe.title for recipe in RECIPES])
def test_a_recipe_works_as_it_is_printed(project: Path, recipe: Recipe) -> None:
    *_, first_of_slip = [n for n, step in enumerate(recipe.steps) if step.kind == "find"]
    run(project, recipe.steps[:first_of_slip])
    addresses = {leaf.address for leaf in leaves(load(project / "data"))}
    addresses |= {address for _, _, address in handwritten.pages(project / "docs")}
    assert set(LOOK.findall(recipe.text)) <= addresses
    run(project, recipe.steps[first_of_slip:])


def test_the_page_prints_what_is_run(pages: dict[str, Document]) -> None:
    printed = ["".join(block.parts) for block in pages["contribute/"].all("pre")]
    typed = [match[2].rstrip("\n") for match in FENCE.finditer((DATA / PAGE).read_text(encoding="utf-8"))]
    assert printed == typed


def test_each_recipe_is_a_fold_of_the_page(pages: dict[str, Document]) -> None:
    folded = [element.text for element in pages["contribute/"].all("summary")]
    assert [title for title in folded if title[0].isdigit()] == [recipe.title for recipe in recipes(DATA / PAGE)]


def test_the_links_of_the_recipes_lead_where_github_shows_them(project: Path) -> None:
    shutil.copy(folder() / PAGE, project / "data")
    for page in (project / "data" / PAGE, ROOT / ".github" / "CONTRIBUTING.md"):
        text = FENCE.sub("", page.read_text(encoding="utf-8"))
        links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if ":" not in link]
        assert links
        assert [link for link in links if not (page.parent / link).resolve().exists()] == []


def test_each_kind_that_can_be_asked_for_is_named() -> None:
    text = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if kind not in text] == []


def test_each_command_of_the_recipes_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)`", (folder() / PAGE).read_text(encoding="utf-8"))) <= targets


def test_the_recipe_to_publish_builds_the_site_for_its_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (step,) = [step for step in RECIPES[-1].steps if step.kind == "run"]
    *settings, make, target = step.text.split()
    for setting in settings:
        monkeypatch.setenv(*setting.split("=", 1))
    assert (make, target) == ("make", "site")
    assert build(project / "site", project).returncode == 0
    home = parse((project / "site" / "index.html").read_text(encoding="utf-8"))
    assert home.one("link", rel="canonical").attributes["href"] == "https://plan.example/"
    assert any(link.startswith("https://code.example/plan/") for link in home.links)
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8"))
    assert (workflow["name"], workflow[True]) == (
        "publish",
        {"push": {"branches": ["main"]}},
    )  # YAML reads "on" as true
