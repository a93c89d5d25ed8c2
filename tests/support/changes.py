"""The changes that spoil the text of a data file: each takes a source of chance and a text, and returns another."""

from collections.abc import Callable
from random import Random

from .attacks import CORPUS

SIGNS = ["- ", ": ", "? ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!t ", "|\n", ">-\n", "---\n", "...\n"]
SIGNS += [
    '"',
    "'",
    "\\",
    "\t",
    "\n",
    "\r\n",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\ud7ff",
    "<<: ",
    "%YAML 1.1\n",
]
SIGNS += [
    "null",
    "~",
    "yes",
    "no",
    "0x10",
    "1e999",
    "9" * 5000,
    "13.1.1",
    "2014-02-30",
    "0000",
    "con",
    "..",
    "x" * 21_000,
]

Change = Callable[[Random, str], str]


def drop_line(random: Random, text: str) -> str:
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def double_line(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[:at], *[lines[at]] * random.choice([2, 3, 50]), *lines[at + 1 :]])


def indent_line(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    line = lines[at]
    lines[at] = random.choice([" " + line, "  " + line, "\t" + line, line[1:], line.lstrip(), " " * 40 + line])
    return "\n".join(lines)


def swap_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    a, b = random.randrange(len(lines)), random.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def swap_words(random: Random, text: str) -> str:
    words = text.split(" ")
    a, b = random.randrange(len(words)), random.randrange(len(words))
    words[a], words[b] = words[b], words[a]
    return " ".join(words)


def cut(random: Random, text: str) -> str:
    start = random.randrange(len(text) + 1)
    return text[:start] + text[start + random.choice([1, 2, 5, 100, 10_000, len(text)]) :]


def repeat(random: Random, text: str) -> str:
    start = random.randrange(len(text) + 1)
    part = text[start : start + random.choice([1, 10, 100])]
    return text[:start] + part * random.choice([2, 20, 200]) + text[start:]


def flip(random: Random, text: str) -> str:
    at = random.randrange(len(text) or 1)
    return text[:at] + chr(ord(text[at : at + 1] or "a") ^ 1 << random.randrange(7)) + text[at + 1 :]


def put(random: Random, text: str, words: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + words + text[at:]


def put_attack(random: Random, text: str) -> str:
    return put(random, text, random.choice(CORPUS))


def put_sign(random: Random, text: str) -> str:
    return put(random, text, random.choice(SIGNS))


def put_letters(random: Random, text: str) -> str:
    highest = random.choice([0x80, 0x800, 0xD800, 0x110000])
    letters = (chr(random.randrange(highest)) for _ in range(random.choice([1, 2, 30])))
    return put(random, text, "".join(letter for letter in letters if not "\ud800" <= letter <= "\udfff"))


def put_structure(random: Random, text: str) -> str:
    depth = random.choice([1, 5, 14, 3000])
    return put(
        random, text, random.choice(["[" * depth, "{a: " * depth, "- " * depth, structure(random, 4), "]" * depth])
    )


def structure(random: Random, depth: int) -> str:
    """Returns a value of YAML in one line: lists and mappings in each other, and texts that look like more."""
    if depth == 0 or random.random() < 0.3:
        return random.choice(["x", "'y'", '"z"', "null", "12", "no", "2014", "[]", "{}", "''"])
    parts = [structure(random, depth - 1) for _ in range(random.randrange(4))]
    keys = random.choices(["id", "number", "text", "label", "a", "values", "source"], k=len(parts))
    pairs = (f"{key}: {part}" for key, part in zip(keys, parts, strict=True))
    return f"[{', '.join(parts)}]" if random.random() < 0.5 else f"{{{', '.join(pairs)}}}"


def put_value(random: Random, text: str) -> str:
    """Puts another value behind a key."""
    lines = text.split("\n")
    keys = [n for n, line in enumerate(lines) if ": " in line]
    if keys:
        at = random.choice(keys)
        key = lines[at].split(": ", 1)[0]
        value = random.choice([structure(random, 3), random.choice(CORPUS), random.choice(SIGNS), ""])
        lines[at] = f"{key}: {value}"
    return "\n".join(lines)


CHANGES: tuple[Change, ...] = (
    *(drop_line, double_line, indent_line, swap_lines, swap_words, cut, repeat, flip),
    *(put_attack, put_sign, put_letters, put_structure, put_value),
)
