"""Links between resources: which other records each one leads to, and how."""

from collections.abc import Iterator

from ...catalogue.addresses import Addressed
from ...plan.claims import Outcome
from ...plan.deadlines import Deadline
from ...plan.plan import Plan
from ...plan.statements import Statement
from ...records.kinds.activity import Activity
from ...records.kinds.agency import Agency
from ...records.kinds.decree import Decree
from ...records.kinds.document import Document
from ...records.kinds.editorial import Situation, Topic
from ...records.kinds.recommendation import Recommendation
from ...records.kinds.report import Report
from ...records.kinds.section import Group, Paragraph, Section
from ...records.kinds.term import Term

Link = tuple[str, Addressed]  # how the other record stands to this one, and that record


def links(plan: Plan, subject: Addressed) -> Iterator[Link]:  # noqa: C901 - one case for each kind
    """Yields the links of a record. For bodies and activities the relation is the role: roles are never added up."""
    match subject:
        case Decree():
            yield from (("section", section) for section in plan.records.sections.values())
        case Section():
            yield "order", plan.records.decree
            yield from (("paragraph", paragraph) for paragraph in subject.paragraphs)
            yield from (("group", group) for group in plan.concordance.groups_of(subject))
        case Paragraph():
            yield "section", plan.table.section_of(subject)
            yield from (("activity", answer.activity) for answer in plan.concordance.to(subject))
            yield from (("fact", item.statement) for item in plan.evidence.all if item.paragraph is subject)
        case Group():
            yield "section", plan.records.sections[subject.section]
            yield from (("activity", activity) for activity in plan.table.in_group(subject))
        case Activity():
            yield from of_activity(plan, subject)
        case Recommendation():
            yield "recommended", plan.records.agencies[subject.agency]
            yield from (("activity", plan.records.activities[number]) for number in plan.duties.expand(subject))
        case Agency():
            yield from ((duty.role.id, duty.activity) for duty in plan.duties.of(subject))
            yield from (("fact", statement) for statement, _ in plan.evidence.naming(subject))
            yield from (("report", report) for report in plan.evidence.written_by(subject))
        case Deadline():
            yield from (("activity", activity) for activity in plan.deadlines.due(subject))
        case Topic():
            yield from (("activity", activity) for activity in plan.table.on_topic(subject))
        case Situation():
            yield from (("activity", plan.records.activities[number]) for number in subject.activities)
            yield from (("paragraph", plan.records.paragraphs[number]) for number in subject.paragraphs)
        case Term():
            yield from (("term", plan.records.terms[id_]) for id_ in [subject.see] if id_)
            yield from (("source", plan.records.sources[id_]) for id_ in [subject.source] if id_)
        case Document():
            yield "source", plan.records.sources[subject.source]
            yield from (("activity", plan.records.activities[number]) for number in subject.activities)
            yield from (("paragraph", plan.records.paragraphs[number]) for number in subject.paragraphs)
        case Report():
            yield from (("fact", statement) for statement in plan.statements.of(subject))
            yield from (("claim", outcome) for outcome in plan.claims.outcomes(subject))
        case Statement():
            yield from of_statement(plan, subject)
        case Outcome():
            yield "report", subject.report
            yield from (
                ("fact", statement) for statement in {t.statement.fact.id: t.statement for t in subject.terms}.values()
            )


def of_activity(plan: Plan, activity: Activity) -> Iterator[Link]:
    yield "group", plan.records.groups[activity.group]
    yield from ((duty.role.id, duty.agency) for duty in plan.duties.on(activity))
    yield from (("note", note) for note in plan.duties.notes_on(activity))
    yield "deadline", plan.deadlines.of(activity)
    yield from (("paragraph", answer.paragraph) for answer in plan.concordance.of(activity))
    yield from (("topic", plan.records.topics[topic]) for topic in activity.topics)
    yield from (("situation", situation) for situation in plan.table.situations_of(activity))
    yield from (("fact", item.statement) for item in plan.evidence.on(activity))


def of_statement(plan: Plan, statement: Statement) -> Iterator[Link]:
    yield "report", statement.report
    for item in plan.evidence.all:
        if item.statement is statement:
            if item.activity:
                yield item.bearing.id, item.activity
            if item.paragraph:
                yield item.bearing.id, item.paragraph
    yield from (("agency", plan.records.agencies[id_]) for id_, found, _ in plan.evidence.names() if found is statement)
