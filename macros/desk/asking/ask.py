"""Asks one question at a time in the terminal, and takes an answer only when it is good."""

import io
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from ...reading.files import INVISIBLE

T = TypeVar("T")
Check = Callable[[str], T]  # takes an answer and returns what it means; raises ValueError that says what is wrong


class StoppedError(Exception):
    """The person stopped: Ctrl-C, or the answers ended."""


def ask(question: str, check: Check[T], proposal: str = "", optional: bool = False) -> T | None:
    """Returns what the answer means. An empty answer takes the proposal; without one it is None, where optional.

    A bad answer is told, and the question comes again. Raises StoppedError.
    """
    hint = f" [{proposal}]" if proposal else " [leave out]" if optional else ""
    while True:
        answer = line(f"{question}{hint} ") or proposal
        if not answer and optional:
            return None
        try:
            if not answer:
                raise ValueError("this needs an answer; Ctrl-C stops, and nothing is written")
            return check(answer)
        except ValueError as error:
            print(f"  {error}")


def prepare() -> None:
    """Lets answers be UTF-8, long, and edited with the arrow keys; call it before the first question."""
    with suppress(ImportError):
        import readline  # noqa: F401 - input() uses it; a terminal alone cuts off after 4,095 characters
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def line(prompt: str) -> str:
    """Returns one line of input, with single spaces between its words. Raises StoppedError where there is none."""
    while True:
        try:
            sys.stdout.flush()
            answer = input(prompt if sys.stdin.isatty() else f"{prompt}\n")
        except (EOFError, KeyboardInterrupt):
            raise StoppedError from None
        if "\ufffd" in answer:
            print("  a character of the answer cannot be read; type it again, or set the terminal to UTF-8")
            continue
        if match := INVISIBLE.search(answer):
            print(f"  the invisible character U+{ord(match[0]):04X} stands in the answer; type it again")
            continue
        return " ".join(answer.split())


def ask_many(question: str, check: Check[str], sign: str, proposal: str = "", optional: bool = False) -> list[str]:
    """Returns the parts of an answer between signs, each one good and named once. Raises StoppedError."""

    def parts(answer: str) -> list[str]:
        found = [check(part.strip()) for part in answer.split(sign) if part.strip()]
        if twice := next((part for n, part in enumerate(found) if part in found[:n]), None):
            raise ValueError(f"'{twice}' stands here twice; name it once")
        if not found:
            raise ValueError("this needs an answer; Ctrl-C stops, and nothing is written")
        return found

    words = {",": "put commas between them", ";": "put semicolons between them"}[sign]
    return ask(f"{question} ({words})", parts, proposal, optional) or []


def ask_yes(question: str, proposal: str = "no") -> bool:
    """Returns whether the answer is yes. Raises StoppedError."""

    def yes(answer: str) -> bool:
        if answer.casefold() not in ("yes", "y", "no", "n"):
            raise ValueError("write yes or no")
        return answer.casefold().startswith("y")

    return bool(ask(f"{question} (yes or no)", yes, proposal))
