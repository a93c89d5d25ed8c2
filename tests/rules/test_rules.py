"""The rules that the data keeps: for each, a fact about the plan, an edit that breaks it, and the messages."""

import pytest

from ..support.data_copy import DataCopy
from ..support.mistakes.rules import RULES


@pytest.mark.parametrize(
    ("file", "old", "new", "messages"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES]
)
def test_the_data_keeps_the_rule(data: DataCopy, file: str, old: str, new: str, messages: list[str]) -> None:
    data.edit(file, old, new)
    assert data.faults() == data.expected(messages)


def test_the_data_as_it_is_keeps_every_rule(data: DataCopy) -> None:
    assert data.faults() == []


def test_ranges_follow_the_order_of_the_table(data: DataCopy) -> None:
    """A record out of its group would slip into “13.1.1 - 13.1.3” and change what a Note recommends."""
    text = (data.folder / "activities.yml").read_text(encoding="utf-8")
    start, end = text.index('- number: "13.5.1"'), text.index('- number: "13.5.2"')
    record = text[start:end]
    data.edit("activities.yml", record, "")
    data.edit("activities.yml", '- number: "13.1.2"', record + '- number: ¦"13.1.2"')
    assert data.faults()[0] == (data.expected(["{0}: 13.1.2 of group 13.1 stands after group 13.5; move it up"])[0])


def test_a_word_cannot_move_from_one_value_to_the_next(data: DataCopy) -> None:
    data.edit("sections.yml", "heading: Introduction\n", "heading: ¦Introduction Noting\n")
    data.edit("sections.yml", "      Noting that ensuring", "      that ensuring")
    message = "{0}: 'heading' begins or ends inside line 47 of order-667.txt, which is “Noting that ensuring the rights"
    assert data.faults()[0].startswith(data.expected([message])[0])


def test_a_name_that_no_body_has_is_asked_for(data: DataCopy) -> None:
    data.edit("agencies.yml", "spellings: [Civil Aviation Administration]", "spellings: [Aviation Administration]")
    assert (
        data.faults()[0]
        == data.expected(
            [
                "activities.yml «scc, ¦caa»: the cell prints “Civil Aviation Administration, The State Marine [...]” "
                "here, not 'caa'; add the body, or this spelling of it, to agencies.yml"
            ]
        )[0]
    )


def test_a_cell_that_begins_with_the_marker_needs_a_note(data: DataCopy) -> None:
    text = (data.folder / "activities.yml").read_text(encoding="utf-8")
    start = text.index("  note: >-", text.index('- number: "13.9.1"'))
    data.edit("activities.yml", text[start : text.index('\n- number: "13.9.2"')], "")
    assert data.faults() == data.expected(
        [
            "activities.yml «executors: ¦>-\n      By involving the Ministry»: "
            "the cell begins with “By involving the”; say in 'note' how you read it"
        ]
    )


def test_the_footer_is_proven_too_so_that_nothing_hides_behind_it(data: DataCopy) -> None:
    text = (data.folder / "recommendations.yml").read_text(encoding="utf-8")
    data.edit("recommendations.yml", text[text.index('\n- number: "5"') :], "\n")
    assert any("prints “5. The Press Council" in fault for fault in data.faults())


def test_a_copy_that_cannot_be_read_hides_no_other_fault(data: DataCopy) -> None:
    (data.folder / "sources" / "order-667.txt").unlink()
    data.edit("decree.yml", "place: Baku city", "place: ¦Ganja city")
    assert data.faults() == data.expected(
        [
            "{0}: 'place' says 'Ganja city', but the order prints “Baku city, July 24, 2014”",
            "sources.yml «file: ¦order-667.txt»: sources/order-667.txt: this file is missing; restore it, or create it",
            "data/sources/order-667.txt:1:1: this file is missing; restore it, or create it",
        ]
    )


def test_an_empty_copy_is_told(data: DataCopy) -> None:
    (data.folder / "sources" / "order-667.txt").write_text("")
    assert any("order-667.txt has no words; restore the copy" in fault for fault in data.faults())


def test_a_look_alike_letter_is_named(data: DataCopy) -> None:
    data.edit("sections.yml", "the descent living", "the ¦d\u0435scent living")
    (fault,) = data.faults()
    assert (
        "(the letter \u0435 is U+0435, CYRILLIC SMALL LETTER IE) where order-667.txt line 47 prints “descent”" in fault
    )


def test_a_look_alike_letter_in_the_name_of_a_body_does_no_harm(data: DataCopy) -> None:
    data.edit("decree.yml", "    text: >-\n      The Ministry", "    text: >-\n      The M\u0131nistry")
    (fault,) = data.faults()
    assert "U+0131" in fault


def test_many_faults_are_told_in_reasonable_work(data: DataCopy) -> None:
    data.edit("activities.yml", "executors: [cabinet,", "executors: [" + "xxxxx, " * 20_000 + "cabinet,")
    assert len(data.faults()) == 20_000


def test_two_numbers_of_a_report_do_not_share_a_name(data: DataCopy) -> None:
    data.edit("reports/2014.yml", "{id: ¦accused,".replace("¦", ""), "{id: ¦accused,")
    line = data.places[0].split(":")[1]
    data.edit("reports/2014.yml", "{id: sentenced,", "{id: ¦accused,")
    assert data.faults()[0].endswith(f"id 'accused' already stands on line {line}; choose another")


def test_a_report_of_another_name_is_not_passed_over(data: DataCopy) -> None:
    (data.folder / "reports" / "2014.yml").rename(data.folder / "reports" / "first.yml")
    message = "no kind of record has this file; a file in reports/ is named after its year, such as 2030.yml"
    assert data.faults() == [f"data/reports/first.yml:1:1: {message}"]


def test_a_report_that_is_a_list_is_told(data: DataCopy) -> None:
    (data.folder / "reports" / "2014.yml").write_text("- victims\n")
    assert data.faults() == ["data/reports/2014.yml:1:1: here must be a mapping: lines of 'key: value'"]


def test_an_expression_cannot_run_a_program(data: DataCopy) -> None:
    """Names, whole numbers, + - * and brackets: neither calls, nor attributes, nor powers, nor long numbers."""
    for attack in ("open(accused)", "(accused).real", "9**9**9", "[accused][0]", "accused if accused else 1", "'a'*9"):
        copy = DataCopy(data.folder.parent / str(abs(hash(attack))))
        copy.edit("reports/2014.yml", "accused_women + accused_men == accused", f"¦{attack} == accused")
        assert len(copy.faults()) == 1, attack
        assert "Traceback" not in copy.faults()[0]
    for attack in ("(" * 200 + "accused" + ")" * 200, "9" * 400, "accused accused"):
        copy = DataCopy(data.folder.parent / str(abs(hash(attack))))
        copy.edit("reports/2014.yml", "accused_women + accused_men == accused", f"{attack} == accused")
        assert len(copy.faults()) <= 1, attack
