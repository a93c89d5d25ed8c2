"""What a hand lets slip on a page in docs/ is told with its line, and published by nobody."""

import pytest

from macros.pages.slips import slips

MERGE = "git could not merge these lines; keep one side, and remove the lines of < = and >"
HEADING = "the page needs a heading above its text: # ..."

# the text of a page, and what is said of it
PAGES = [
    ("# A\n\nWords.\n", []),
    ("A\n===\n\nWords.\n", []),
    ("# A\n\n```\n<<<<<<< HEAD\n![](x.png) [](y.md)\n>>>>>>> mine\n```\n", []),
    ("# A\n\n`![](x.png)` and `[x]()`\n", []),
    ("# A\n\n- [ ] a task (open)\n\nA [word] (and more).\n", []),
    ("# A\n\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> mine\n", [(3, MERGE), (7, MERGE)]),
    ("# A\n\n![](x.png)\n", [(3, "this picture has no text for who cannot see it: ![what it shows](...)")]),
    ("# A\n\n![ ][x]\n", [(3, "this picture has no text for who cannot see it: ![what it shows](...)")]),
    ("# A\n\n[](find.md)\n", [(3, "this link has no words; write between the brackets where it leads")]),
    ("# A\n\n[Find]()\n", [(3, "this link leads nowhere; write the page between the round brackets")]),
    ("\n\nWords alone.\n", [(3, HEADING)]),
    ("", [(1, HEADING)]),
    ("```\n# no heading\n```\n", [(1, HEADING)]),
]


@pytest.mark.parametrize(("text", "told"), PAGES)
def test_a_slip_is_told_with_its_line(text: str, told: list[tuple[int, str]]) -> None:
    assert sorted(slips(text)) == told
