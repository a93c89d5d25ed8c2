"""Cuts the style sheet to the rules that a page of the site can meet: of the theme, a reader needs a third.

A rule stays if each tag, class, id and attribute that a selector of it asks for stands in some page or in a script,
which may put it there. What the reader or the device switches on (`:hover`, a width, print) is not asked for.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from ..catalogue.fingerprint import fingerprinted
from .audit.site import Site

PLAIN = {"skip_comments": True, "skip_whitespace": True}
Rule = tuple[str, list[tuple[str, str]], list["Rule"]]  # its selectors, its declarations, the rules in it


def cut_styles(site: Site) -> None:
    """Writes the style sheet of a built site anew, under the name of its new content, and that name into each page."""
    sheet = next(path for name, path in site.files.items() if re.fullmatch(r"assets/all\.\w+\.css", name))
    scripts = " ".join(path.read_text(encoding="utf-8") for path in site.files.values() if path.suffix == ".js")
    words = set(re.findall(r"[\w-]+", scripts)).union(*(page.words for page in site.pages.values()))
    content = cut(sheet.read_text(encoding="utf-8"), words)
    new = sheet.with_name(Path(fingerprinted("all.css", content.encode())).name)
    sheet.rename(new).write_text(content, encoding="utf-8")
    for name, page in site.pages.items():
        site.files[name].write_text(page.html.replace(sheet.name, new.name), encoding="utf-8")


def cut(sheet: str, words: set[str]) -> str:
    """Returns `sheet` without the rules that nothing made of `words` meets, and the variables that none then uses."""
    rules = list(kept(tinycss2.parse_stylesheet(sheet, **PLAIN), words))
    variables = used(rules)
    return "".join(printed(rule, variables) for rule in rules)


def kept(nodes: Sequence[Node], words: set[str]) -> Iterator[Rule]:
    """Yields the rules that stay."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            if met := [tinycss2.serialize(one).strip() for one in selectors(node.prelude) if is_met(one, words)]:
                found = tinycss2.parse_blocks_contents(node.content, **PLAIN)
                yield (
                    ",".join(met),
                    [(d.name, tinycss2.serialize(d.value).strip() + "!important" * d.important) for d in found],
                    [],
                )
        elif isinstance(node, AtRule) and node.lower_at_keyword in {"media", "supports"}:
            if inner := list(kept(tinycss2.parse_rule_list(node.content, **PLAIN), words)):
                yield f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}".strip(), [], inner
        elif isinstance(node, AtRule):  # @keyframes, @page: few, and whole
            yield node.serialize(), [], []


def selectors(prelude: Sequence[Node]) -> list[list[Node]]:
    """Returns what stands between the commas of a list of selectors."""
    return [list(part) for is_comma, part in groupby(prelude, lambda node: bool(node == ",")) if not is_comma]


def is_met(selector: Sequence[Node], words: set[str]) -> bool:
    """Tells whether all that a selector asks for is among `words`; what stands in `:not(...)` and the like aside."""
    asked: set[str] = set()
    for before, node in zip([None, *selector], selector, strict=False):
        if node.type == "hash" or (node.type == "ident" and before != ":"):
            asked.add(node.value)
        elif node.type == "[] block":
            name, *rest = (part for part in node.content if part.type != "whitespace")
            asked |= {name.value} | ({rest[1].value} if rest and rest[0] == "=" else set())
    return asked <= words


def used(rules: Sequence[Rule]) -> set[str]:
    """Returns the variables that some declaration needs, be it through others."""
    needs: dict[str, set[str]] = {"": set()}
    for name, text in (one for _, declarations, _ in flat(rules) for one in declarations):
        needs.setdefault(name if name.startswith("--") else "", set()).update(re.findall(r"var\(\s*(--[\w-]+)", text))
    found, asked = set[str](), needs[""]
    while asked - found:
        found |= asked
        asked = set().union(*(needs.get(name, set()) for name in found))
    return found


def flat(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yields every rule, those in groups too."""
    for rule in rules:
        yield from [rule, *flat(rule[2])]


def printed(rule: Rule, variables: set[str]) -> str:
    """Returns a rule as text, without variables that are not in use."""
    head, declarations, inner = rule
    body = ";".join(f"{name}:{text}" for name, text in declarations if name[:2] != "--" or name in variables)
    body += "".join(printed(one, variables) for one in inner)
    return f"{head}{{{body}}}" if body else "" if declarations else head
