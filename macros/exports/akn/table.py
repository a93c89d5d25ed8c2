"""The table of activities and the Notes as parts of an Akoma Ntoso document, with the bodies marked in their words."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...plan.plan import Plan
from ...proof.alignment import printed_number
from ...proof.cells import connecting, end, longest_name
from ...reading.numbers import PRINTED_ITEM, range_of
from ...records.kinds.activity import Activity
from ...records.kinds.recommendation import Recommendation
from ...records.kinds.section import Group, Section
from .names import row_id
from .xml import make

Words = Iterator[Element | str]
CELLS = 4  # number, text, bodies, period


def table_parts(plan: Plan, section: Section) -> Iterator[Element]:
    """Yields the table of a section and the Notes under it, if it has any."""
    if section.groups:
        rows = [*head(section), *(row for group in section.groups for row in group_rows(plan, group))]
        yield make("hcontainer", make("content", make("table", *rows)), name="table")
    if section.notes_heading:
        notes = (
            make(
                "paragraph",
                make("num", printed_number(note)),
                make("content", make("p", *note_words(plan, note))),
                number=note.number,
            )
            for note in plan.records.recommendations.values()
        )
        yield make("hcontainer", make("heading", section.notes_heading), *notes, name="notes")


def head(section: Section) -> Iterator[Element]:
    """Yields the row of headings and the row of numbers."""
    if section.columns:
        for texts in ([c.label for c in section.columns], [c.number for c in section.columns if c.number]):
            if texts:
                yield make("tr", *(make("th", make("p", text)) for text in texts))


def group_rows(plan: Plan, group: Group) -> Iterator[Element]:
    """Yields the row of a group, then those of its activities."""
    heading = make("th", make("p", group.heading), colspan=str(CELLS - 1))
    yield make("tr", make("th", make("p", printed_number(group))), heading, number=group.number)
    for activity in plan.table.in_group(group):
        cells = ([printed_number(activity)], [activity.text], cell_words(plan, activity), [activity.as_printed.period])
        yield make("tr", *(make("td", make("p", *words)) for words in cells), number=activity.number)


def cell_words(plan: Plan, activity: Activity) -> Words:
    """Yields the printed cell of bodies, each name in an element that says whose it is and in which role."""
    cell = activity.as_printed.executors
    skip = connecting(plan.records.vocabulary)
    done = 0
    for role, ids in (("executive", activity.executors), ("involved", activity.involves)):
        for id_ in ids:
            start = end(skip, cell, done)
            name = longest_name(cell, start, plan.records.agencies[id_].spellings)
            yield cell[done:start]
            done = start + len(name)
            yield marked(role, id_, cell[start:done])
    yield cell[done:]


def note_words(plan: Plan, note: Recommendation) -> Words:
    """Yields the words of a Note: the name with which it begins marked as in a cell, the items as references."""
    text = note.text
    start = end(connecting(plan.records.vocabulary), text, 0)
    name = longest_name(text, start, plan.records.agencies[note.agency].spellings)
    yield text[:start]
    done = start + len(name)
    yield marked("recommended", note.agency, text[start:done])
    for match in PRINTED_ITEM.finditer(text, done):
        first, last = range_of(match[0])
        yield text[done : match.start()]
        done = match.end()
        if first == last:
            yield make("ref", match[0], href=f"#{row_id(plan, first)}")
        else:
            yield make("rref", match[0], from_=f"#{row_id(plan, first)}", upTo=f"#{row_id(plan, last)}")
    yield text[done:]


def marked(role: str, agency: str, name: str) -> Element:
    """Returns a printed name as that of a body in a role. AKN gives `organization` no role, so one stands around it."""
    return make("role", make("organization", name, refersTo=f"#{agency}"), refersTo=f"#role_{role}")
