"""Checks the hand-written pages in docs/ before anything is built: their head, their links, their {{ ... }}."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from ..reading.faults import suggestion
from .links import link_faults
from .marks import CLOSE, OPEN, Block, unmarked
from .nav import SETTINGS, nav_faults
from .outline import outline
from .render import BrokenTemplateError, Renderer
from .sandbox import Told, tried
from .slips import slips
from .words import vocabulary

HEAD = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
MANY = 200  # brackets: the time that Markdown takes grows with their square
# words: what people type when they look for the page. hide: what of the frame it has no room for.
KEYS = ["description", "words", "hide"]
HIDE = ["navigation", "status", "toc"]


def pages(docs: Path) -> Iterator[tuple[Path, str, str]]:
    """Yields each hand-written page: its file, how messages name it, and its address. Assets are no pages."""
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs)
        if not path.is_symlink() and "assets" not in relative.parts:
            address = relative.as_posix().removesuffix(".md").removesuffix("index")
            yield path, f"docs/{relative.as_posix()}", address.rstrip("/") + "/" if address else ""


def entries(docs: Path, renderer: Renderer) -> Iterator[dict[str, Any]]:
    """Yields a search entry for each page whose heading is plain text: its address, title, description and headings."""
    for path, _, address in pages(docs):
        text = path.read_text(encoding="utf-8")
        heading = re.search(r"^# ([^{}\n]+)$", text, re.MULTILINE)
        match = HEAD.match(text)
        if heading and match:
            head = yaml.safe_load(match[1])
            entry = {
                "address": address,
                "kind": "Page",
                "title": heading[1].strip(),
                "summary": str(head["description"]),
            }
            words = [*([str(head["words"])] if "words" in head else []), *headings(text, address, renderer)]
            yield entry | ({"words": words} if words else {})


def headings(text: str, address: str, renderer: Renderer) -> list[str]:
    """Returns the headings that words make on a page; without a view, whose headings are records with entries."""
    words = {**vocabulary(renderer, lambda: address), "view": lambda name: ""}
    try:
        _, made = tried(HEAD.sub("", text), words)
    except BrokenTemplateError:
        return []  # it is told when the page is made
    return [unescape(heading.title) for one in made if isinstance(one, Block) for heading in outline(unmarked(one))]


def faults(docs: Path, renderer: Renderer) -> Iterator[str]:
    """Yields "docs/file:line: message" for every fault."""
    yield from menu_faults(docs, renderer)
    for path, name, address in pages(docs):
        yield from page_faults(path, name, address, renderer)


def menu_faults(docs: Path, renderer: Renderer) -> Iterator[str]:
    """Yields "file:line: message" for every fault of the menu in the settings beside docs/, if they are there."""
    settings = docs.parent / SETTINGS
    if settings.exists():
        written = [name.removeprefix("docs/") for _, name, _ in pages(docs)]
        yield from nav_faults(settings, written, [leaf.file for leaf in renderer.leaves.values()])


def page_faults(path: Path, name: str, address: str, renderer: Renderer) -> Iterator[str]:
    """Yields the faults of one page, as `pages` names it."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        yield f"{name}:{path.read_bytes()[: error.start].count(10) + 1}: not UTF-8; save the file as UTF-8"
        return
    yield from (f"{name}:1: {message}" for message in head_faults(text))
    body = HEAD.sub(lambda head: "\n" * head[0].count("\n"), text)  # so that its lines keep their numbers
    told = [
        *forged(body),
        *tangles(body),
        *slips(body),
        *link_faults(body, name.removeprefix("docs/"), path.parents[name.count("/") - 1], renderer),
    ]
    try:
        told += tried(body, vocabulary(renderer, lambda: address))[0]
    except BrokenTemplateError as error:
        yield str(error)
    yield from (f"{name}:{line}: {message}" for line, message in sorted(told))


def forged(text: str) -> Iterator[Told]:
    """Yields a fault for each line that holds a letter of our marks: nobody can read what it would become."""
    for number, line in enumerate(text.split("\n"), 1):
        if OPEN in line or CLOSE in line:
            yield number, "this line has a letter that only the program may use (U+E000 or U+E001); remove it"


def tangles(text: str) -> Iterator[Told]:
    """Yields the first line of each paragraph on which Markdown would work without an end in sight."""
    for paragraph in re.finditer(r"(?:.+\n?)+", text):
        if paragraph[0].count("[") > MANY:
            line = text.count("\n", 0, paragraph.start()) + 1
            yield line, f"more than {MANY} '[' in one paragraph; part it by empty lines"


def head_faults(text: str) -> Iterator[str]:
    """Yields what is wrong between the two lines "---" at the top of a page."""
    match = HEAD.match(text)
    try:
        head = yaml.safe_load(match[1]) if match else None
    except yaml.YAMLError:
        head = None
    if not isinstance(head, dict):
        yield "the page needs a head between two lines '---', with 'description: ...'; quote text with ': ' in it"
        return
    for key in head:
        if key not in KEYS:
            advice = suggestion(str(key), KEYS) or f" Known keys: {', '.join(KEYS)}."
            yield f"unknown key '{key}'.{advice}"
    hidden = head.get("hide", [])
    if not isinstance(hidden, list) or not set(hidden) <= set(HIDE):
        yield f"'hide' is a list of what the page has no room for; it may hold: {', '.join(HIDE)}"
    if not isinstance(head.get("description"), str) or not head["description"]:
        yield "'description' is missing; say in one sentence what is on the page"
