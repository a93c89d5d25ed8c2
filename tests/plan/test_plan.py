"""Facts about the plan: how much of it there is, who does what, by when."""

import pytest

from macros.plan.plan import Plan
from macros.reading.numbers import range_of, sort_key
from macros.records.kinds.activity import Activity


def bodies(plan: Plan, number: str, role: str) -> list[str]:
    return [duty.agency.id for duty in plan.duties.by_activity[number] if duty.role.id == role]


def test_the_plan_is_whole(plan: Plan) -> None:
    points = [point for paragraph in plan.records.paragraphs.values() for point in paragraph.points]
    assert list(plan.records.sections) == [str(n) for n in range(1, 14)]
    assert len(plan.records.paragraphs) + len(points) == 59
    assert list(plan.records.groups) == [f"13.{n}" for n in range(1, 10)]
    assert [len(plan.table.by_group[group]) for group in plan.records.groups] == [8, 10, 9, 6, 9, 2, 3, 6, 7]
    assert len(plan.records.activities) == 60
    assert list(plan.deadlines.all) == ["2015", "2016", "2017", "2018", "regular"]
    assert list(plan.records.recommendations) == ["1", "2", "3", "4", "5"]
    assert len(plan.records.decree.points) == 3
    assert len(plan.records.sections["1"].recitals) == 7


def test_goals_and_principles_are_points_of_section_2(plan: Plan) -> None:
    assert [point.number for point in plan.records.paragraphs["2.1"].points] == [f"2.1.{n}" for n in range(1, 7)]
    assert [point.number for point in plan.records.paragraphs["2.3"].points] == [f"2.3.{n}" for n in range(1, 8)]


def test_group_13_n_belongs_to_section_n_plus_2(plan: Plan) -> None:
    for number, group in plan.records.groups.items():
        assert int(group.section) == int(number.split(".")[1]) + 2


def test_section_12_is_about_money(plan: Plan) -> None:
    assert plan.records.sections["12"].heading == "Determination of the National Action Plan"
    assert "funded" in (plan.records.sections["12"].text or "")


@pytest.mark.parametrize("number", ["13.9.1", "13.9.2"])
def test_where_by_involving_comes_first_only_the_ngos_are_involved(plan: Plan, number: str) -> None:
    assert bodies(plan, number, "involved") == ["ngos"]
    assert len(bodies(plan, number, "executive")) == 5
    assert plan.records.activities[number].note
    assert plan.records.activities[number].as_printed.executors.startswith("By involving the")


@pytest.mark.parametrize("number", ["13.2.3", "13.5.6", "13.9.3", "13.9.6"])
def test_bodies_after_by_involving_are_involved(plan: Plan, number: str) -> None:
    assert bodies(plan, number, "involved") == ["ngos"]


def test_names_with_and_are_one_body(plan: Plan) -> None:
    assert bodies(plan, "13.5.1", "executive") == ["guardianship", "underage-commissions"]
    assert bodies(plan, "13.2.10", "executive")[-2:] == ["moh", "other-state-authorities"]
    assert bodies(plan, "13.3.9", "executive") == ["fms", "sss", "mia"]


def test_classes_are_told_from_institutions(plan: Plan) -> None:
    assert [id_ for id_, agency in plan.records.agencies.items() if agency.collective] == [
        "local-executive",
        "guardianship",
        "underage-commissions",
        "higher-education",
        "other-state-authorities",
        "ngos",
    ]


def test_the_ministry_of_internal_affairs_is_named_for_43_activities(plan: Plan) -> None:
    assert [(role.id, len(duties)) for role, duties in plan.duties.by_role(plan.duties.by_agency["mia"])] == [
        ("executive", 43)
    ]


def test_notes_recommend_and_their_ranges_are_expanded(plan: Plan) -> None:
    expanded = {note.agency: plan.duties.expand(note) for note in plan.records.recommendations.values()}
    assert expanded["prosecutor-general"] == (
        ["13.1.1", "13.1.7", "13.2.5", "13.3.3", "13.3.4", "13.3.5", "13.3.7", "13.3.8", "13.3.9", "13.6.1", "13.8.1"]
    )
    assert expanded["ombudsman"] == ["13.1.1", "13.1.2", "13.1.3", "13.2.4", "13.8.4"]
    assert plan.records.recommendations["4"].items[0] == "13.1.1 - 13.1.3"
    assert bodies(plan, "13.1.1", "recommended") == ["prosecutor-general", "supreme-court", "ombudsman"]


def test_34_duties_are_regular_and_have_no_year(plan: Plan) -> None:
    regular = plan.deadlines.all["regular"]
    assert regular.year is None
    assert len(plan.deadlines.due(regular)) == 34
    assert all(period.start is None and period.end is None for period in regular.periods)


def test_every_activity_has_exactly_one_deadline(plan: Plan) -> None:
    due: list[Activity] = [
        activity for deadline in plan.deadlines.all.values() for activity in plan.deadlines.due(deadline)
    ]
    assert sorted(activity.number for activity in due) == sorted(plan.records.activities)


def test_the_hot_line_is_due_by_the_end_of_2015_and_carries_out_4_3(plan: Plan) -> None:
    activity = plan.records.activities["13.2.1"]
    assert plan.deadlines.of(activity).year == 2015
    assert [answer.paragraph.number for answer in plan.concordance.by_activity["13.2.1"]] == ["4.3"]


def test_the_links_between_activities_and_paragraphs_are_counted(plan: Plan) -> None:
    links = [answer.match.id for answer in plan.concordance.all]
    assert (links.count("verbatim"), links.count("close")) == (26, 34)


def test_paragraphs_that_no_activity_carries_out_stay_without_one(plan: Plan) -> None:
    alone = [
        n
        for s in plan.concordance.sections
        for n in (p.number for p in s.paragraphs)
        if n not in plan.concordance.by_paragraph
    ]
    assert alone == ["3.1", "4.1", "5.1", "6.2", "6.3", "7.1", "9.1", "11.1"]
    assert [n for n in plan.records.activities if n not in plan.concordance.by_activity] == [
        "13.1.4",
        "13.1.7",
        "13.8.3",
        "13.8.4",
    ]


def test_two_bodies_have_names_younger_than_the_order_each_with_a_source(plan: Plan) -> None:
    assert [agency.id for agency in plan.names.later] == ["mtcht", "sss"]
    for agency in plan.names.later:
        assert all(
            plan.records.sources[name.source].address and plan.records.sources[name.source].as_of
            for name in agency.names
        )


def test_bodies_that_only_the_prose_names_are_not_agencies(plan: Plan) -> None:
    names = " ".join(agency.name for agency in plan.records.agencies.values())
    assert "Milli Mejlis" not in names
    assert "Working Group" not in names


def test_numbers_sort_as_numbers() -> None:
    assert sorted(["13.2.10", "13.2.9", "13.10", "2", "13.2.1"], key=sort_key) == (
        ["2", "13.2.1", "13.2.9", "13.2.10", "13.10"]
    )


@pytest.mark.parametrize(
    ("item", "ends"),
    [
        ("13.2.4", ("13.2.4", "13.2.4")),
        ("13.3.3-13.3.5", ("13.3.3", "13.3.5")),
        ("13.1.1 - 13.1.3", ("13.1.1", "13.1.3")),
    ],
)
def test_a_printed_range_has_two_ends(item: str, ends: tuple[str, str]) -> None:
    assert range_of(item) == ends
