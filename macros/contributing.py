"""Makes CONTRIBUTING.md, which GitHub shows, from the page /contribute/: `make contributing` writes it."""

import posixpath
import re
from pathlib import Path

PAGE = Path("docs", "contribute", "index.md")
TARGET = Path("CONTRIBUTING.md")
HEAD = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!\w+:|#)([^)\s]+)\)")
ORIGIN = "<!-- Made from {page} by `make contributing`. Change that page, not this file. -->\n"


def contributing(page: str) -> str:
    """Returns the text of a page of docs/contribute/ as a file at the root: without its head, links from there."""

    def moved(match: re.Match[str]) -> str:
        return f"]({posixpath.normpath(posixpath.join(PAGE.parent.as_posix(), match[1]))})"

    return ORIGIN.format(page=PAGE.as_posix()) + LINK.sub(moved, HEAD.sub("", page, count=1))


if __name__ == "__main__":
    TARGET.write_text(contributing(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
