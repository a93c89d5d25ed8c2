"""The command behind `make fmt`: puts every file of the data into the house style, or only tells which is not."""

import argparse
from functools import partial
from itertools import zip_longest
from pathlib import Path

from ..reading.data import Value, read
from ..reading.faults import DataError, Fault, RefusalError
from ..reading.files import display_name, refusal
from ..reading.write import replace
from .house import StyleError, formatted

DATA = Path("data")


def fmt(arguments: list[str]) -> str:
    """Writes every file that is not in the house style anew; with --check, none. Returns what was done.

    Raises DataError, before anything is written, for files that cannot be read or whose values the style would change;
    with --check, RefusalError where a file is not in the style.
    """
    parser = argparse.ArgumentParser("python -m macros fmt", description="Puts data/ into the house style.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is not in the style")
    options = parser.parse_args(arguments)
    odd = strange(DATA)
    if options.check and odd:
        places = (f"{display_name(path, DATA)}:{first_difference(*texts)}" for path, texts in odd.items())
        raise RefusalError("\n".join(f"{place}: this is not the house style; run `make fmt`" for place in places))
    for path, (_, new) in odd.items():
        before = same_words(read(path, DATA).value)
        replace(path, DATA, new.encode(), partial(says, before))
    if options.check or not odd:
        return f"{DATA}: every file is in the house style."
    return "\n".join(f"{display_name(path, DATA)}: put into the house style." for path in odd)


def strange(folder: Path) -> dict[Path, tuple[str, str]]:
    """Returns the old and the new text of each file that is not in the house style. Raises DataError."""
    found: dict[Path, tuple[str, str]] = {}
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*.yml")):
        try:
            read(path, folder)
            old = path.read_bytes().decode()
            if (new := formatted(old)) != old:
                found[path] = old, new
        except DataError as error:
            faults += error.faults
        except StyleError as error:
            faults += refusal(display_name(path, folder), str(error)).faults
    if faults:
        raise DataError(faults)
    return found


def first_difference(old: str, new: str) -> int:
    """Returns the first line, from 1, on which two texts differ."""
    pairs = zip_longest(old.split("\n"), new.split("\n"))
    return next(n for n, (a, b) in enumerate(pairs, 1) if a != b)


def says(before: Value, value: Value) -> bool:
    """Tells whether a value has the words of another, which has single spaces."""
    return same_words(value) == before


def same_words(value: Value) -> Value:
    """Returns a value with every run of white space in its texts made one space."""
    if isinstance(value, dict):
        return {key: same_words(part) for key, part in value.items()}
    if isinstance(value, list):
        return [same_words(part) for part in value]
    return " ".join((value or "").split())
