"""Tries every template and every hand-written page before an engine starts, and tells all faults at once."""

from pathlib import Path

from ..exports.bundle import unmade
from ..reading.files import LINK, links
from .handwritten import faults as faults_of_pages
from .handwritten import pages
from .redirects import redirects_end_at_pages
from .render import BrokenTemplateError, Renderer


def faults(docs: Path, renderer: Renderer) -> list[str]:
    """Returns a message for each fault, once."""
    plan = renderer.plan
    found = dict.fromkeys(f"{place}: {message}" for place, message in unmade(plan, renderer.exports))
    for leaf in renderer.leaves.values():
        try:
            renderer.leaf(leaf)
        except BrokenTemplateError as error:
            found[str(error)] = None
    found |= dict.fromkeys(faults_of_pages(docs, renderer))
    unled = redirects_end_at_pages(plan, {address for _, _, address in pages(docs)})
    return list(found | dict.fromkeys(f"{place}: {message}" for place, message in unled))


def told(found: list[str]) -> str:
    """Returns the message that nothing was built because of these faults."""
    return f"{len(found)} fault(s) in the pages. Nothing was built.\n" + "\n".join(found)


def linked(docs: Path) -> list[str]:
    """Returns a message for each symbolic link in docs/: an engine would follow it, and publish what it leads to."""
    return [f"docs/{path.relative_to(docs).as_posix()}: {LINK}" for path in links(docs)]
