"""The command behind `make review`: what a change does to the data and the pages, in Markdown for a pull request."""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten
from urllib.parse import quote

from ..catalogue.changed import page
from ..plan.plan import Plan
from ..reading.faults import DataError, RefusalError
from ..reading.files import INVISIBLE
from ..records.kinds.change import Change, is_brief, values, words
from ..rules.checks import load
from .changes import git, take_out
from .compare import compare
from .states import state

DATA = Path("data")
MOST, LONGEST = 300, 600  # changes that are listed, and characters of a value


def review(arguments: list[str]) -> str:
    """Returns in Markdown what changed since a revision. Writes no file.

    Prints the faults in Markdown and raises DataError where the data has any. Raises RefusalError where git or the old
    data cannot be read.
    """
    parser = argparse.ArgumentParser("python -m macros review", description="Tells in Markdown what a change does.")
    parser.add_argument("--since", default="HEAD", metavar="REV", help="a git revision to compare with (HEAD)")
    parser.add_argument("--site", default=os.environ.get("SITE_URL", ""), help="the address of the site, for links")
    options = parser.parse_args(arguments)
    try:
        plan = load(DATA)
    except DataError as error:
        print("\n".join(faulty([str(fault) for fault in error.faults])))
        raise
    with TemporaryDirectory() as target:
        take_out(options.since, Path(target))
        try:
            found = list(compare(state(Path(target, DATA)), state(DATA), plan.records.updated))
        except DataError as error:
            raise RefusalError(f"the data of {options.since} cannot be read: {error.faults[0]}") from None
    return "\n".join(markdown(plan, found, texts(options.since), options.site))


def texts(revision: str) -> list[str]:
    """Returns the hand-written pages that differ from a revision."""
    advice = f"git cannot compare docs/ with '{revision}'"
    names = git(advice, "diff", "--name-only", "--no-renames", "-z", "--end-of-options", revision, "--", "docs")
    return [name for name in names.decode(errors="replace").split("\0") if name.endswith(".md")]


def faulty(faults: Sequence[str]) -> Iterator[str]:
    """Yields the lines of a summary that tells faults."""
    yield "## This change cannot be published yet\n"
    yield f"{count(len(faults), 'message')}. Each names the file, the line and the column, and says what to do.\n"
    yield from (f"- {inert(fault)}" for fault in faults[:MOST])
    yield from more(len(faults))


def markdown(plan: Plan, changes: Sequence[Change], written: Sequence[str], site: str) -> Iterator[str]:
    """Yields the lines of a summary of changes: how many, on how many pages, then each in words with its page."""
    places = [page(plan, change) for change in changes]
    touched = {place.partition("#")[0] for change, place in zip(changes, places, strict=True) if place}
    yield "## What this change does\n"
    if not changes and not written:
        yield "Nothing changes in `data/`, and no hand-written page."
        return
    yield (
        f"{count(len(changes), 'change')} in `data/`, of records on {count(len(touched), 'page')}. "
        f"{count(len(written), 'hand-written page')}. The plan’s words are proven against its copy.\n"
    )
    for change, place in list(zip(changes, places, strict=True))[:MOST]:
        where = f" ({link('page', site, place)})" if place and site else ""
        yield f"- {inert(words(change))}{where}"
        if not is_brief(change):
            yield from (f"  - {inert(shorten(value, LONGEST, placeholder=' …'))}" for value in values(change))
    yield from more(len(changes))
    yield from (f"- {inert(name)} changes" for name in written)


def more(number: int) -> Iterator[str]:
    """Yields the line that says how many are left out."""
    if number > MOST:
        yield f"- and {number - MOST} more"


def count(number: int, name: str) -> str:
    return f"{number} {name}" + ("" if number == 1 else "s")


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
