"""Renders the text of a page: it may call our words with plain values, in Jinja's sandbox, and can do nothing else.

A page has no loop, no other template and no object, so what a stranger writes in one cannot run, read or never end.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from inspect import signature
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..reading.faults import suggestion
from .marks import Block, Inline
from .text import as_text

Words = Mapping[str, Callable[..., Any]]
Told = tuple[int, str]  # a line of the page, and what is wrong there
ONLY_WORDS = 'braces hold a word with its values, and nothing else, as in {{ count("activities") }}'
BLOCK_ALONE = "this word makes a block; give it a line of its own, with an empty line above and below"
NO_LINK_IN_TITLE = "the title of a page can hold no link; write the word under it"
ABOVE, BELOW = re.compile(r"\n[ \t]*\n[ \t]*\Z"), re.compile(r"[ \t]*\n[ \t]*\n")

SANDBOX = ImmutableSandboxedEnvironment(
    autoescape=True, finalize=as_text, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
for builtin in (SANDBOX.globals, SANDBOX.filters, SANDBOX.tests):
    builtin.clear()


class WordError(Exception):
    """A word that cannot say what a page asks for: what is wrong, and what to write."""


class PageError(Exception):
    """A page that cannot be rendered: `told` has every fault with its line."""

    def __init__(self, told: list[Told]) -> None:
        super().__init__("; ".join(message for _, message in told))
        self.told = told


def rendered(text: str, words: Words) -> str:
    """Returns the text of a page with what its words say.

    Raises PageError with every fault, and whatever a word raises beside WordError.
    """
    told, made = tried(text, words)
    if told:
        raise PageError(told)
    in_order = iter(made)  # each word has spoken when it was tried
    return compiled(text).render({name: lambda *_, **__: next(in_order) for name in words})


def tried(text: str, words: Words) -> tuple[list[Told], list[Any]]:
    """Returns the faults of a page, and what each of its words says, in order; words may raise as for `rendered`."""
    told, made = list[Told](), list[Any]()
    try:
        for before, node, after in parts(parsed(text)):
            try:
                made.append(said(node, words))
                if message := misplaced(before, made[-1], after):
                    told.append((node.lineno, message))
            except WordError as error:
                told.append((node.lineno, str(error)))
    except TemplateSyntaxError as error:
        told.append((error.lineno, str(error.message)))
    except RecursionError:
        told.append((1, "the brackets between braces stand too deep in one another"))
    return told, made


@lru_cache(maxsize=100)  # all stubs are alike; the others are tried, and then built
def parsed(text: str) -> nodes.Template:
    """Returns what stands in the text of a page. Raises TemplateSyntaxError."""
    return SANDBOX.parse(text)


@lru_cache(maxsize=100)
def compiled(text: str) -> Template:
    """Returns the text of a page, without faults, as Jinja renders it."""
    return SANDBOX.from_string(text)


def parts(tree: nodes.Template) -> Iterator[tuple[str, nodes.Node, str]]:
    """Yields whatever is not plain text, each with the text before and after it; empty lines stand around a page."""
    texts, found = ["\n\n"], []
    for part in (part for node in tree.body for part in (node.nodes if isinstance(node, nodes.Output) else [node])):
        if isinstance(part, nodes.TemplateData):
            texts[-1] += part.data
        else:
            found.append(part)
            texts.append("")
    texts[-1] += "\n\n"
    return zip(texts, found, texts[1:], strict=False)


def called(node: nodes.Node) -> bool:
    """Tells whether what stands between braces is a word that is called, and no more."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return False
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    return not (node.dyn_args or node.dyn_kwargs) and all(map(plain, values))


def plain(node: nodes.Node) -> bool:
    """Tells whether a value is typed as it is: a text, a number, or a list of them."""
    return isinstance(node, nodes.Const) or (isinstance(node, nodes.List) and all(map(plain, node.items)))


def said(node: nodes.Node, words: Words) -> Any:
    """Returns what a word says, as called. Raises WordError for whatever is no word of ours, or called amiss."""
    if not called(node):
        raise WordError(ONLY_WORDS)
    assert isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)  # noqa: S101, PT018 - `called` looked
    name = node.node.name
    if name not in words:
        raise WordError(f"no word '{name}'.{suggestion(name, words) or known(words)}")
    values = {keyword.key: keyword.value.as_const() for keyword in node.kwargs}
    accepted = signature(words[name]).parameters
    for key in values:
        if key not in accepted:
            raise WordError(f"{name} has no '{key}'.{suggestion(key, accepted) or known(accepted)}")
    given = [argument.as_const() for argument in node.args]
    for value in [*given, *values.values()]:
        if not all(isinstance(one, str) for one in (value if isinstance(value, list) else [value])):
            raise WordError(f'put {value} in quotes: "{value}"')
    try:
        signature(words[name]).bind(*given, **values)
    except TypeError as error:
        raise WordError(f"{name}: {error}; its values are: {', '.join(accepted) or 'none'}") from None
    return words[name](*given, **values)


def known(words: Iterable[str]) -> str:
    """Returns the end of a message that lists what may be written."""
    return f" Known: {', '.join(words)}."


def misplaced(before: str, made: Any, after: str) -> str:
    """Returns what is wrong with the place of a word in the text around it; "" if nothing is."""
    if isinstance(made, Block) and not (ABOVE.search(before) and BELOW.match(after)):
        return BLOCK_ALONE
    if isinstance(made, Inline) and before.rpartition("\n")[2].startswith("# "):
        return NO_LINK_IN_TITLE
    return ""
