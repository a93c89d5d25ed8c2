"""Checks the Markdown links of a hand-written page to other pages, so that a fault has the line of the page."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from ..reading.faults import suggestion
from .render import Renderer

FENCE = r"^( *)(`{3,}|~{3,}).*?(?:^ *\2[`~]*$|\Z)"
CODE = re.compile(rf"{FENCE}|(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\3(?!`)", re.DOTALL | re.MULTILINE)
INLINE, REFERENCE = r"\]\(\s*<?", r"^ {0,3}\[[^\]\n]+\]:\s*<?"
TARGET = re.compile(rf"(?:{INLINE}|{REFERENCE})(?!\w+:|#)([^)\s>#]+\.md)(?:#([^)\s>]*))?", re.MULTILINE)
ID = re.compile(r'\bid="([^"]+)"')


def without_code(text: str) -> str:
    """Returns Markdown with spaces for all code in it: each other letter stands where it stood."""
    return CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def link_faults(text: str, name: str, docs: Path, renderer: Renderer) -> Iterator[tuple[int, str]]:
    """Yields the line and the message of each link in `text`, the page `name` of docs/, that leads to no page.

    An anchor is looked for where the page is made from a record; MkDocs looks for the others.
    """
    made = {leaf.file: leaf for leaf in renderer.leaves.values()}
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    for match in TARGET.finditer(without_code(text)):
        line, (target, anchor) = text.count("\n", 0, match.start(1)) + 1, match.groups()
        file = posixpath.normpath(
            posixpath.join("" if target[0] == "/" else posixpath.dirname(name), target).lstrip("/")
        )
        if file not in made and file not in written:
            yield line, f"no page '{target}'.{suggestion(file, [*made, *written])}"
        elif anchor and file in made:
            ids = ID.findall(renderer.leaf(made[file]).content)
            if anchor not in ids:
                yield line, f"'{target}' has no heading '#{anchor}'.{suggestion(anchor, ids)}"
