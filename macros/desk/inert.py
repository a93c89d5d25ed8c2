"""Text that strangers wrote, as Markdown that does nothing: no HTML, no link, no mention, no list."""

import re
from urllib.parse import quote

from ..reading.files import INVISIBLE


def inert(text: str) -> str:
    """Returns `text` in one line as code: GitHub reads no HTML, link, @mention or #number inside.

    The fence is longer than any run of backticks in the text, so that nothing in it can close it. A character that
    nobody can see is shown by its number.
    """
    line = INVISIBLE.sub(lambda match: f"U+{ord(match[0]):04X}", " ".join(text.split())) or "nothing"
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    return f"{fence} {line} {fence}" if "`" in line else f"{fence}{line}{fence}"


def link(label: str, site: str, address: str) -> str:
    """Returns a link to a page of the site. The label is ours; of the address, only what an address may hold stays."""
    return f"[{label}]({site}{quote(address, safe='/#.-')})"
