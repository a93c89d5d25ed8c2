"""What was typed in a data folder, record by record: it need not keep the rules of today."""

from dataclasses import dataclass
from pathlib import Path

from ..reading.data import Value, read
from ..records.explain import record_in
from ..records.folder import LISTS, OPTIONAL, SINGLE, YEAR_FILE, YEARS
from ..records.kinds.vocabulary import Vocabulary
from ..records.references import items

KIND_OF = {  # what one record of a file is; of "periods" it is a "period"
    "activities": "activity",
    "agencies": "agency",
    "errata": "erratum",
    "glossary": "term",
    "recommendations": "note",
    "related": "document",
    "search": "wording",
}
WORDS = [name for name, field in Vocabulary.model_fields.items() if record_in(field.annotation)]
CHILDREN: dict[str, dict[str, str]] = {  # the lists inside a record whose items are records in their own right
    "section": {"paragraphs": "paragraph", "groups": "group"},
    "paragraph": {"points": "point"},
    "site": {"readings": "reading"},
    "vocabulary": dict.fromkeys(WORDS, "word"),
    "report": {"source": "source", "facts": "fact", "acts": "fact", "charts": "chart", "claims": "claim"}
    | {"errata": "erratum"},
}
# What tells the items of a list apart.
KEYS = ("id", "number", "paragraph", "activity", "text", "printed", "from", "language", "source")

Key = tuple[str, str]  # the kind of a record, and its id or number


@dataclass(frozen=True)
class Entry:
    """The fields of a record without the records inside it; the record or file, and the list, that hold it."""

    id: str
    fields: dict[str, Value]
    holder: Key
    list: str = ""


State = dict[Key, Entry]


def state(folder: Path) -> State:
    """Returns all that was typed in a data folder but its history; a missing file holds nothing.

    Raises DataError for a file that cannot be read.
    """
    found: State = {}
    for name in [*SINGLE, *LISTS, *OPTIONAL]:
        path = folder / f"{name}.yml"
        if name != "changes" and path.exists():
            value = read(path, folder).value
            for row in items([value]) if name in SINGLE else items(value):
                put(found, row, kind_of(name), name if name in SINGLE else key_in(row), ("file", path.name))
    for name in YEARS:
        for path in sorted((folder / name).glob(YEAR_FILE)):
            for row in items([read(path, folder).value]):
                put(found, row, kind_of(name), path.stem, ("file", f"{name}/{path.name}"))
    return found


def kind_of(name: str) -> str:
    """Returns the kind of the records in a file: "agency" for "agencies"."""
    return KIND_OF.get(name, name.removesuffix("s"))


def put(found: State, row: dict[str, Value], kind: str, id_: str, holder: Key, list_: str = "") -> None:
    """Puts a record, and the records inside it, among those found.

    The key of a part of a report begins with its year, and that of a word with its list: "2030.calls".
    """
    children = CHILDREN.get(kind, {})
    prefix = list_ if kind == "word" else holder[1] if holder[0] == "report" and kind != "source" else ""
    key = kind, f"{prefix}.{id_}" if prefix else id_
    found.setdefault(key, Entry(id_, {k: v for k, v in row.items() if k not in children}, holder, list_))
    for name, child in children.items():
        for part in items(row[name] if isinstance(row.get(name), list) else [row.get(name)]):
            put(found, part, child, key_in(part), key, name)


def key_in(row: dict[str, Value]) -> str:
    """Returns the id or number of a record or, where its kind has none, the words that tell it from its neighbours."""
    return next((value for key in KEYS if isinstance(value := row.get(key), str)), "")
