"""The questions on a report and on a statement of one."""

import re
from collections.abc import Iterable

from ...proof.alignment import FOLDER
from ...proof.quotes import NUMBER, Copy, prints
from ...reading.data import Value
from ...reading.files import open_text
from ...records.kinds.report import Fact, Figure, Named, Relation, Report
from ...records.references import items, keys
from ...rules.evidence import prints_date
from .ask import Check, ask, ask_many, ask_yes
from .form import Form
from .known import Known, one_of, slug
from .printed import ask_source, printed_in

Row = dict[str, Value]
YEAR = re.compile(r"(19|20)\d\d")


def report(known: Known) -> tuple[str, Row]:
    """Asks about a report and its first statement. Returns the year of the report, and what its file is to say."""
    year_form, form = Form(known, Report), Form(known, Report)
    taken = [path.stem for path in (known.folder / "reports").glob("*.yml")]
    year = year_form.key("year", "The year that the report is on?", taken)
    source = ask_source(known, "", lambda title: slug(f"report-{year}", known.sources()), needs_copy=True)
    form.given["source"] = source
    form.choice("agency", "The id of the body that wrote it, if the plan names that body?", "agency", optional=True)
    form.text("summary", "What does the report say, in one or two plain sentences?")
    form.text("caution", "How far can a reader trust it, in plain sentences?")
    print("Now the first statement of the report. It needs a number, which the page shows first.")
    while not (found := items((row := fact_of(known, year, source, [])).get("values"))):
        print("  the first statement needs a number; begin with another quote")
    form.given["headlines"] = [found[0].get("id")]
    form.given["facts"] = [row]
    return year, form.given


def fact(known: Known) -> tuple[str, Row]:
    """Asks about a statement. Returns the year of the report that makes it, and the statement."""
    years = [path.stem for path in sorted((known.folder / "reports").glob("*.yml"))]
    year = ask("The statement of which report?", one_of("report", years, "data/reports/"), years[-1] if years else "")
    typed = known.report(str(year))
    rows = items(typed.get("facts")) + items(typed.get("acts"))
    return str(year), fact_of(known, str(year), items([typed.get("source")])[0], rows)


def fact_of(known: Known, year: str, source: Row, rows: list[Row]) -> Row:
    """Asks about a statement of a report that has the statements `rows` already."""
    form, name = Form(known, Fact), str(source["file"])
    copy = Copy(open_text(known.folder / FOLDER / name, known.folder))
    quote = form.text("quote", "Its words, on one line, word for word?", check=printed_in(copy, name, once=True))
    label = form.text("label", "A short name for it, in your own words?")
    form.key(
        "id", "Its id? It is part of an address and never changes.", keys(list(rows)), slug(label, keys(list(rows)))
    )
    categories = known.keys["category"]
    form.choice("category", f"What is it about? One of: {', '.join(categories)}.", "category")
    form.text("date", "When was it, as precisely as the report says: 2030-05-31, 2030-05, 2030?", year, optional=True)
    taken = [id_ for row in rows for id_ in keys(row.get("values"))]
    form.given["values"] = [*figures(known, quote, taken)]
    form.given["bodies"] = [*bodies(known, quote)]
    form.given["relates_to"] = [*relations(known)]
    given = {key: value for key, value in form.given.items() if value}
    sound = Fact.model_validate(given)
    unsaid = bool(sound.date and str(sound.date) != year and not prints_date(sound))
    question = "The quote does not print the date. Where does it stand?" if unsaid else "A note for the reader?"
    form.text("note", question, optional=not unsaid)
    order = ("id", "label", "quote", "category", "date", "values", "bodies", "relates_to", "note")
    return {key: form.given[key] for key in order if form.given.get(key)}


def quoted(quote: str) -> Check[str]:
    """Returns the check that a quote prints an answer."""

    def check(answer: str) -> str:
        if not prints(quote, answer):
            raise ValueError(f"the quote does not print “{answer}”; type it as printed, errors included")
        return answer

    return check


def figures(known: Known, quote: str, taken: Iterable[str]) -> list[Row]:
    """Asks about each number that a quote prints."""
    found: list[Row] = []
    used = list(taken)
    for printed in dict.fromkeys(match[0] for match in NUMBER.finditer(quote)):
        if not ask_yes(
            f"Is {printed} a figure, to be counted or compared?", "no" if YEAR.fullmatch(printed) else "yes"
        ):
            continue
        form = Form(known, Figure)
        digits = re.fullmatch(r"\d+(\.\d+)?", printed)
        label = form.text("label", f"{printed} of what, in a few words?")
        form.key("id", "Its name in sums, such as victims_women?", used, slug(label, used, "_"))
        form.text("unit", "Its unit, such as persons?")
        form.text("value", "The number, in digits?", printed if digits else "")
        if form.given["value"] != printed:
            form.given["printed"] = printed
        used.append(str(form.given["id"]))
        found.append({key: form.given[key] for key in ("id", "label", "unit", "value", "printed") if key in form.given})
    return found


def bodies(known: Known, quote: str) -> list[Row]:
    """Asks which bodies a quote names."""
    found: list[Row] = []
    for printed in ask_many("Which bodies does it name, as printed", quoted(quote), ";", optional=True):
        form = Form(known, Named)
        form.given["printed"] = printed
        form.choice("agency", f"The id of “{printed}”, if the plan names that body?", "agency", optional=True)
        found.append(form.given)
    return found


def relations(known: Known) -> list[Row]:
    """Asks on which activities and paragraphs a statement bears, and why."""
    found: list[Row] = []
    for kind, plural in (("activity", "activities"), ("paragraph", "paragraphs")):
        check = one_of(kind, known.keys[kind])
        for number in ask_many(f"The numbers of the {plural} that it bears on", check, ",", optional=True):
            form = Form(known, Relation)
            form.given[kind] = number
            form.text("how", f"Does it report on {number} (reported), or only mention it (mentioned)?", "mentioned")
            form.text("why", "Why, in one sentence?")
            found.append(form.given)
    return found
