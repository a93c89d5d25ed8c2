"""Links between resources: which other records each one leads to, and how."""

from collections.abc import Iterator

from ...catalogue.addresses import Addressed
from ...plan.claims import Outcome
from ...plan.deadlines import Deadline
from ...plan.plan import Plan
from ...plan.statements import Statement
from ...records.kinds.activity import Activity, Agency, Decree, Group, Paragraph, Recommendation, Section
from ...records.kinds.editorial import Situation, Topic
from ...records.kinds.report import Report

Link = tuple[str, Addressed]  # how the other record stands to this one, and that record


def links(plan: Plan, subject: Addressed) -> Iterator[Link]:  # noqa: C901 - one case for each kind
    """Yields the links of a record. For bodies and activities the relation is the role: roles are never added up."""
    match subject:
        case Decree():
            yield from (("section", section) for section in plan.sections.values())
        case Section():
            yield "order", plan.decree
            yield from (("paragraph", paragraph) for paragraph in subject.paragraphs)
            yield from (("group", group) for group in plan.groups_of[subject.number])
        case Paragraph():
            yield "section", plan.section_of[subject.number]
            yield from (("activity", answer.activity) for answer in plan.answers_to[subject.number])
            yield from (("fact", item.statement) for item in plan.evidence if item.paragraph is subject)
        case Group():
            yield "section", plan.sections[subject.section]
            yield from (("activity", activity) for activity in plan.in_group[subject.number])
        case Activity():
            yield from of_activity(plan, subject)
        case Recommendation():
            yield "recommended", plan.agencies[subject.agency]
            yield from (("activity", plan.activities[number]) for number in plan.expand(subject))
        case Agency():
            yield from ((duty.role.id, duty.activity) for duty in plan.duties_of[subject.id])
            yield from (("fact", statement) for statement, _ in plan.naming[subject.id])
            yield from (("report", report) for report in plan.written_by(subject))
        case Deadline():
            yield from (("activity", activity) for activity in plan.activities_due(subject))
        case Topic():
            yield from (("activity", activity) for activity in plan.on_topic[subject.id])
        case Situation():
            yield from (("activity", plan.activities[number]) for number in subject.activities)
            yield from (("paragraph", plan.paragraphs[number]) for number in subject.paragraphs)
        case Report():
            yield from (("fact", statement) for statement in plan.statements[subject.id].values())
            yield from (("claim", outcome) for outcome in plan.outcomes(subject))
        case Statement():
            yield from of_statement(plan, subject)
        case Outcome():
            yield "report", subject.report
            yield from (
                ("fact", statement) for statement in {t.statement.fact.id: t.statement for t in subject.terms}.values()
            )


def of_activity(plan: Plan, activity: Activity) -> Iterator[Link]:
    yield "group", plan.groups[activity.group]
    yield from ((duty.role.id, duty.agency) for duty in plan.duties_for[activity.number])
    yield from (("note", note) for note in plan.notes_on[activity.number])
    yield "deadline", plan.deadline_of(activity)
    yield from (("paragraph", answer.paragraph) for answer in plan.answers_of[activity.number])
    yield from (("topic", plan.topics[topic]) for topic in activity.topics)
    yield from (("situation", situation) for situation in plan.situations_of[activity.number])
    yield from (("fact", item.statement) for item in plan.evidence_for[activity.number])


def of_statement(plan: Plan, statement: Statement) -> Iterator[Link]:
    yield "report", statement.report
    for item in plan.evidence:
        if item.statement is statement:
            if item.activity:
                yield item.bearing.id, item.activity
            if item.paragraph:
                yield item.bearing.id, item.paragraph
    yield from (("agency", plan.agencies[id_]) for id_, found, _ in plan.names_in_reports() if found is statement)
