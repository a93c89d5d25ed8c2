"""The questions on an activity; what its printed cells already say is proposed."""

import re

from ...proof.cells import any_of, connecting, longest_name
from ...reading.data import Value
from ...records.kinds.activity import Activity, PrintedCells, Provision
from ...records.kinds.vocabulary import Vocabulary
from ...rules.wording import SAME, shared_words
from .ask import Check, ask_many
from .form import Form
from .known import Known, next_number, one_of


def activity(known: Known) -> dict[str, Value]:
    """Asks about a row of the table."""
    form, cells = Form(known, Activity), Form(known, PrintedCells)
    groups = known.keys["group"]
    group = form.choice("group", f"In which group of the table? One of: {', '.join(groups)}.", "group")
    taken = known.keys["activity"]
    inside = [str(row.get("number")) for row in known.typed("activities") if row.get("group") == group]
    form.text("number", "Its number?", next_number(inside, f"{group}."), check=belongs(group, taken))
    text = form.text("text", "The plan’s words (column 2), on one line, word for word, typing errors included?")
    cell = cells.text("executors", "The cell of bodies (column 3), word for word?")
    first, then = bodies_in(cell, known)
    executors = form.choices(
        "executors", "The ids of the executive bodies, in printed order", "agency", ", ".join(first)
    )
    proposal = ", ".join(id_ for id_ in then if id_ not in executors)
    form.choices("involves", "The ids of the bodies that it names after “by involving”", "agency", proposal, True)
    printed = cells.text("period", "The cell of the period (column 4), as printed?")
    same = [
        id_ for id_, p in known.plan.records.periods.items() if "".join(p.label.split()) == "".join(printed.split())
    ]
    form.choice("period", "The id of that period?", "period", same[0] if same else "")
    form.given["as_printed"] = cells.given
    if links := provisions(known, text):
        form.given["provisions"] = list(links)
    form.choices("topics", f"Its topics: {', '.join(known.keys['topic'])}", "topic", optional=True)
    form.text("summary", "The same in one or two plain sentences?", optional=True)
    form.text("note", "What should a reader know about it?", optional=True)
    return {key: form.given[key] for key in Activity.model_fields if key in form.given}


def belongs(group: str, taken: list[str]) -> Check[str]:
    """Returns the check that a number is new, and that what stands before its last dot is its group."""

    def check(number: str) -> str:
        if number in taken:
            raise ValueError(f"'{number}' is taken; choose another")
        parent = number.rpartition(".")[0]
        if parent and parent != group:
            raise ValueError(f"{number} stands in group {group}, but belongs to {parent}")
        return number

    return check


def bodies_in(cell: str, known: Known) -> tuple[list[str], list[str]]:
    """Returns the ids of the bodies that a printed cell names, as far as we know them: before “by involving”, after."""
    words: Vocabulary = known.plan.records.vocabulary
    skip, marker = connecting(words), re.search(any_of(words.involving), cell, re.IGNORECASE)
    before: list[str] = []
    after: list[str] = []
    position = 0
    while position < len(cell):
        match = skip.match(cell, position)
        position = match.end() if match else position
        names = {id_: longest_name(cell, position, body.spellings) for id_, body in known.plan.records.agencies.items()}
        id_ = max(names, key=lambda id_: len(names[id_]), default="")
        if not id_ or not names[id_]:
            break
        (after if marker and position > marker.start() else before).append(id_)
        position += len(names[id_])
    return before, after


def provisions(known: Known, text: str) -> list[dict[str, Value]]:
    """Asks for the paragraphs that an activity with this text corresponds to, and how near their words are."""
    check = one_of("paragraph", known.keys["paragraph"])
    numbers = ask_many("The numbers of the paragraphs that it corresponds to", check, ",", optional=True)
    found: list[dict[str, Value]] = []
    for number in numbers:
        form = Form(known, Provision)
        form.given["paragraph"] = number
        paragraph = known.plan.records.paragraphs.get(number)
        alike = bool(paragraph and shared_words(text, paragraph.text) >= SAME)

        def sound(how: str, alike: bool = alike) -> str:
            if how == "verbatim" and not alike:
                raise ValueError("too few of its words stand in the paragraph; write close")
            return how

        question = f"Does it repeat the words of {number} (verbatim), or is it the same in other words (close)?"
        form.text("how", question, "verbatim" if alike else "close", check=sound)
        found.append(form.given)
    return found
