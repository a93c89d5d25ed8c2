"""Finds quotes, and numbers that no quote holds, in the copy of a source. White space does not count."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .alignment import Lines

NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("once", "twice", "first", "second", "third", "fourth", "fifth", "dozen", "hundred", "thousand", "million"),
)
NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Passage:
    """A part of the words of a copy, from character `start` to before `end`, and the lines that print it."""

    start: int
    end: int
    lines: Lines


class Copy:
    """The words of a source copy with single spaces between them, and the line of each character."""

    def __init__(self, text: str) -> None:
        words: list[str] = []
        self.starts: list[int] = []  # of each word, in `text`
        self.line_of: list[int] = []  # of each word
        position = 0
        for number, row in enumerate(text.split("\n"), 1):
            for word in row.split():
                words.append(word)
                self.starts.append(position)
                self.line_of.append(number)
                position += len(word) + 1
        self.text = " ".join(words)

    def line(self, position: int) -> int:
        """Returns the line of the copy, from 1, that prints the character at `position`."""
        return self.line_of[bisect_right(self.starts, position) - 1]

    def find(self, quote: str) -> list[Passage]:
        """Returns every place where the copy prints `quote`, whole words only."""
        found = []
        start = self.text.find(quote)
        while start >= 0:
            end = start + len(quote)
            if not self.cuts(start) and not self.cuts(end):
                found.append(Passage(start, end, Lines(self.line(start), self.line(end - 1))))
            start = self.text.find(quote, start + 1)
        return found

    def cuts(self, position: int) -> bool:
        """Tells whether a word or a number goes on across `position`."""
        return self.text[position - 1 : position].isalnum() and self.text[position : position + 1].isalnum()

    def numbers_outside(self, passages: Iterable[Passage]) -> Iterator[tuple[str, int, str]]:
        """Yields each number, in digits or as a word, that no passage holds: the number, its line, words around it."""
        held = [False] * len(self.text)
        for passage in passages:
            held[passage.start : passage.end] = [True] * (passage.end - passage.start)
        for match in NUMBER.finditer(self.text):
            if not all(held[match.start() : match.end()]):
                first = self.text.rfind(" ", 0, max(0, match.start() - 20)) + 1
                last = self.text.find(" ", match.end() + 20)
                yield match[0], self.line(match.start()), self.text[first : last if last > 0 else len(self.text)]


def prints(words: str, part: str) -> int:
    """Returns how often `words` print `part` on its own: 5 is not printed in 105, nor 2 in 28.2."""
    return len(re.findall(rf"(?<![\w.,])(?<!\d[-–]){re.escape(part)}(?![\w]|[.,]\d)", words))
