"""The generated pages: one for each section, group, activity, body, deadline, topic, year and report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ..plan.deadlines import Deadline, Year
from ..plan.plan import Plan
from ..plan.runs import Run, runs
from ..reading.faults import Place
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.editorial import Topic
from ..records.kinds.help import Help
from ..records.kinds.report import Report
from ..records.kinds.section import Group, Section
from ..records.kinds.source import Source
from .addresses import address

Single = Activity | Agency | Deadline | Group | Help | Report | Section | Source | Topic | Year
Subject = Single | Run | tuple[Report, ...]
INDEX = {"in": "deadlines", "sources": "about"}  # kinds without an index of their own, and that above their pages
LONG = ("find", "matrix", "timeline", "activities")  # the lists of all activities


@dataclass(frozen=True)
class Leaf:
    """A page about one record: its address, its template, the place of the record, the addresses of its neighbours."""

    address: str
    template: str
    subject: Subject
    place: Place
    previous: str | None
    following: str | None
    runs: Sequence[Run] = ()  # of its list, where that is too long for one page
    run: Run | None = None  # the one that the page shows

    @property
    def indexes(self) -> tuple[str, str]:
        """The files in docs/ that may hold the index page above it."""
        folder = INDEX.get(self.kind, self.kind)
        return f"{folder}/index.md", f"{folder}.md"

    @property
    def file(self) -> str:
        """The file that would stand in docs/ if a person had written the page."""
        return f"{self.address}index.md" if self.address == f"{self.kind}/" else f"{self.address.rstrip('/')}.md"

    @property
    def base(self) -> str:
        """The address of the page without its run."""
        return self.address.removesuffix(f"{self.run.id}/") if self.run else self.address

    def shown(self, activities: Sequence[Activity]) -> Sequence[Activity]:
        """Returns those of a list that stand on this page: all, those of its run, or none where runs have the list."""
        if self.run:
            here = {activity.number for activity in self.run.activities}
            return [activity for activity in activities if activity.number in here]
        return [] if self.runs else activities

    @property
    def kind(self) -> str:
        """The folder of the page, which is also that of the index page above it."""
        return self.address.split("/", 1)[0]


def leaves(plan: Plan) -> Iterator[Leaf]:
    """Yields every generated page; neighbours are those of the same kind, in the order of the index."""
    agencies = list(plan.records.agencies.values())
    yield from series(plan, "section.html", list(plan.records.sections.values()))
    yield from series(plan, "group.html", list(plan.records.groups.values()))
    yield from series(plan, "activity.html", list(plan.records.activities.values()))
    yield from series(plan, "agency.html", agencies)
    yield from series(plan, "sheet.html", agencies, "sheet/")
    yield from series(plan, "letter.html", agencies, "letter/")
    for leaf in series(plan, "deadline.html", list(plan.deadlines.all.values())):
        yield from in_runs(plan, leaf, plan.deadlines.due(cast(Deadline, leaf.subject)))
    for leaf in series(plan, "topic.html", list(plan.records.topics.values())):
        yield from in_runs(plan, leaf, plan.table.on_topic(cast(Topic, leaf.subject)))
    for leaf in series(plan, "year.html", list(plan.deadlines.years.values())):
        yield from in_runs(plan, leaf, cast(Year, leaf.subject).all)
    for run in plan.table.runs:
        for folder in LONG:
            yield Leaf(f"{folder}/{run.id}/", "run.html", run, run.groups[0].at(), None, None)
    for help_ in plan.records.help.values():
        yield Leaf(address(plan, help_), "help.html", help_, help_.at(), None, None)
    reports = list(plan.records.reports.values())
    if reports:
        yield Leaf("reports/", "reports.html", tuple(reports), reports[0].at(), None, None)
    yield from series(plan, "report.html", reports)
    yield from series(plan, "claims.html", [report for report in reports if report.claims], "claims/")
    yield from series(plan, "source.html", [source for source in plan.records.sources.values() if source.file])


def series(plan: Plan, template: str, subjects: Sequence[Single], folder: str = "") -> Iterator[Leaf]:
    """Yields one page for each subject, in `folder` below its own page, each with the one before and after."""
    at = [address(plan, subject) + folder for subject in subjects]
    for before, here, subject, after in zip([None, *at], at, subjects, [*at[1:], None], strict=False):
        yield Leaf(here, template, subject, place(plan, subject), before, after)


def in_runs(plan: Plan, leaf: Leaf, activities: Sequence[Activity]) -> Iterator[Leaf]:
    """Yields the page of a list; where that is too long for one page, then a page for each of its runs."""
    found = runs(plan.records.groups.values(), activities)
    yield replace(leaf, runs=found)
    for run in found:
        address = f"{leaf.address}{run.id}/"
        yield replace(leaf, address=address, runs=found, run=run, previous=None, following=None)


def place(plan: Plan, subject: Single) -> Place:
    """Returns the place in the data that an editor would change; for deadlines and years, that of a period."""
    match subject:
        case Deadline():
            return subject.periods[0].at()
        case Year():
            return next(iter(plan.records.periods.values())).at()
    return subject.at()
