"""The files of the site that nobody wrote: the pages of the records, the copies of the sources, the redirects."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..catalogue.search import index
from ..catalogue.ways import ways
from ..proof.alignment import FOLDER
from .handwritten import entries
from .render import Renderer

STUB = b"{{ page() }}"  # the text of the page of a record: it holds no data, for Jinja reads it


@dataclass(frozen=True)
class Addition:
    """A file as if it stood in docs/: its name there, the file it is made from, its content."""

    name: str
    made_from: str
    content: bytes


def additions(docs: Path, renderer: Renderer) -> Iterator[Addition]:
    """Yields every file that an engine adds to docs/. Raises BrokenTemplateError."""
    plan = renderer.plan
    for leaf in renderer.leaves.values():
        yield Addition(leaf.file, leaf.place.file, STUB)
    for source in plan.records.sources.values():
        if source.file:
            copy = plan.records.folder / FOLDER / source.file
            yield Addition(f"sources/{source.file}", source.at("file").file, copy.read_bytes())
    for redirect in plan.records.redirects:
        content = str(renderer.redirect(redirect).content)
        yield Addition(f"{redirect.from_}index.html", redirect.at().file, content.encode())
    found = json.dumps(
        {"entries": [*index(plan), *entries(docs, renderer)], "ways": ways(plan)},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    yield Addition("search/index.json", "the data", found.encode())


def clash(name: str, made_from: str) -> str:
    """Returns the message that the file `name` in docs/ stands where an addition would."""
    return f"docs/{name}: this page is made from {made_from}; remove the file"
