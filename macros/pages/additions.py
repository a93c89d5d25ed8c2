"""The files of the site that nobody wrote: the pages of the records, the copies of the sources, the redirects."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..catalogue.leaves import Leaf, leaves
from ..catalogue.search import index
from ..proof.alignment import FOLDER
from .handwritten import entries
from .render import Renderer


@dataclass(frozen=True)
class Addition:
    """A file as if it stood in docs/: its name there, the file it is made from, its content; a page has a leaf instead.

    The two are never both there.
    """

    name: str
    made_from: str
    content: bytes = b""
    leaf: Leaf | None = None


def additions(docs: Path, renderer: Renderer) -> Iterator[Addition]:
    """Yields every file that an engine adds to docs/. Raises BrokenTemplateError."""
    plan = renderer.plan
    for leaf in leaves(plan):
        index_page = leaf.address.count("/") == 1
        name = f"{leaf.address}index.md" if index_page else f"{leaf.address.rstrip('/')}.md"
        yield Addition(name, leaf.place.file, leaf=leaf)
    for source in plan.records.sources.values():
        if source.file:
            copy = plan.records.folder / FOLDER / source.file
            yield Addition(f"sources/{source.file}", source.at("file").file, copy.read_bytes())
    for redirect in plan.records.redirects:
        content = str(renderer.redirect(redirect).content)
        yield Addition(f"{redirect.from_}index.html", redirect.at().file, content.encode())
    found = json.dumps([*index(plan), *entries(docs)], ensure_ascii=False, separators=(",", ":"))
    yield Addition("search/index.json", "the data", found.encode())


def clash(name: str, made_from: str) -> str:
    """Returns the message that the file `name` in docs/ stands where an addition would."""
    return f"docs/{name}: this page is made from {made_from}; remove the file"
