"""The roles of bodies are proven against the printed cell, name by name."""

from .conftest import DataCopy

FIRST = "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]"


def test_a_body_that_the_cell_does_not_name_is_refused(data: DataCopy) -> None:
    data.edit("activities.yml", FIRST, "executors: [cabinet, moh, moj, mfa, scfwcp, mlspp, sms]")
    assert data.faults() == [
        "data/activities.yml:19:24: the cell prints “Ministry of Internal Affairs, The Ministry of Justice, [...]” "
        "here, not 'moh'; write 'mia'"
    ]


def test_bodies_stand_in_printed_order(data: DataCopy) -> None:
    data.edit("activities.yml", FIRST, "executors: [cabinet, mia, moj, mfa, scfwcp, sms, mlspp]")
    assert data.faults() == [
        "data/activities.yml:19:47: the cell prints “Ministry of Labor and Social Protection of Population, [...]” "
        "here, not 'sms'; write 'mlspp'"
    ]


def test_a_body_that_the_cell_names_cannot_be_left_out(data: DataCopy) -> None:
    data.edit("activities.yml", FIRST, "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp]")
    assert data.faults() == ["data/activities.yml:22:16: the cell also prints “State Migration Service”; write 'sms'"]


def test_a_name_that_no_body_has_is_asked_for(data: DataCopy) -> None:
    data.edit("agencies.yml", "spellings: [Civil Aviation Administration]", "spellings: [Aviation Administration]")
    faults = data.faults()
    assert faults == [
        "data/activities.yml:848:32: the cell prints “Civil Aviation Administration, The State Marine [...]” here, "
        "not 'caa'; add the body, or this spelling of it, to agencies.yml"
    ]


def test_a_spelling_that_the_source_never_prints_is_refused(data: DataCopy) -> None:
    data.edit("agencies.yml", "spellings: [Ministry of Health]", "spellings: [Ministry of Health, Health Ministry]")
    assert data.faults() == [
        "data/agencies.yml:56:35: the source never prints “Health Ministry”; remove it, or type it as printed"
    ]


def test_involved_bodies_cannot_be_made_executive(data: DataCopy) -> None:
    data.edit(
        "activities.yml",
        "executors: [mia, higher-education]\n  involves: [ngos]",
        "executors: [mia, higher-education, ngos]",
    )
    assert data.faults() == ["data/activities.yml:170:38: 'ngos' is printed as one of the 'involves'; move it there"]


def test_executive_bodies_cannot_be_made_involved(data: DataCopy) -> None:
    data.edit(
        "activities.yml",
        "executors: [mia, higher-education]\n  involves: [ngos]",
        "executors: [mia]\n  involves: [higher-education, ngos]",
    )
    assert data.faults() == [
        "data/activities.yml:171:14: 'higher-education' is printed as one of the 'executors'; move it there"
    ]


def test_a_cell_that_begins_with_the_marker_needs_a_note(data: DataCopy) -> None:
    text = (data.folder / "activities.yml").read_text(encoding="utf-8")
    start = text.index("  note: >-")
    end = text.index('\n- number: "13.9.2"')
    data.edit("activities.yml", text[start:end], "")
    assert data.faults() == [
        "data/activities.yml:852:16: the cell begins with “By involving the”; say in 'note' how you read it"
    ]


def test_a_body_that_nothing_names_is_refused(data: DataCopy) -> None:
    data.edit(
        "agencies.yml",
        "- id: moj\n",
        "- id: parliament\n  name: Parliament\n  kind: government\n  spellings: [Milli Mejlis]\n\n- id: moj\n",
    )
    assert data.faults() == [
        "data/agencies.yml:29:7: no activity and no Note names 'parliament'; use it in activities.yml, or remove it"
    ]


def test_two_bodies_cannot_share_a_spelling(data: DataCopy) -> None:
    data.edit("agencies.yml", "spellings: [Ministry of Health]", "spellings: [Ministry of Health, ministry of justice]")
    assert "data/agencies.yml:56:35: 'moj' has this spelling too; one name, one body" in data.faults()


def test_a_period_is_the_printed_one(data: DataCopy) -> None:
    data.edit("activities.yml", '  period: "2016"\n', '  period: "2015"\n')
    assert data.faults() == ["data/activities.yml:36:11: the period is '2015', but the cell prints “2016”"]


def test_an_activity_stands_in_the_group_of_its_number(data: DataCopy) -> None:
    data.edit("activities.yml", 'group: "13.1"', 'group: "13.2"')
    assert "data/activities.yml:12:10: 13.1.1 stands in group 13.1, not 13.2" in data.faults()


def test_a_link_called_verbatim_must_share_the_words(data: DataCopy) -> None:
    data.edit("activities.yml", '{paragraph: "4.3", how: close}', '{paragraph: "4.3", how: verbatim}')
    assert data.faults() == ["data/activities.yml:148:31: only 54% of the activity's words stand in 4.3; write close"]


def test_a_range_cannot_run_backwards(data: DataCopy) -> None:
    data.edit("recommendations.yml", '"13.3.3-13.3.5"', '"13.3.5-13.3.3"')
    assert "data/recommendations.yml:6:41: the range “13.3.5-13.3.3” runs backwards; put the lower number first" in (
        data.faults()
    )


def test_a_name_from_elsewhere_has_a_date(data: DataCopy) -> None:
    data.edit("agencies.yml", 'text: Ministry of Transport, to: "2017-02-13",', "text: Ministry of Transport,")
    assert data.faults() == ["data/agencies.yml:86:7: a dated name needs 'from' or 'to'"]


def test_a_source_is_a_copy_or_an_address(data: DataCopy) -> None:
    data.edit("sources.yml", '  as_of: "2026-11-22"\n', "")
    assert data.faults() == ["data/sources.yml:20:7: a source needs 'file' and 'sha256', or 'address' and 'as_of'"]
