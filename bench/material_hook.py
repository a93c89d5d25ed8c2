"""Gives Material what its search indexes: our HTML as the text of a page, and its headings. For bench/material.yml."""

from typing import Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.pages.outline import Heading, outline


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Returns the text of a page with what our templates made of it."""
    html += page.meta.get("made", "")
    page.toc = TableOfContents([link(heading) for heading in outline(html)])
    return html


def link(heading: Heading) -> AnchorLink:
    """Returns a heading, and those under it, as MkDocs has them."""
    found = AnchorLink(heading.title, heading.id, heading.level)
    found.children = [link(child) for child in heading.children]
    return found
