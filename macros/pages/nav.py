"""Checks `nav:` in mkdocs.yml, so that a slip in it has its line; and tells of pages that it leaves out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from pathspec import GitIgnoreSpec

from ..reading.faults import suggestion

SETTINGS = Path("mkdocs.yml")
REPORTS = "reports/index.md"  # made only while there are reports; the menu goes without it then


def nav_faults(settings: Path, written: Iterable[str], made: Iterable[str]) -> Iterator[str]:
    """Yields "mkdocs.yml:line: message" for each entry that leads to no page, and a message for each page left out.

    `written` are the pages in docs/, and `made` those of records, each relative to docs/: "guides/courses.md".
    """
    try:
        root = yaml.compose(settings.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        yield f"{settings.name}:{line}: this is not YAML ({error.problem}); look at the spaces and quotes here"
        return
    values = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    made = set(made)
    pages = {*written, *made, REPORTS}
    entries = list(files(values["nav"])) if "nav" in values else []
    for node in entries:
        name = node.value.removeprefix("./")
        if name not in pages and "://" not in name:
            near = suggestion(name.rpartition(":")[2].strip(), pages)
            yield f"{settings.name}:{node.start_mark.line + 1}: no page '{name}' in docs/.{near}"
    named = {node.value.removeprefix("./") for node in entries}
    elsewhere = GitIgnoreSpec.from_lines(values["not_in_nav"].value.splitlines() if "not_in_nav" in values else [])
    for name in sorted(set(written) - named - made) if entries else ():
        if not elsewhere.match_file(name):
            advice = f"add one, or name the page under not_in_nav: if other pages lead to it ({settings.name})"
            yield f"docs/{name}:1: no entry of the menu leads to this page; {advice}"


def files(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yields the files of a menu, however deep: `file`, `title: file`, `title: [entry, ...]`."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from files(entry)
    elif isinstance(node, yaml.MappingNode):
        for _, entry in node.value:
            yield from files(entry)
