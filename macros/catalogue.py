"""The generated pages: one for each section, group, activity, body and deadline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .addresses import address
from .editorial import Topic
from .faults import Place
from .models import Activity, Agency, Group, Section
from .plan import Deadline, Plan

Subject = Activity | Agency | Deadline | Group | Section | Topic


@dataclass(frozen=True)
class Leaf:
    """A page about one record: its address, its template, the place of the record, and its neighbours."""

    address: str
    template: str
    subject: Subject
    place: Place
    previous: Subject | None
    following: Subject | None

    @property
    def kind(self) -> str:
        """The folder of the page, which is also that of the index page above it."""
        return self.address.split("/", 1)[0]


def leaves(plan: Plan) -> Iterator[Leaf]:
    """Yields every generated page; neighbours are those of the same kind, in the order of the index."""
    yield from series(plan, "section.html", list(plan.sections.values()))
    yield from series(plan, "group.html", list(plan.groups.values()))
    yield from series(plan, "activity.html", list(plan.activities.values()))
    yield from series(plan, "agency.html", list(plan.agencies.values()))
    yield from series(plan, "deadline.html", list(plan.deadlines.values()))
    yield from series(plan, "topic.html", list(plan.topics.values()))


def series(plan: Plan, template: str, subjects: Sequence[Subject]) -> Iterator[Leaf]:
    """Yields one page for each subject, each with the one before and the one after."""
    for before, subject, after in zip([None, *subjects], subjects, [*subjects[1:], None], strict=False):
        place = subject.periods[0].at() if isinstance(subject, Deadline) else subject.at()
        yield Leaf(address(plan, subject), template, subject, place, before, after)
