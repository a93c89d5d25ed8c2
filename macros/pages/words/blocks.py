"""The words that stand alone on a page: cards, quotes, figures, tables, and the lists of our own pages."""

from typing import Any

from ...catalogue import named
from ...plan.duties import Duty
from ...plan.statements import Statement
from ..marks import Block
from .speaker import Speaker

QUOTED = ("activity", "paragraph", "point", "note", "fact")  # the kinds whose text is not ours
OURS = {"situation": "text", "term": "text", "document": "about"}  # where our words stand; of all others: summary
Ids = str | list[str]


def official(record: Any) -> str:
    """Returns the words of the plan or of a report that a record of one of the kinds QUOTED holds."""
    return str(record.fact.quote if isinstance(record, Statement) else record.text)


class Blocks(Speaker):
    """Words that give a block of HTML."""

    def record(self, id: str, kind: str = "") -> Block:
        """A card of a record: its name, our words, the plan's words, and for an activity who and by when.

        {{ record("{activity}") }}

        Takes the number or the id of any record, and the kind, where two kinds have the same. Gives a block.
        """
        record = self._find(id, kind)
        kind, name = named.kind_of(self._plan, record), named.name(self._plan, record)
        words = official(record) if kind in QUOTED else ""
        ours = "" if words else getattr(record, OURS.get(kind, "summary"), "")
        return self._block("record", record=record, kind=kind, name=name, words=words, ours=ours)

    def quote(self, id: str, kind: str = "") -> Block:
        """The plan's words, or those of a report, marked as such, with their line in our copy.

        {{ quote("{paragraph}") }}

        Takes the number of an activity, a paragraph, a point or a Note, or the id of a fact as "year.id"; and the kind,
        where two have the same. Gives a block.
        """
        record = self._find(id, kind, QUOTED)
        name = named.name(self._plan, record)
        return self._block("quote", record=record, name=name, words=official(record))

    def figure(self, id: str, report: str = "") -> Block:
        """A number of a report with the sentence that prints it. It says what was reported, not what is true.

        {{ figure("{figure}") }}

        Takes the id of the number; and the report, where two have a number of that id. Gives a block.
        """
        reports = [self._find(report, "report")] if report else list(self._plan.records.reports.values())
        found = {id_: pair for one in reports for id_, pair in self._plan.statements.figures(one).items()}  # type: ignore[arg-type]
        figure, statement = self._one(id.replace("-", "_"), found, "figure")
        return self._block("figure", figure=figure, statement=statement)

    def duties(self, agency: Ids = "", role: Ids = "", deadline: Ids = "", group: Ids = "", topic: Ids = "") -> Block:
        """A table: for which activities the plan names which bodies, in which role, and by when.

        {{ duties(agency="{agency}", role="{role}", group="{group}") }}

        Takes ids of bodies, roles, deadlines, groups and topics, each one or a list; what is left out limits nothing.
        Gives a block.
        """
        given = {"agency": agency, "role": role, "deadline": deadline, "group": group, "topic": topic}
        asked = {kind: self._asked(kind, ids) for kind, ids in given.items()}

        def meant(duty: Duty) -> bool:
            when, activity = self._plan.deadlines.of(duty.activity), duty.activity
            has: dict[str, list[str]] = {"agency": [duty.agency.id], "role": [duty.role.id], "deadline": [when.id]}
            has |= {"group": [activity.group], "topic": activity.topics}
            return all(not ids or any(id_ in ids for id_ in has[kind]) for kind, ids in asked.items())

        caption = "; ".join(name for names in asked.values() for name in names.values()) or "All activities"
        return self._block("duties", duties=[duty for duty in self._plan.duties.all if meant(duty)], caption=caption)

    def matrix(self, agency: Ids = "", group: Ids = "") -> Block:
        """The table of bodies and groups: for how many activities of each group a body is named, role by role.

        {{ matrix(agency=["{agency}"], group=["{group}"]) }}

        Takes ids of bodies and numbers of groups, each one or a list; left out, all. Gives a block.
        """
        return self._block("matrix", agencies=self._all("agency", agency), groups=self._all("group", group))

    def timeline(self, agency: Ids = "", group: Ids = "") -> Block:
        """The dated activities as bars over their years, which say what was planned, and below it those without a year.

        {{ timeline(group="{group}") }}

        Takes ids of bodies, named in any role, and numbers of groups, each one or a list; left out, all. Gives a block.
        """
        agencies, groups = self._asked("agency", agency), self._asked("group", group)
        found = [
            activity
            for activity in self._plan.records.activities.values()
            if (not groups or activity.group in groups)
            and (not agencies or any(duty.agency.id in agencies for duty in self._plan.duties.on(activity)))
        ]
        return self._block("timeline", activities=found)

    def view(self, name: str) -> Block:
        """One of the lists that our own pages are made of, whole: one on a page, for it has headings.

        Takes its name, which is that of a file in macros/pages/templates/views/. Gives a block.
        """
        views = {path.stem: path.stem for path in (self._renderer.templates / "views").glob("*.html")}
        return self._marked(self._renderer.view(self._one(name, views, "view"), self._where()))
