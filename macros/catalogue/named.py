"""What people name a record by: its kind and its number or id; and what a record is called in a sentence."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import cast

from ..plan.claims import Outcome
from ..plan.deadlines import Deadline, Year
from ..plan.plan import Plan
from ..plan.statements import Statement
from ..reading.faults import suggestion
from ..reading.numbers import sort_key
from ..records.joins import by_key, key_of
from ..records.kinds.agency import Agency
from ..records.kinds.decree import Decree
from ..records.kinds.document import Document
from ..records.kinds.editorial import Situation, Topic
from ..records.kinds.help import Help
from ..records.kinds.period import Period
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.report import Report
from ..records.kinds.source import Source
from ..records.kinds.term import Term
from ..records.record import Record
from .addresses import Addressed

FIRST = "first"  # in the place of an id: the first record of its kind, whatever the plan


class UnknownError(Exception):
    """No record, or more than one, has the name that was asked for: what is wrong, and what to write."""


@lru_cache(maxsize=1)  # every name that is looked up asks
def by_kind(plan: Plan) -> dict[str, Mapping[str, Addressed]]:
    """Returns the records that have an address, by the name of their kind, and then by their number or id."""
    records = plan.records
    statements = [(year, fact) for year, found in plan.statements.by_report.items() for fact in found.items()]
    outcomes = [(report.id, outcome) for report in records.reports.values() for outcome in plan.claims.outcomes(report)]
    return {
        "activity": records.activities,
        "agency": records.agencies,
        "section": records.sections,
        "paragraph": records.paragraphs,
        "point": by_key(point for paragraph in records.paragraphs.values() for point in paragraph.points),
        "group": records.groups,
        "note": records.recommendations,
        "deadline": plan.deadlines.all,
        "topic": records.topics,
        "situation": records.situations,
        "term": records.terms,
        "document": records.documents,
        "period": records.periods,
        "source": {id_: source for id_, source in records.sources.items() if source.file},
        "decree": {records.decree.id_local: records.decree},
        "report": records.reports,
        "fact": {f"{year}.{id_}": statement for year, (id_, statement) in statements},
        "claim": {f"{year}.{outcome.claim.id}": outcome for year, outcome in outcomes},
        "year": {str(year): found for year, found in plan.deadlines.years.items()},
    }


def find(plan: Plan, id_: str, kind: str = "", kinds: Collection[str] = ()) -> Addressed:
    """Returns the record that has this number or id.

    `kind` tells apart records of two kinds that have the same id; `kinds` are those that may be meant: all, if none is
    named. Raises UnknownError.
    """
    known = {name: found for name, found in by_kind(plan).items() if found and (not kinds or name in kinds)}
    if kind and kind not in known:
        advice = suggestion(kind, known) or f" Known: {', '.join(known)}."
        raise UnknownError(f"no kind '{kind}' here.{advice}")
    asked = {kind: known[kind]} if kind else known
    if kind and id_ == FIRST and id_ not in asked[kind]:
        return next(iter(asked[kind].values()))
    having = [name for name, found in asked.items() if id_ in found]
    if len(having) > 1:
        raise UnknownError(f"'{id_}' is the name of a {' and of a '.join(having)}; add kind=\"{having[0]}\"")
    if not having:
        raise UnknownError(missing(id_, asked))
    return asked[having[0]][id_]


def missing(id_: str, asked: Mapping[str, Mapping[str, Addressed]]) -> str:
    """Returns the message that no record has this id, with the kind and the id that were probably meant."""
    kinds = {known: kind for kind, found in reversed(list(asked.items())) for known in found}
    beside = [known for known in kinds if "." in id_ and known.rpartition(".")[0] == id_.rpartition(".")[0]]
    if beside and sort_key(id_) > sort_key(last := max(beside, key=sort_key)):
        meant, advice = last, f" Did you mean '{last}'?"  # one number too far
    else:
        advice = suggestion(id_, kinds)
        meant = advice.partition("'")[2].rpartition("'")[0]
    return f"no {kinds.get(meant, next(iter(asked)) if len(asked) == 1 else 'record')} '{id_}'.{advice}"


def kind_of(plan: Plan, record: Addressed) -> str:
    """Returns the name of the kind of a record."""
    return next(kind for kind, found in by_kind(plan).items() if any(record is one for one in found.values()))


def key(record: Addressed) -> str:
    """Returns the number or the id of a record of a kind that has them."""
    return str(record.year) if isinstance(record, Year) else key_of(cast(Record, record))


def name(plan: Plan, record: Addressed) -> str:  # noqa: C901 - one case for each kind of record
    """Returns what a record is called in a link: "Activity 2.1", "Ministry of Water", "By the end of 2030"."""
    match record:
        case Agency() | Deadline():
            return record.name
        case Decree():
            return f"Order No {record.id_local}"
        case Document():
            return plan.records.sources[record.source].title
        case Outcome():
            return record.claim.question
        case Help():
            return record.title
        case Period() | Topic():
            return record.label
        case Report() | Year():
            return f"Report on {record.year}" if isinstance(record, Report) else f"The plan in {record.year}"
        case Recommendation():
            return f"Note {record.number}"
        case Situation():
            return record.question
        case Source():
            return record.title
        case Statement():
            return record.fact.label
        case Term():
            return record.term
    return f"{kind_of(plan, record).capitalize()} {key(record)}"
