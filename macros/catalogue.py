"""The generated pages: one for each section, group, activity, body, deadline, topic, year and report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .addresses import address
from .deadlines import Deadline, Year
from .editorial import Source, Topic
from .evidence import Report
from .faults import Place
from .models import Activity, Agency, Group, Section
from .plan import Plan

Single = Activity | Agency | Deadline | Group | Report | Section | Source | Topic | Year
Subject = Single | tuple[Report, ...]


@dataclass(frozen=True)
class Leaf:
    """A page about one record: its address, its template, the place of the record, and its neighbours."""

    address: str
    template: str
    subject: Subject
    place: Place
    previous: Single | None
    following: Single | None

    @property
    def kind(self) -> str:
        """The folder of the page, which is also that of the index page above it."""
        return self.address.split("/", 1)[0]


def leaves(plan: Plan) -> Iterator[Leaf]:
    """Yields every generated page; neighbours are those of the same kind, in the order of the index."""
    agencies = list(plan.agencies.values())
    yield from series(plan, "section.html", list(plan.sections.values()))
    yield from series(plan, "group.html", list(plan.groups.values()))
    yield from series(plan, "activity.html", list(plan.activities.values()))
    yield from series(plan, "agency.html", agencies)
    yield from series(plan, "sheet.html", agencies, "sheet/")
    yield from series(plan, "letter.html", agencies, "letter/")
    yield from series(plan, "deadline.html", list(plan.deadlines.values()))
    yield from series(plan, "topic.html", list(plan.topics.values()))
    yield from series(plan, "year.html", list(plan.years.values()))
    reports = list(plan.reports.values())
    if reports:
        yield Leaf("reports/", "reports.html", tuple(reports), reports[0].at(), None, None)
    yield from series(plan, "report.html", reports)
    yield from series(plan, "claims.html", [report for report in reports if report.claims], "claims/")
    yield from series(plan, "source.html", [source for source in plan.sources.values() if source.file])


def series(plan: Plan, template: str, subjects: Sequence[Single], folder: str = "") -> Iterator[Leaf]:
    """Yields one page for each subject, in `folder` below its own page, each with the one before and after."""
    for before, subject, after in zip([None, *subjects], subjects, [*subjects[1:], None], strict=False):
        yield Leaf(address(plan, subject) + folder, template, subject, place(plan, subject), before, after)


def place(plan: Plan, subject: Single) -> Place:
    """Returns the place in the data that an editor would change; for deadlines and years, that of a period."""
    match subject:
        case Deadline():
            return subject.periods[0].at()
        case Year():
            return next(iter(plan.periods.values())).at()
    return subject.at()
