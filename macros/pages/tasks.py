"""Task lists that say what they show: pymdownx.tasklist gives its boxes no name (axe: label; WCAG 2.2, 4.1.2)."""

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

BOX = '<input type="checkbox" disabled'
LAST = 0  # the priority of a step that follows all of Markdown's own


class Names(Postprocessor):
    """Names each box."""

    def run(self, text: str) -> str:
        named = text.replace(f"{BOX} checked/>", f'{BOX} checked aria-label="Done">')
        return named.replace(f"{BOX}/>", f'{BOX} aria-label="To do">')


class Tasks(Extension):
    """The Markdown extension that mkdocs.yml names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        md.postprocessors.register(Names(md), "tasks", LAST)


def makeExtension() -> Tasks:  # noqa: N802 - the name is Markdown's
    """Returns the extension: Markdown calls this."""
    return Tasks()
