"""A page that MkDocs makes from a record: no file is read, and no Markdown, so no value can become Markdown."""

from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .catalogue import Leaf
from .outline import Heading, outline

if TYPE_CHECKING:
    from .render import Renderer


class RecordPage(Page):
    """The page of a leaf. MkDocs asks it for its text and its HTML as it asks any page."""

    def __init__(self, leaf: Leaf, renderer: "Renderer", file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.leaf, self.renderer = leaf, renderer
        self.edit_url = f"{config.extra['repository']}/edit/main/{leaf.place.file}#L{leaf.place.line}"

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no text for mkdocs-macros either."""
        self.markdown, self.meta = "", {"render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes the HTML of the template, which nobody else needs. Raises BrokenTemplateError."""
        rendered = self.renderer.taken(self.leaf)
        self.title, self.meta["description"] = rendered.title, rendered.description
        self.content = rendered.content
        self.toc = contents(outline(self.content))


def contents(headings: list[Heading]) -> TableOfContents:
    """Returns headings as the table of contents of MkDocs."""

    def link(heading: Heading) -> AnchorLink:
        anchor = AnchorLink(heading.title, heading.id, heading.level)
        anchor.children = [link(child) for child in heading.children]
        return anchor

    return TableOfContents([link(heading) for heading in headings])
