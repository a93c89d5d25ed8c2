"""Cuts the style sheet to the rules that a page of the site can meet: of the theme, a reader needs a fifth.

A rule stays if each tag, class, id and attribute that a selector of it asks for stands in some page or in a script,
which may put it there. What the reader or the device switches on (`:hover`, a width, print) is not asked for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from ..catalogue.fingerprint import fingerprinted
from .audit.site import Site

NAME = re.compile(r"assets/all\.[0-9a-f]+\.css")
HOLDS_RULES = {"media", "supports"}


@dataclass
class Rule:
    """A rule: its selectors, or what a group of rules is for; its declarations; the rules in it."""

    head: str
    declarations: list[tuple[str, str]] = field(default_factory=list)
    inner: list["Rule"] = field(default_factory=list)


def cut_styles(site: Site) -> None:
    """Writes the style sheet of a built site anew, under the name of its new content, and that name into each page."""
    sheet = next(path for name, path in site.files.items() if NAME.fullmatch(name))
    scripts = " ".join(path.read_text(encoding="utf-8") for path in site.files.values() if path.suffix == ".js")
    words = set(re.findall(r"[\w-]+", scripts)).union(*(page.words for page in site.pages.values()))
    content = cut(sheet.read_text(encoding="utf-8"), words)
    new = sheet.with_name(Path(fingerprinted("all.css", content.encode())).name)
    sheet.unlink()
    new.write_text(content, encoding="utf-8")
    for name, page in site.pages.items():
        site.files[name].write_text(page.html.replace(sheet.name, new.name), encoding="utf-8")


def cut(sheet: str, words: set[str]) -> str:
    """Returns `sheet` without the rules that nothing made of `words` meets, and the variables that none then uses."""
    rules = list(kept(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), words))
    variables = used(rules)
    return "".join(printed(rule, variables) for rule in rules)


def kept(nodes: Sequence[Node], words: set[str]) -> Iterator[Rule]:
    """Yields the rules that stay."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            met = [tinycss2.serialize(one).strip() for one in selectors(node.prelude) if is_met(one, words)]
            if met:
                found = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                yield Rule(",".join(met), [(one.name, value(one)) for one in found])
        elif isinstance(node, AtRule) and node.lower_at_keyword in HOLDS_RULES:
            inner = list(kept(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), words))
            if inner:
                yield Rule(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}".strip(), inner=inner)
        elif isinstance(node, AtRule):  # @keyframes, @page: few, and whole
            yield Rule(node.serialize())


def value(declaration: Node) -> str:
    """Returns the value of a declaration as text."""
    important = "!important" if declaration.important else ""
    return f"{tinycss2.serialize(declaration.value).strip()}{important}"


def selectors(prelude: Sequence[Node]) -> list[list[Node]]:
    """Returns what stands between the commas of a list of selectors."""
    found: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            found.append([])
        else:
            found[-1].append(node)
    return found


def is_met(selector: Sequence[Node], words: set[str]) -> bool:
    """Tells whether all that a selector asks for is among `words`; what stands in `:not(...)` and the like aside."""
    before = ""
    for node in selector:
        asked = ""
        if node.type == "hash" or (node.type == "ident" and before != ":"):
            asked = node.value
        elif node.type == "[] block":
            inside = [part for part in node.content if part.type != "whitespace"]
            exact = len(inside) > 2 and inside[1] == "="
            if exact and inside[2].value not in words:
                return False
            asked = inside[0].value
        if asked and asked not in words:
            return False
        before = node.value if node.type == "literal" else ""
    return True


def used(rules: Sequence[Rule]) -> set[str]:
    """Returns the variables that some declaration needs, be it through others."""
    needs: dict[str, set[str]] = {"": set()}
    for rule in flat(rules):
        for name, text in rule.declarations:
            needs.setdefault(name if name.startswith("--") else "", set()).update(
                re.findall(r"var\(\s*(--[\w-]+)", text)
            )
    found, asked = set[str](), needs[""]
    while asked - found:
        found |= asked
        asked = set().union(*(needs.get(name, set()) for name in found))
    return found


def flat(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yields every rule, those in groups too."""
    for rule in rules:
        yield rule
        yield from flat(rule.inner)


def printed(rule: Rule, variables: set[str]) -> str:
    """Returns a rule as text, without variables that are not in use."""
    if rule.inner:
        return f"{rule.head}{{{''.join(printed(one, variables) for one in rule.inner)}}}"
    if not rule.declarations:
        return rule.head
    body = ";".join(f"{name}:{text}" for name, text in rule.declarations if name[:2] != "--" or name in variables)
    return f"{rule.head}{{{body}}}" if body else ""
