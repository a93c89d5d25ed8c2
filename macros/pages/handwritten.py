"""Checks the hand-written pages in docs/ before anything is built: their head, their view, their {{ ... }}."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, TemplateSyntaxError

from ..reading.faults import suggestion
from .render import BrokenTemplateError, Renderer

HEAD = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
KEYS = ["description", "view", "words"]  # words: what people type when they look for the page


def pages(docs: Path) -> Iterator[tuple[Path, str, str]]:
    """Yields each hand-written page: its file, how messages name it, and its address. Assets are no pages."""
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs)
        if not path.is_symlink() and "assets" not in relative.parts:
            address = relative.as_posix().removesuffix(".md").removesuffix("index")
            yield path, f"docs/{relative.as_posix()}", address.rstrip("/") + "/" if address else ""


def entries(docs: Path) -> Iterator[dict[str, str]]:
    """Yields a search entry for each page whose heading is plain text: its address, title and description."""
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
            yield entry | ({"words": str(head["words"])} if "words" in head else {})


def faults(docs: Path, renderer: Renderer, env: Environment, variables: Mapping[str, Any]) -> Iterator[str]:
    """Yields "docs/file:line: message" for every fault; `env` and `variables` are those of mkdocs-macros."""
    for path, name, address in pages(docs):
        yield from page_faults(path, name, address, renderer, env, variables)


def page_faults(
    path: Path, name: str, address: str, renderer: Renderer, env: Environment, variables: Mapping[str, Any]
) -> Iterator[str]:
    """Yields the faults of one page, as `pages` names it."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        yield f"{name}:{path.read_bytes()[: error.start].count(10) + 1}: not UTF-8; save the file as UTF-8"
        return
    yield from head_faults(name, text, renderer, address)
    yield from body_faults(name, text, env, variables)


def head_faults(name: str, text: str, renderer: Renderer, address: str) -> Iterator[str]:
    """Yields what is wrong between the two lines "---" at the top of a page."""
    match = HEAD.match(text)
    try:
        head = yaml.safe_load(match[1]) if match else None
    except yaml.YAMLError:
        head = None
    if not isinstance(head, dict):
        message = "the page needs a head between two lines '---', with 'description: ...'; quote text with ': ' in it"
        yield f"{name}:1: {message}"
        return
    for key in head:
        if key not in KEYS:
            advice = suggestion(str(key), KEYS) or f" Known keys: {', '.join(KEYS)}."
            yield f"{name}:1: unknown key '{key}'.{advice}"
    if not head.get("description"):
        yield f"{name}:1: 'description' is missing; say in one sentence what is on the page"
    if "view" in head:
        views = sorted(path.stem for path in (renderer.templates / "views").glob("*.html"))
        if head["view"] not in views:
            view = str(head["view"])
            yield f"{name}:1: no view '{view}' in macros/pages/templates/views/.{suggestion(view, views)}"
            return
        try:
            renderer.view(head["view"], address)
        except BrokenTemplateError as error:
            yield f"macros/pages/{error}"


def body_faults(name: str, text: str, env: Environment, variables: Mapping[str, Any]) -> Iterator[str]:
    """Yields what Jinja cannot do in the text of a page."""
    try:
        env.from_string(text).render(**variables)
    except TemplateSyntaxError as error:
        yield f"{name}:{error.lineno}: {error.message}"
    except Exception as error:
        trace, line = error.__traceback__, 1
        while trace:
            if trace.tb_frame.f_code.co_filename == "<template>":
                line = trace.tb_lineno
            trace = trace.tb_next
        yield f"{name}:{line}: {error}"
