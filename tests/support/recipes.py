"""Reads the recipes of contribute.md: the steps of each, exactly as the page prints them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .project import DATA, ROOT

PAGE = "contribute.md"
ORDER = "decree.yml"


def folder() -> Path:
    """Returns where the recipes are that are tried: in data/, unless it holds another plan than that of the tests."""
    real = ROOT / "data"
    return real if (real / ORDER).read_bytes() == (DATA / ORDER).read_bytes() else DATA


FILE = re.compile(r"(?:Open|new file) `((?:data|docs)/[^`]+)`")
LOOK = re.compile(r"Look at `([^`]*)`")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass
class Step:
    """One block of a recipe: what to do with it (find, into, add, new, says, tells, run), in which file, its lines."""

    kind: str
    file: str
    text: str


@dataclass
class Recipe:
    """A recipe: its heading, its text, and its steps in order."""

    title: str
    text: str

    @property
    def steps(self) -> list[Step]:
        return list(steps(self.text))


def recipes(page: Path) -> Iterator[Recipe]:
    """Yields the recipes of the page: the parts whose heading begins with a number."""
    for part in re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, text = part.partition("\n")
        if title[0].isdigit():
            yield Recipe(title, text)


def steps(text: str) -> Iterator[Step]:
    """Yields the blocks of a recipe; each belongs to the file that was named last."""
    file, end = "", 0
    for match in FENCE.finditer(text):
        file = ([file, *FILE.findall(text[end : match.start()])])[-1]
        end = match.end()
        yield Step(match[1], file, match[2])
