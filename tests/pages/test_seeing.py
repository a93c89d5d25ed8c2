"""The pictures are tables, and say what the plan says."""

import pytest

from macros.plan.plan import Plan

from ..support.html import Document


def test_every_number_of_the_matrix_is_the_number_of_its_rows(plan: Plan, pages: dict[str, Document]) -> None:
    cells = {link.attributes["href"]: link.text.split()[-1] for link in pages["matrix/"].all("a", class_="role")}
    expected = {}
    for agency in plan.records.agencies:
        for group, roles in plan.duties.by_group(plan.duties.by_agency[agency]).items():
            for role, duties in roles.items():
                expected[f"../find/?agency={agency}&role={role}&group={group}"] = str(len(duties))
    assert cells == expected
    assert sum(map(int, cells.values())) == len(plan.duties.all)


def test_the_timeline_has_a_row_for_each_dated_activity_and_none_for_a_regular_one(
    plan: Plan, pages: dict[str, Document]
) -> None:
    page = pages["timeline/"]
    dated = [a for a in plan.records.activities.values() if plan.deadlines.of(a).year]
    assert len(page.all("span", class_="span--end")) == len(dated) == 26
    lengths = [
        (plan.records.periods[a.period].last_year or 0) - (plan.records.periods[a.period].first_year or 0) + 1
        for a in dated
    ]
    assert len(page.all("span", class_="span")) == sum(lengths)
    for activity in plan.deadlines.due(plan.deadlines.all["regular"]):
        assert f"{activity.number} {activity.summary}" in page.article


@pytest.mark.parametrize(
    ("year", "ending", "open_", "to_come", "over"),
    [(2014, 0, 19, 7, 0), (2015, 4, 20, 2, 0), (2016, 14, 8, 0, 4), (2017, 5, 3, 0, 18), (2018, 3, 0, 0, 23)],
)
def test_each_year_says_what_ends_is_open_and_is_to_come(
    plan: Plan, pages: dict[str, Document], year: int, ending: int, open_: int, to_come: int, over: int
) -> None:
    found = plan.deadlines.years[year]
    assert (len(found.ending), len(found.open), len(found.to_come), len(found.over)) == (ending, open_, to_come, over)
    assert f"Ending with {year}: {ending}" in pages[f"in/{year}/"].article


def test_the_whole_plan_stands_on_one_page_word_for_word(plan: Plan, pages: dict[str, Document]) -> None:
    article = pages["whole/"].article
    for paragraph in plan.records.paragraphs.values():
        assert f"{paragraph.number}. {paragraph.text}" in article
    for activity in plan.records.activities.values():
        assert activity.text in article
        assert activity.as_printed.executors in article
    for note in plan.records.recommendations.values():
        assert f"{note.number}. {note.text}" in article
