"""Opens one data file as text, and refuses what could hide something or hurt a reader."""

import re
from pathlib import Path

from .faults import DataError, Fault, Place

MAX_BYTES = 4_000_000  # a plan of fifty times the size has 2.3 MB of activities
LINK = "this is a symbolic link; put the file itself here"

# C0 and C1 controls except tab and line feed, zero-width and bidirectional marks, line and paragraph
# separators, byte-order marks inside the text, non-characters. Unicode TR 36 and TR 39 say why.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


def open_bytes(path: Path, folder: Path, limit: int = MAX_BYTES) -> bytes:
    """Returns the bytes of `path`, a plain file of at most `limit` bytes inside `folder`.

    Raises DataError for a missing or unreadable file, a symbolic link on the way from `folder`, and a large file.
    """
    name = display_name(path, folder)
    steps = path.relative_to(folder).parts
    try:
        if any(folder.joinpath(*steps[:n]).is_symlink() for n in range(len(steps) + 1)):
            raise refusal(name, LINK)
        if path.is_dir():
            raise refusal(name, "this is a folder; put the file here")
        if not path.is_file():
            raise refusal(name, "this file is missing; restore it, or create it")
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        raise refusal(
            name, f"this file cannot be read ({error.strerror}); check its name and its permissions"
        ) from None
    if len(raw) > limit:
        raise refusal(name, f"this file is larger than {limit // 1_000_000} MB; shorten it")
    return raw


def open_text(path: Path, folder: Path) -> str:
    """Returns the text of `path`. A byte-order mark at its start and CRLF line ends are read as if not there.

    Raises DataError for what `open_bytes` refuses, for bytes that are not UTF-8, and for every invisible character.
    """
    name = display_name(path, folder)
    raw = open_bytes(path, folder)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise refusal(name, "this byte is not UTF-8; save the file as UTF-8", line, column) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if faults := list(invisible_characters(text, name)):
        raise DataError(faults)
    return text


def links(folder: Path) -> list[Path]:
    """Returns every symbolic link in a folder and in those inside it. None is followed."""
    return sorted(path for path in folder.rglob("*") if path.is_symlink())


def refusal(name: str, message: str, line: int = 1, column: int = 1) -> DataError:
    """Returns the error that says one thing of one file."""
    return DataError([Fault(Place(name, line, column), message)])


def invisible_characters(text: str, name: str) -> list[Fault]:
    """Returns a fault for every character of `text` that a reader cannot see."""
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in INVISIBLE.finditer(line):
            message = f"the invisible character U+{ord(match[0]):04X} stands here; delete it"
            faults.append(Fault(Place(name, number, match.start() + 1), message))
    return faults


def display_name(path: Path, folder: Path) -> str:
    """Returns `path` as messages show it: from the name of the data folder on, with forward slashes."""
    return Path(folder.name, path.relative_to(folder)).as_posix().replace("\n", " ")
