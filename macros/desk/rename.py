"""The command behind `make rename-agency`: a body gets a new name from a day on, and keeps its id."""

from pathlib import Path

from ..reading.data import Value, Where, read
from ..reading.dates import day
from ..reading.faults import RefusalError
from ..reading.write import replace
from ..records.kinds.agency import Agency, DatedName
from ..records.references import items
from ..records.values import iso_day
from .asking.ask import Check, ask, prepare
from .asking.forms import names
from .asking.known import Known, by_model, one_of
from .place import text_of, with_item, with_key, with_value

DATA = Path("data")
FILE = "agencies.yml"
Row = dict[str, Value]
BEFORE_NAMES = ("id", "name", "summary", "kind", "collective", "spellings", "aliases")


def rename_agency(arguments: list[str]) -> str:
    """Renames a body as arguments such as ID=moh say, and asks for what they do not say. Returns what was written.

    Raises StoppedError if the person stops, RefusalError for an argument that is wrong, DataError where the data
    cannot be read. Then nothing is written.
    """
    prepare()
    given = dict(argument.split("=", 1) for argument in arguments if "=" in argument)
    known = Known(DATA)
    rows = known.typed("agencies")
    id_ = told(given, "ID", "The id of the body?", one_of("agency", known.keys["agency"]))
    place = next(n for n, row in enumerate(rows) if row.get("id") == id_)
    row = rows[place]
    name = told(given, "NAME", f"Its new name? It is “{row['name']}” now.", free(id_, rows))
    since = told(given, "FROM", "From which day on, such as 2030-12-31?", later(row))
    source = told(given, "SOURCE", "The id of the source that says so?", dated(known))
    note = given.get("NOTE") or f"The plan prints “{row['name']}”. The name is another since {day(iso_day(since))}."
    text, mark = text_of(DATA / FILE)
    new_text, added = renamed(text, place, row, [name, since, source, by_model(Agency, "note")(note)])
    wanted = [*rows[:place], added, *rows[place + 1 :]]
    replace(DATA / FILE, DATA, mark + new_text.encode(), lambda value: value == wanted)
    line = read(DATA / FILE, DATA).place((place, "name")).line
    more = "" if row.get("note") == added.get("note") else " We wrote a note too; put it into your own words."
    if not more and row.get("note"):
        more = " Read its note again: it may speak of the old name."
    return (
        f"Written: data/{FILE}:{line}, agency {id_}: “{row['name']}” is now “{name}”. The id, and with it the address, "
        f"stays.{more}\nNext: run `make check`, and when it finds no fault, `make changes`."
    )


def told(given: dict[str, str], key: str, question: str, check: Check[str]) -> str:
    """Returns what an argument says, or the answer to a question. Raises RefusalError for a wrong argument."""
    if not given.get(key):
        return ask(question, check) or ""
    try:
        return check(" ".join(given[key].split()))
    except ValueError as error:
        raise RefusalError(f"{key}: {error}") from None


def renamed(text: str, place: int, row: Row, answers: list[str]) -> tuple[str, Row]:
    """Returns the text of agencies.yml with a body renamed, and what it then says of the body."""
    name, since, source, note = answers
    new: Row = {"text": name, "from": since, "source": source}
    old: Row = {"text": row["name"], "to": since, "source": source}
    had = items(row.get("names"))
    added = row | {"name": name, "names": [new, old, *had]}
    text, _ = with_value(text, (place, "name"), name)
    where: Where = (place, "names")
    if had:
        try:
            for part in (old, new):
                text, _ = with_item(text, where, 0, part)
        except ValueError as error:
            raise RefusalError(f"data/{FILE}, names of {row['id']}: {error}") from None
    else:
        text, _ = with_key(text, (place,), "names", [new, old], BEFORE_NAMES)
    spellings = row["spellings"] if isinstance(row.get("spellings"), list) else []
    if not row.get("note") and name.casefold() not in [str(spelling).casefold() for spelling in spellings or []]:
        text, _ = with_key(text, (place,), "note", note, (*BEFORE_NAMES, "names"))
        added["note"] = note
    return text, added


def free(id_: str, rows: list[Row]) -> Check[str]:
    """Returns the check that a name is good, and that of no other body, nor the present one of this body."""
    owners = {str(name).casefold(): str(row.get("id")) for row in rows for name in names(row) if row["id"] != id_}
    by_field = by_model(Agency, "name")
    present = next(row["name"] for row in rows if row.get("id") == id_)

    def check(name: str) -> str:
        if by_field(name) == present:
            raise ValueError(f"the body has the name “{name}” already")
        if owner := owners.get(name.casefold()):
            raise ValueError(f"'{owner}' has the name “{name}” too; one name, one body")
        return name

    return check


def later(row: Row) -> Check[str]:
    """Returns the check that a day is real, and after every day from which or until which the body had a name."""
    by_field = by_model(DatedName, "from")
    days = [str(part[key]) for part in items(row.get("names")) for key in ("from", "to") if key in part]
    last = max(days, default="")

    def check(answer: str) -> str:
        if by_field(answer) <= last:
            raise ValueError(f"the names of this body change on {day(iso_day(last))} already; give a later day")
        return answer

    return check


def dated(known: Known) -> Check[str]:
    """Returns the check that a source is there and has a date, as a source that dates a name must."""
    sources = known.sources()
    there = one_of("source", sources)

    def check(id_: str) -> str:
        if "date" not in sources[there(id_)]:
            raise ValueError(f"the source '{id_}' dates a name; give it a 'date', or add another: make new KIND=source")
        return id_

    return check
