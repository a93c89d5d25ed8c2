"""The command behind `make new`: asks about a new record, and writes it into its file."""

from collections.abc import Callable
from pathlib import Path

from ...reading import style
from ...reading.data import Value, read
from ...reading.faults import RefusalError
from ...reading.files import display_name
from ...reading.write import replace
from ...records.joins import key_of
from ...records.kinds.activity import Activity
from ...records.kinds.agency import Agency
from ...records.kinds.editorial import Erratum, Situation, Topic
from ...records.kinds.period import Period
from ...records.kinds.recommendation import Recommendation
from ...records.kinds.report import Fact, Report
from ...records.kinds.source import Source
from ...records.record import Record
from ...records.references import items
from ..place import text_of, with_item
from .activities import activity
from .advice import ADVICE
from .ask import ask, prepare
from .forms import FORMS
from .known import Known, one_of, valid
from .position import POSITIONS, last
from .reports import fact, report

DATA = Path("data")
Row = dict[str, Value]
FILES: dict[str, tuple[str, type[Record]]] = {
    "activity": ("activities", Activity),
    "agency": ("agencies", Agency),
    "period": ("periods", Period),
    "topic": ("topics", Topic),
    "situation": ("situations", Situation),
    "recommendation": ("recommendations", Recommendation),
    "source": ("sources", Source),
    "erratum": ("errata", Erratum),
}
HEAD = """# yaml-language-server: $schema=../../.vscode/schemas/reports.json
# Your editor and the page /contribute/data/ explain each key.
"""
KINDS = [*FILES, "report", "fact"]


def new(arguments: list[str]) -> str:
    """Asks about a record of the kind that the arguments name, and writes it. Returns what was written, and where.

    Raises StoppedError if the person stops, RefusalError where the file cannot take the record, DataError where the
    data cannot be read. Then nothing is written.
    """
    prepare()
    kind = kind_of(arguments)
    known = Known(DATA)
    if kind == "report":
        year, row = report(known)
        path, record = DATA / "reports" / f"{year}.yml", valid(Report, row | {"year": year})
        line = create(path, row)
    elif kind == "fact":
        year, row = fact(known)
        path, record = DATA / "reports" / f"{year}.yml", valid(Fact, row)
        line = add(path, "facts", row, lambda rows: len(rows))
    else:
        name, model = FILES[kind]
        known.typed(name)  # a file that cannot be read is told before the first question
        row = activity(known) if kind == "activity" else FORMS[kind](known)
        path, record = DATA / f"{name}.yml", valid(model, row)
        line = add(path, "", row, lambda rows: POSITIONS.get(kind, last)(known, rows, row))
    return f"Written: {display_name(path, DATA)}:{line}, {kind} {key_of(record)}.\n{ADVICE[kind]}"


def kind_of(arguments: list[str]) -> str:
    """Returns the kind that the arguments name, or asks for it. Raises RefusalError for one that there is not."""
    question, check = f"What is new? One of: {', '.join(KINDS)}.", one_of("kind of record", KINDS, "`make new`")
    if not arguments:
        return ask(question, check) or ""
    try:
        return check(arguments[0])
    except ValueError as error:
        raise RefusalError(str(error)) from None


def add(path: Path, key: str, row: Row, position: Callable[[list[Row]], int]) -> int:
    """Puts a row into the list that a file is or, with a key, that stands there in it. Returns the line of the row.

    All else in the file stays as it is. Raises RefusalError for a list that stands in brackets, DataError for a file
    that cannot be read.
    """

    def rows_in(value: Value) -> Value:
        return value.get(key) if isinstance(value, dict) and key else value

    rows = items(rows_in(read(path, DATA).value))
    at = position(rows)
    text, mark = text_of(path)
    try:
        new_text, line = with_item(text, (key,) if key else (), at, row)
    except ValueError as error:
        raise RefusalError(f"{display_name(path, DATA)}: {error}") from None
    wanted: Value = [*rows[:at], row, *rows[at:]]
    replace(path, DATA, mark + new_text.encode(), lambda new: rows_in(new) == wanted)
    return line


def create(path: Path, row: Row) -> int:
    """Writes the file of a report. Returns the line on which it begins."""
    lines = [HEAD, *style.mapping({key: value for key, value in row.items() if key != "facts"}), "", "facts:"]
    lines += style.sequence(items(row["facts"]), 2)
    replace(path, DATA, "".join(f"{line}\n" for line in lines).encode(), lambda new: new == row)
    return 1
