"""Our plain words are plain: measured as a school grade by the Automated Readability Index."""

import re

import textstat

from macros.plan.plan import Plan

from ..support.html import Document


def summaries(plan: Plan) -> dict[str, str | None]:
    found = {f"section {n}": s.summary for n, s in plan.records.sections.items()}
    found |= {f"group {n}": g.summary for n, g in plan.records.groups.items()}
    found |= {f"activity {n}": a.summary for n, a in plan.records.activities.items()}
    return found | {f"agency {n}": a.summary for n, a in plan.records.agencies.items()}


def test_every_section_group_activity_and_agency_has_a_summary(plan: Plan) -> None:
    assert [name for name, summary in summaries(plan).items() if not summary] == []


def test_summaries_are_of_grade_9_on_average_and_none_above_12(plan: Plan) -> None:
    grades = {name: textstat.automated_readability_index(text or "") for name, text in summaries(plan).items()}
    assert {name: grade for name, grade in grades.items() if grade > 12} == {}
    assert sum(grades.values()) / len(grades) <= 9


def test_summaries_are_one_or_two_sentences(plan: Plan) -> None:
    sentences = {name: len(re.findall(r"[.!?](?:\s|$)", text or "")) for name, text in summaries(plan).items()}
    assert {name: number for name, number in sentences.items() if number not in (1, 2)} == {}


def test_our_words_stand_apart_from_the_official_ones(plan: Plan, pages: dict[str, Document]) -> None:
    page = pages["activities/13.2.1/"]
    assert page.one("h1").text == f"Activity 13.2.1, in our words {plan.records.activities['13.2.1'].summary}"
    assert page.all("blockquote", class_="official")[0].text == plan.records.activities["13.2.1"].text


def test_every_activity_has_a_topic_and_every_topic_an_activity(plan: Plan) -> None:
    assert [n for n, activity in plan.records.activities.items() if not activity.topics] == []
    assert [id_ for id_ in plan.records.topics if not plan.table.by_topic[id_]] == []
