"""The recipes for people who have never used Python: each is run on a copy of the project, as the page prints it."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined

from macros import contributing, handwritten
from macros.checks import load
from macros.compare import compare
from macros.faults import DataError
from macros.history import is_brief, values, words
from macros.render import Renderer
from macros.states import state
from macros.text import DataIsText

from .conftest import ROOT, build
from .html import Document, parse
from .recipes import FENCE, PAGE, Recipe, Step, recipes

RECIPES = list(recipes(ROOT / PAGE))
MASKS = [
    (r":\d+:\d+: ", ":0:0: "),
    (r":\d+: ", ":0: "),
    (r"line \d+", "line 0"),
]  # the numbers may differ, says the page


def faults(project: Path) -> list[str]:
    """Returns all messages that `make check` and `make site` have for a project."""
    try:
        plan = load(project / "data")
    except DataError as error:
        return [str(fault) for fault in error.faults]
    env = Environment(extensions=[DataIsText], undefined=StrictUndefined)  # noqa: S701 - the extension sets autoescape
    return list(handwritten.faults(project / "docs", Renderer(plan, "/"), env, {"plan": plan}))


def told(project: Path) -> list[str]:
    """Returns the lines of `make changes`, without the last one, which counts them."""
    found = compare(state(ROOT / "data"), state(project / "data"), date(2999, 1, 1))
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
                assert before and before.kind == "find"
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


@pytest.mark.parametrize("recipe", RECIPES, ids=[recipe.title for recipe in RECIPES])
def test_a_recipe_works_as_it_is_printed(project: Path, recipe: Recipe) -> None:
    run(project, recipe.steps)
