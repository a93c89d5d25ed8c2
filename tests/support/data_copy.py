"""A copy of the data to spoil, and the places that messages name in it."""

import hashlib
import re
import shutil
from pathlib import Path

from macros.reading.faults import DataError
from macros.rules.checks import load

from .project import DATA

MARK = "¦"
MADE_UP = """
source:
  id: report-{year}
  title: A made-up report
  publisher: Nobody
  language: en
  file: report-{year}.txt
  sha256: {digest}
summary: Made up for a test.
caution: Nothing of it is true.
headlines: [calls]
facts:
  - id: hot-line
    label: Calls
    quote: In {year} the hot line received 7 calls.
    category: hot-line
    date: "{year}"
    values: [{{id: calls, label: calls to the hot line, unit: calls, value: 7}}]
    relates_to: [{{activity: "13.1.2", how: reported, why: A link for a test.}}]
"""


class DataCopy:
    """A copy of the data folder that a test may spoil."""

    def __init__(self, folder: Path, original: Path = DATA) -> None:
        self.folder = folder
        self.places: list[str] = []
        shutil.copytree(original, folder)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replaces the first `old` in a file; it must be there, or the test tests nothing.

        Each mark ¦ in `new` is left out, and its place remembered: messages call the first {0}.
        """
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        before, after = text.split(old, 1)
        parts = new.split(MARK)
        for n in range(1, len(parts)):
            self.places.append(place(file, before + "".join(parts[:n])))
        path.write_text(before + "".join(parts) + after, encoding="utf-8")

    def expected(self, messages: list[str]) -> list[str]:
        """Returns messages with the places in them: {0}, and those that «...¦...» finds."""
        return [self.found(message).format(*self.places) for message in messages]

    def found(self, message: str) -> str:
        match = re.match(r"(\S+) «(.*?)»(.*)", message, re.DOTALL)
        if not match:
            return message
        file, around, rest = match.groups()
        text = (self.folder / file).read_text(encoding="utf-8")
        wanted = around.replace(MARK, "")
        assert wanted in text, f"{file} has no {wanted!r}"
        return place(file, text[: text.index(wanted)] + around.split(MARK)[0]) + rest

    def add_report(self, year: str) -> None:
        """Adds a made-up report on `year`: one file, and the copy of its document."""
        copy = f"In {year} the hot line received 7 calls.\n"
        (self.folder / "sources" / f"report-{year}.txt").write_text(copy, encoding="utf-8")
        digest = hashlib.sha256(copy.encode()).hexdigest()
        report = MADE_UP.format(year=year, digest=digest)
        (self.folder / "reports" / f"{year}.yml").write_text(report, encoding="utf-8")

    def faults(self) -> list[str]:
        """Returns the messages that the data now gets, in the order in which they are printed."""
        try:
            load(self.folder)
        except DataError as error:
            return [str(fault) for fault in error.faults]
        return []


def place(file: str, before: str) -> str:
    """Returns the place just after the text `before` of a file, as messages name it."""
    return f"data/{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
