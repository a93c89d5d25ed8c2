"""Slips of hand on a page in docs/ that Markdown would publish as they are, and no reader could use."""

import re
from collections.abc import Iterator

from .links import without_code

LINE = tuple[int, str]  # a line of the page, from 1, and the message
CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) .*$", re.MULTILINE)
HEADING = re.compile(r"^# |^.*\S.*\n=+ *$|^\{\{ recipes\(", re.MULTILINE)  # the recipes bring their own
# what is found, and what to do
SLIPS = [
    (CONFLICT, "git could not merge these lines; keep one side, and remove the lines of < = and >"),
    (re.compile(r"!\[\s*\](?=[(\[])"), "this picture has no text for who cannot see it: ![what it shows](...)"),
    (re.compile(r"(?<![!\]\\])\[\s*\](?=\()"), "this link has no words; write between the brackets where it leads"),
    (re.compile(r"(?<=\])\(\s*\)"), "this link leads nowhere; write the page between the round brackets"),
]


def slips(text: str) -> Iterator[LINE]:
    """Yields what is wrong with the text of a page, without its head; code is shown as it is, and is not asked."""
    shown = without_code(text)
    for pattern, message in SLIPS:
        for match in pattern.finditer(shown):
            yield shown.count("\n", 0, match.start()) + 1, message
    if not HEADING.search(shown):
        first = re.search(r"\S", shown)
        yield shown.count("\n", 0, first.start() if first else 0) + 1, "the page needs a heading above its text: # ..."
