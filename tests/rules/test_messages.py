"""Each mistake in the data gets one message: file, line, column, what is wrong, what to do."""

import pytest

from ..support.data_copy import DataCopy
from ..support.mistakes.records import MISTAKES


@pytest.mark.parametrize(("file", "old", "new", "messages"), MISTAKES)
def test_a_mistake_gets_its_messages(data: DataCopy, file: str, old: str, new: str, messages: list[str]) -> None:
    data.edit(file, old, new)
    assert data.faults() == data.expected(messages)


def test_the_data_as_it_is_has_no_fault(data: DataCopy) -> None:
    assert data.faults() == []


def test_faults_of_all_files_are_told_at_once_in_order(data: DataCopy) -> None:
    data.edit("activities.yml", "executors: [cabinet, mia,", "executors: [cabinet, ¦mai,")
    data.edit("agencies.yml", "kind: ministry", "kind: ¦minister")
    data.edit("periods.yml", "label: regular", "¦lable: regular")
    data.edit("recommendations.yml", "agency: bar", "agency: ¦bra")
    data.edit("sections.yml", 'section: "3"', 'section: ¦"33"')
    data.edit("vocabulary.yml", "label: Involved", "¦lable: Involved")
    told = [fault.split(": ")[0] for fault in data.faults()]
    assert told == sorted(told, key=lambda name: (name.split(":")[0], int(name.split(":")[1])))
    assert set(data.places) <= set(told)
    assert len(told) == len(data.places) + 2  # 'label' is missing in the two records, too


def test_a_file_that_nothing_reads_is_told(data: DataCopy) -> None:
    (data.folder / "activites.yml").write_text("[]\n")
    assert data.faults() == ["data/activites.yml:1:1: no kind of record has this file. Did you mean 'activities.yml'?"]


def test_a_missing_file_is_told(data: DataCopy) -> None:
    (data.folder / "periods.yml").unlink()
    assert data.faults() == ["data/periods.yml:1:1: this file is missing; restore it, or create it"]


def test_an_empty_file_is_told(data: DataCopy) -> None:
    (data.folder / "periods.yml").write_text("")
    assert data.faults() == ["data/periods.yml:1:1: this file is empty; restore it"]


def test_a_fault_is_told_as_long_as_it_is_there(data: DataCopy) -> None:
    """What a file says is remembered: by its name and all of its text."""
    path = data.folder / "topics.yml"
    before = path.read_text(encoding="utf-8")
    for key in ("lable", "labell"):
        assert data.faults() == []
        data.edit("topics.yml", "  label: Children\n", f"  {key}: Children\n")
        assert any(f"unknown key '{key}'" in fault for fault in data.faults())
        path.write_text(before, encoding="utf-8")


def test_two_files_with_the_same_text_have_places_of_their_own(data: DataCopy) -> None:
    (data.folder / "reports" / "2015.yml").write_text("- victims\n", encoding="utf-8")
    (data.folder / "reports" / "2016.yml").write_text("- victims\n", encoding="utf-8")
    message = "1:1: here must be a mapping: lines of 'key: value'"
    assert data.faults() == [f"data/reports/{year}.yml:{message}" for year in (2015, 2016)]
