"""Puts a new text in the place of a file of the data: whole, and read by our own reader first, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from .data import Document, Value, read
from .faults import DataError, Fault, Place
from .files import display_name


def replace(path: Path, folder: Path, content: bytes, expected: Callable[[Value], bool] = lambda value: True) -> None:
    """Writes `content` to `path`, a file in the data `folder`, if our reader reads it and its value is as expected.

    Raises DataError, and leaves what stood there as it was, if not.
    """
    path.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    draft = path.parent / Path(name).name
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if path.exists():
            shutil.copymode(path, draft)
        else:
            draft.chmod(0o644)
        if not expected(read_as(draft, path, folder).value):
            message = "the new text would not say what was meant; write it by hand, in the style of its neighbours"
            raise DataError([Fault(Place(display_name(path, folder)), message)])
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_as(draft: Path, path: Path, folder: Path) -> Document:
    """Returns what a draft says. Raises DataError that names the file whose place the draft is to take."""
    try:
        return read(draft, folder)
    except DataError as error:
        name = display_name(path, folder)
        faults = [Fault(Place(name, f.place.line, f.place.column), f.message) for f in error.faults]
        raise DataError(faults) from None
