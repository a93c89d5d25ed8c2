"""The source of the site for an engine that runs no hook: a folder in which all that our hook would do is done.

A page is a head and a text. What our templates make stands in the head, as `made`, and the frame prints it after the
text: so it never passes through Markdown.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..additions import additions, clash
from ..catalogue import Leaf
from ..exports.linked import About
from ..exports.revised import revised
from ..fingerprint import fingerprinted, is_named_anew
from ..frame import of_page, of_text
from ..handwritten import environment, pages, parts
from ..render import Renderer

DOCS = Path("docs")
FROM_ROOT = re.compile(r"(?<=\]\()/(?!/)")  # [words](/page.md): only MkDocs knows that "/" is docs/ here
HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


class TakenError(Exception):
    """A file in docs/ that stands where a made one would."""


@dataclass
class Source:
    """The folder `docs` that is being written. `titles` are those that the menu gives to pages, by their files."""

    docs: Path
    renderer: Renderer
    repository: str
    titles: dict[str, str]
    assets: dict[str, str] = field(default_factory=dict)  # the published name of each style and script
    taken: dict[str, str] = field(default_factory=dict)  # the file in docs/ of each address

    def write(self) -> None:
        """Writes every file. Raises TakenError, and what the templates raise."""
        written = {path: address for path, _, address in pages(DOCS)}
        for path in sorted(DOCS.rglob("*")):
            if path.is_file() and path not in written and not path.name.startswith("."):
                self.copy(path)
        for path, address in written.items():
            self.written(path, address)
        made = list(additions(DOCS, self.renderer))
        for one in made:
            address = one.leaf.address if one.leaf else one.name
            if name := self.taken.get(address):
                raise TakenError(clash(name, one.made_from))
            self.taken[address] = one.name
            if one.leaf:
                self.generated(one.name, one.leaf)
            else:
                self.put(one.name, one.content)

    def copy(self, path: Path) -> None:
        """Copies a file that is no page. A style or a script gets a name that changes with it."""
        name, content = path.relative_to(DOCS).as_posix(), path.read_bytes()
        published = fingerprinted(name, content) if is_named_anew(name) else name
        self.assets[name] = published
        self.taken[name] = name
        self.put(published, content)

    def written(self, path: Path, address: str) -> None:
        """Writes a page that a person wrote, its {{ ... }} done."""
        name = path.relative_to(DOCS).as_posix()
        self.taken[address] = name
        head, text = parts(path)
        text = environment(self.renderer.plan.folder).from_string(text).render(plan=self.renderer.plan)
        if (found := HEADING.search(text)) and name not in self.titles:
            self.titles[name] = found[1].strip()
        if "view" in head:
            head |= of_text(self.renderer.view(head["view"], address).content)
        about = About(address, self.titles[name], head["description"], None, [("Home", "")])
        self.page(name, about, None, head, FROM_ROOT.sub("../" * name.count("/"), text))

    def generated(self, name: str, leaf: Leaf) -> None:
        """Writes a page about a record, under the index of its kind."""
        rendered = self.renderer.leaf(leaf)
        trail = [("Home", "")]
        above = [self.titles[index] for index in leaf.indexes if index in self.titles and index != name]
        trail += [(title, f"{leaf.kind}/") for title in above[:1]]
        about = About(leaf.address, rendered.title, rendered.description, leaf.subject, trail)
        self.page(name, about, leaf, of_text(rendered.content), "")

    def page(self, name: str, about: About, leaf: Leaf | None, head: Mapping[str, Any], text: str) -> None:
        """Writes a page with all that the frame prints. The head is JSON, which is YAML too."""
        plan = self.renderer.plan
        whole = dict(head) | of_page(plan, about, name, leaf, self.renderer.site_url, self.repository)
        whole |= {"title": str(about.title), "description": str(about.description)}
        whole["revised"] = revised(plan, about.address, leaf is not None)
        self.put(name, f"---\n{json.dumps(whole, ensure_ascii=False)}\n---\n{text}".encode())

    def put(self, name: str, content: bytes) -> None:
        path = self.docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
