"""The recipes for people who change the data: one text, whole on GitHub, and on its page a fold for each of them."""

import re
from collections.abc import Callable, Iterator

from markdown.extensions.toc import slugify

from ..links import without_code

PART = re.compile(r"^## (.+)$", re.MULTILINE)
LINKS = "](../docs/"  # as GitHub shows the text, in the folder of the data; the page stands in docs/contribute/
Around = tuple[str, str]  # what stands before and after the text of a fold


def page_of(text: str, fold: Callable[[str, str], Around]) -> str:
    """Returns the Markdown of the page. `fold` gives what stands around a part, from its id and its heading."""
    return "\n\n".join(parts(text.replace(LINKS, "](../"), fold))


def parts(text: str, fold: Callable[[str, str], Around]) -> Iterator[str]:
    """Yields what stands before the first part, and then each part; those whose heading begins with a number unfold."""
    heads = list(PART.finditer(without_code(text)))
    ends = [head.start() for head in heads] + [len(text)]
    yield text[: ends[0]]
    for head, end in zip(heads, ends[1:], strict=True):
        if head[1][0].isdigit():
            before, after = fold(slugify(head[1], "-"), head[1])
            yield from (before, text[head.end() : end].strip(), after)
        else:
            yield text[head.start() : end]
