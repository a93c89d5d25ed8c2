"""Accounts for every word of a printed cell of bodies, so that no name is lost and no role is made up."""

import re
from collections.abc import Iterator, Mapping
from textwrap import shorten

from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.vocabulary import Vocabulary

Difference = tuple[tuple[str | int, ...], str]  # the keys that lead to the value, and the message


def any_of(words: list[str]) -> str:
    return r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"


def differences(activity: Activity, agencies: Mapping[str, Agency], words: Vocabulary) -> Iterator[Difference]:
    """Yields each way in which the ids of an activity differ from its printed cell of bodies.

    The ids must name the bodies in printed order, executors first. Between the names only connecting words
    may be left. A body is involved exactly if a marker such as "by involving" stands before it. A cell that
    begins with the marker does not tell the roles apart: the editors decide, and must say so in a note.
    """
    cell = activity.as_printed.executors
    skip = connecting(words)
    found = re.search(any_of(words.involving), cell, re.IGNORECASE) if words.involving else None
    marker = found.start() if found else len(cell)
    position = 0
    for key, ids in (("executors", activity.executors), ("involves", activity.involves)):
        for n, id_ in enumerate(ids):
            position = end(skip, cell, position)
            name = longest_name(cell, position, agencies[id_].spellings)
            if not name:
                printed = cell[position:]
                yield (key, n), f"the cell prints “{shorten(printed, 60)}” here, not '{id_}'{hint(printed, agencies)}"
                return
            right = "involves" if position > marker else "executors"
            if key != right and marker:
                yield (key, n), f"'{id_}' is printed as one of the '{right}'; move it there"
            position += len(name)
    rest = cell[end(skip, cell, position) :]
    if rest:
        yield ("as_printed", "executors"), f"the cell also prints “{shorten(rest, 60)}”{hint(rest, agencies)}"
    if not marker and not activity.note:
        message = f"the cell begins with “{cell[: end(skip, cell, 0)].strip()}”; say in 'note' how you read it"
        yield ("as_printed", "executors"), message


def connecting(words: Vocabulary) -> re.Pattern[str]:
    """Returns the pattern of what may stand between two names: white space, commas, connecting words, markers."""
    return re.compile(rf"(?:[\s,;]|{any_of([*words.involving, *words.connectors])})*", re.IGNORECASE)


def shown_as_printed(activity: Activity, agencies: Mapping[str, Agency], words: Vocabulary) -> bool:
    """Tells whether the list of canonical names is the printed cell, capitals and connecting words aside."""
    skip = re.compile(rf"[\s,;]+|{any_of([*words.involving, *words.connectors])}", re.IGNORECASE)
    names = ", ".join(agencies[id_].name for id_ in [*activity.executors, *activity.involves])
    plain = [skip.sub(" ", text).casefold().split() for text in (names, activity.as_printed.executors)]
    return plain[0] == plain[1] and not activity.as_printed.executors.endswith(",") and not activity.note


def end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def longest_name(cell: str, position: int, spellings: list[str]) -> str:
    """Returns the longest of the spellings that is printed at `position`, capitals aside, or ""."""
    rest = cell[position:].casefold()
    return max((name for name in spellings if rest.startswith(name.casefold())), key=len, default="")


def hint(rest: str, agencies: Mapping[str, Agency]) -> str:
    """Returns "; that is 'mia'" for the body whose name begins `rest`, or advice where no body has that name."""
    for id_, agency in agencies.items():
        if longest_name(rest, 0, agency.spellings):
            return f"; write '{id_}'"
    return "; add the body, or this spelling of it, to agencies.yml"
