"""Carries HTML of ours through Markdown: as a mark that holds it, which no word of a page or of the data can make.

A mark is the HTML in base64 between two letters that no script uses. There is no list of marks to keep, so a page says
the same whatever was made before it, and Markdown sees neither the tags nor the values between them.
"""

import re
from base64 import b64decode, b64encode

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

OPEN, CLOSE = "\ue000", "\ue001"  # of the private use area
MARK = re.compile(f"{OPEN}([A-Za-z0-9+/=]*){CLOSE}")
AFTER_CLEANING, BEFORE_FENCES = 30, 25  # the priorities of Markdown's own steps: ours stands between


class Inline(Markup):
    """A mark for the middle of a sentence."""


class Block(Markup):
    """A mark that stands alone, as a paragraph does."""


def mark(html: Markup) -> str:
    """Returns the mark for `html`."""
    return f"{OPEN}{b64encode(html.encode()).decode()}{CLOSE}"


def unmarked(text: str) -> str:
    """Returns `text` with the HTML of each mark in its place."""
    return MARK.sub(lambda match: b64decode(match[1]).decode(), text)


class Stash(Preprocessor):
    """Hands each mark to Markdown as HTML that is done."""

    def run(self, lines: list[str]) -> list[str]:
        return MARK.sub(lambda match: self.md.htmlStash.store(unmarked(match[0]).strip()), "\n".join(lines)).split("\n")


class Marks(Extension):
    """The Markdown extension that mkdocs.yml names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        md.preprocessors.register(Stash(md), "marks", (AFTER_CLEANING + BEFORE_FENCES) / 2)


def makeExtension() -> Marks:  # noqa: N802 - the name is Markdown's
    """Returns the extension: Markdown calls this."""
    return Marks()
