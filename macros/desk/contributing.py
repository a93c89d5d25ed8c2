"""Makes .github/CONTRIBUTING.md, which GitHub shows, from data/contribute.md, which the page /contribute/ shows."""

import posixpath
import re
from pathlib import Path

PAGE = Path("data", "contribute.md")
SHOWN = Path("docs", "contribute")  # where the site shows it: its links start from there
TARGET = Path(".github", "CONTRIBUTING.md")
LINK = re.compile(r"\]\((?!\w+:|#)([^)\s]+)\)")
ORIGIN = "<!-- Made from {page} by `make contributing`. Change that file, not this one. -->\n"


def contributing(page: str) -> str:
    """Returns the text of the page as the file that GitHub shows: its links start from there."""

    def moved(match: re.Match[str]) -> str:
        linked = posixpath.join(SHOWN.as_posix(), match[1])
        return f"]({posixpath.relpath(linked, TARGET.parent.as_posix())})"

    return ORIGIN.format(page=PAGE.as_posix()) + LINK.sub(moved, page)


if __name__ == "__main__":
    TARGET.write_text(contributing(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
