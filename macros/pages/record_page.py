"""A page that MkDocs makes from a record: no file is read, and no Markdown, so no value can become Markdown."""

from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ..catalogue.leaves import Leaf
from .frame import of_text

if TYPE_CHECKING:
    from .render import Renderer


class RecordPage(Page):
    """The page of a leaf. MkDocs asks it for its text and its HTML as it asks any page."""

    def __init__(self, leaf: Leaf, renderer: "Renderer", file: File, config: MkDocsConfig) -> None:
        menu = {name: title for entry in config.nav or [] for title, name in entry.items()}
        super().__init__(menu.get(file.src_uri), file, config)
        self.leaf, self.renderer = leaf, renderer

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no text for mkdocs-macros either."""
        self.markdown, self.meta = "", {"render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes the HTML of the template, which nobody else needs. Raises BrokenTemplateError."""
        rendered = self.renderer.taken(self.leaf)
        self.title, self.meta["description"] = rendered.title, rendered.description
        self.content = ""
        self.meta = {**self.meta, **of_text(rendered.content)}
