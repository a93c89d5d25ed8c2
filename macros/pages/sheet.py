"""Reads a style sheet of ours, and tells what a browser would pass over in silence."""

from collections.abc import Iterator, Sequence

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

Fault = tuple[int, int, str]  # line, column, what is wrong
DROPPED = "this is no CSS, and browsers drop it: {}"
NO_DECLARATION = DROPPED.format("write 'name: value;' here; a ';' or a '}' may be missing before it")
FETCHED = "this would be fetched, and a file changes its name when it is published; write it as data:"
RULES = {"media", "supports"}  # what has rules in it; the others have declarations


def faults(text: str) -> Iterator[Fault]:
    """Yields, in no order, what is no CSS in a style sheet, and each address that it would fetch."""
    yield from in_words(tinycss2.parse_component_value_list(text, skip_comments=True))
    yield from in_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def in_words(nodes: Sequence[Node]) -> Iterator[Fault]:
    """Yields brackets that close nothing and addresses, however deep they stand."""
    for node in nodes:
        if node.type == "error":
            yield node.source_line, node.source_column, DROPPED.format(node.message)
        elif node.type == "url" or (node.type == "function" and node.lower_name in {"url", "image-set"}):
            address = node.value if node.type == "url" else "".join(str(part.value) for part in node.arguments[:1])
            if not address.startswith("data:"):
                yield node.source_line, node.source_column, FETCHED
        elif node.type == "at-keyword" and node.lower_value == "import":
            yield node.source_line, node.source_column, FETCHED
        yield from in_words(getattr(node, "content", None) or getattr(node, "arguments", None) or [])


def in_rules(nodes: Sequence[Node]) -> Iterator[Fault]:
    """Yields what is no rule, and in each rule what is no declaration: a `;` or a `}` may be missing before it."""
    for node in nodes:
        if node.type == "error":
            yield node.source_line, node.source_column, DROPPED.format(node.message)
        elif isinstance(node, AtRule) and node.lower_at_keyword in RULES:
            yield from in_rules(tinycss2.parse_rule_list(node.content or (), skip_comments=True, skip_whitespace=True))
        elif isinstance(node, QualifiedRule | AtRule):
            for part in tinycss2.parse_declaration_list(node.content or (), skip_comments=True, skip_whitespace=True):
                if part.type == "error" or (part.type == "declaration" and any(word == ":" for word in part.value)):
                    yield part.source_line, part.source_column, NO_DECLARATION
