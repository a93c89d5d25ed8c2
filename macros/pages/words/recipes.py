"""The recipes for people who change the data: one text, whole on GitHub, and on its page a fold for each of them."""

import re
from collections.abc import Iterator
from html import escape

from markdown.extensions.toc import slugify

PART = re.compile(r"^## ", re.MULTILINE)
LINKS = "](../docs/"  # from the folder of the data; the page stands one folder deep in docs/
FOLD = """<details class="fold" markdown="1"><summary><h2 id="{id}">{title}</h2></summary>

{text}
</details>

"""


def page_of(text: str) -> str:
    """Returns the Markdown of the page: each part whose heading begins with a number is folded."""
    return "".join(parts(text.replace(LINKS, "](../")))


def parts(text: str) -> Iterator[str]:
    """Yields the text before the first part, and then each part; none of its fences holds a heading."""
    first, *others = PART.split(text)
    yield first
    for part in others:
        title, _, rest = part.partition("\n")
        yield (
            FOLD.format(id=slugify(title, "-"), title=escape(title), text=rest.strip())
            if title[0].isdigit()
            else f"## {part}"
        )
