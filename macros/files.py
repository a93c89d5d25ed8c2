"""Opens one data file as text, and refuses what could hide something or hurt a reader."""

import re
from pathlib import Path

from .faults import DataError, Fault, Place

MAX_BYTES = 512_000

# C0 and C1 controls except tab and line feed, zero-width and bidirectional marks, line and paragraph
# separators, byte-order marks inside the text, non-characters. Unicode TR 36 and TR 39 say why.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def open_text(path: Path, folder: Path) -> str:
    """Returns the text of `path`, a plain UTF-8 file of at most 512,000 bytes inside `folder`.

    A byte-order mark at the start and CRLF line ends are read as if they were not there.
    Raises DataError for a missing file, a symbolic link on the way from `folder`, a large file, bytes that
    are not UTF-8, and every invisible or control character.
    """
    name = display_name(path, folder)

    def refuse(message: str, line: int = 1, column: int = 1) -> DataError:
        return DataError([Fault(Place(name, line, column), message)])

    on_the_way = [folder, *(folder.joinpath(*path.relative_to(folder).parts[:n]) for n in range(1, 9))]
    if any(step.is_symlink() for step in on_the_way) or path.is_symlink():
        raise refuse("this is a symbolic link; put the file itself here")
    if not path.is_file():
        raise refuse("this file is missing; restore it, or create it")
    with path.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise refuse(f"this file is larger than {MAX_BYTES // 1000} KB; shorten it")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise refuse("this byte is not UTF-8; save the file as UTF-8", line, column) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if faults := list(invisible_characters(text, name)):
        raise DataError(faults)
    return text


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
    return Path(folder.name, path.relative_to(folder)).as_posix()
