"""Questions on documents: a copy in data/sources/, its SHA-256, and words that must stand in it."""

import hashlib
from collections.abc import Callable
from datetime import date

from ...proof.alignment import FOLDER
from ...proof.quotes import Copy
from ...reading.data import Value
from ...reading.faults import DataError
from ...reading.files import open_bytes, open_text
from ...records.kinds.source import Source
from ...rules.provenance import COPY_BYTES
from .ask import Check
from .form import Form
from .known import Known


def printed_in(copy: Copy, name: str, once: bool = False) -> Check[str]:
    """Returns the check that a copy prints the words of an answer; if `once`, in one place only."""

    def check(answer: str) -> str:
        times = len(copy.find(answer))
        if not times:
            raise ValueError(f"{name} does not print this; type it as printed, errors included")
        if once and times > 1:
            raise ValueError(f"{name} prints this {times} times; quote more, so that it is one")
        return answer

    return check


def unnamed_copies(known: Known) -> list[str]:
    """Returns the names of the copies in data/sources/ that no source names yet."""
    named = {row.get("file") for row in known.sources().values()}
    paths = sorted((known.folder / FOLDER).glob("*.txt"))
    return [path.name for path in paths if path.name not in named]


def ask_source(known: Known, title: str, id_of: Callable[[str], str], needs_copy: bool = False) -> dict[str, Value]:
    """Asks about a document, and works out the SHA-256 of its copy. `id_of` proposes an id for a title."""
    form = Form(known, Source)

    def readable(name: str) -> str:
        try:
            open_text(known.folder / FOLDER / name, known.folder)
        except DataError as error:
            message = "\n  ".join(f"{fault.place}: {fault.message}" for fault in error.faults[:9])
            raise ValueError(f"{message}\n  Put the copy into {known.folder}/{FOLDER}/ and answer again.") from None
        if name not in unnamed_copies(known):
            raise ValueError(f"another source has the copy {name} already; choose another")
        return name

    new = unnamed_copies(known) if needs_copy else []
    question = f"The name of the copy in {known.folder}/{FOLDER}/?"
    file = form.text("file", question, new[0] if new else "", not needs_copy, readable)
    title = form.text("title", "The title of the document, and its language?", title)
    form.key("id", "Its id?", known.sources(), id_of(title))
    form.text("publisher", "Who publishes it?")
    form.text("date", "The day that it is dated, such as 2030-12-31?", optional=True)
    form.text("language", "The code of its language?", "en")
    address = form.text("address", "Its address on the web?", optional=bool(file))
    if address:
        form.text("as_of", "The day on which you saw it there?", date.today().isoformat())
    form.text("note", "What should a reader know about it?", optional=True)
    if file:
        content = open_bytes(known.folder / FOLDER / file, known.folder, COPY_BYTES)
        form.given["sha256"] = hashlib.sha256(content).hexdigest()
    order = ("id", "title", "publisher", "date", "language", "address", "as_of", "file", "sha256", "note")
    return {key: form.given[key] for key in order if key in form.given}
