"""Each mistake in the data gets one message: file, line, column, what is wrong, what to do."""

import pytest

from .conftest import DataCopy

# the file, what stands there, what a maintainer types in its place, the message
MISTAKES = [
    (
        "activities.yml",
        "executors: [cabinet, mia,",
        "executors: [cabinet, mai,",
        "data/activities.yml:19:24: no agency 'mai' in agencies.yml. Did you mean 'mia'?",
    ),
    (
        "activities.yml",
        'period: "2014-2016"',
        'period: "2014-2061"',
        "data/activities.yml:20:11: no period '2014-2061' in periods.yml. Did you mean '2014-2016'?",
    ),
    (
        "activities.yml",
        'group: "13.1"',
        'group: "13.11"',
        "data/activities.yml:12:10: no group '13.11' in sections.yml. Did you mean '13.1'?",
    ),
    (
        "activities.yml",
        'paragraph: "3.2"',
        'paragraph: "12.2"',
        "data/activities.yml:28:19: no paragraph '12.2' in sections.yml. Did you mean '2.2'?",
    ),
    (
        "activities.yml",
        'paragraph: "3.2", how: close',
        'paragraph: "3.2", how: closer',
        "data/activities.yml:28:31: no match 'closer' in vocabulary.yml. Did you mean 'close'?",
    ),
    (
        "activities.yml",
        '- number: "13.1.2"',
        '- number: "13.1.1"',
        "data/activities.yml:30:11: number '13.1.1' already stands on line 11; choose another",
    ),
    (
        "activities.yml",
        '- number: "13.1.2"',
        '- number: "../13.1.2"',
        "data/activities.yml:30:11: 'number': a number is digits or letters joined by single dots, such as '13.2.1'",
    ),
    (
        "activities.yml",
        "  executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]\n",
        "  executor: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]\n",
        "data/activities.yml:11:3: 'executors' is missing; add it to this record\n"
        "data/activities.yml:19:3: unknown key 'executor'. Did you mean 'executors'?",
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors: []",
        "data/activities.yml:19:14: 'executors' is an empty list; name at least one",
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors: cabinet",
        "data/activities.yml:19:14: 'executors' must be a list: lines that start with '- ', or [a, b]",
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors:",
        "data/activities.yml:19:13: 'executors' is empty; write a value, or remove the key",
    ),
    (
        "agencies.yml",
        "  kind: ministry",
        "  kind: Ministry!",
        "data/agencies.yml:25:9: 'kind': an id is up to 64 small letters, digits and single hyphens, such as 'mia'",
    ),
    (
        "agencies.yml",
        "- id: caa",
        "- id: con",
        "data/activities.yml:848:32: no agency 'caa' in agencies.yml. Add it there, or name one that is there.\n"
        "data/agencies.yml:134:7: 'id': 'con' is reserved by file systems; choose another",
    ),
    (
        "agencies.yml",
        "kind: ministry",
        "kind: minister",
        "data/agencies.yml:25:9: no kind 'minister' in vocabulary.yml. Did you mean 'ministry'?",
    ),
    (
        "agencies.yml",
        'collective: "yes"',
        "collective: maybe",
        "data/agencies.yml:155:15: 'collective': write yes or no",
    ),
    (
        "agencies.yml",
        "source: presstv-2015-12-14",
        "source: press-tv",
        "data/agencies.yml:110:66: no source 'press-tv' in sources.yml. Add it there, or name one that is there.",
    ),
    (
        "agencies.yml",
        'from: "2015-12-14"',
        'from: "2015-02-30"',
        "data/agencies.yml:110:44: 'from': a date is a real day written year-month-day, such as '2014-07-24'",
    ),
    (
        "agencies.yml",
        "aliases: [MIA, police",
        "aliases: [MIA, p\u043elice",
        "data/agencies.yml:27:18: 'aliases': 'p\u043elice' mixes Cyrillic and Latin letters that look alike; "
        "type it again",
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: "2016", end: "2014"',
        "data/periods.yml:3:46: the period starts in 2016, after its end in 2014",
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: "14", end: "2016"',
        "data/periods.yml:3:46: 'start': a year is four digits, such as '2014'",
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: "2014"',
        "data/periods.yml:3:3: a period needs 'start' and 'end', or 'recurring: yes'",
    ),
    (
        "periods.yml",
        'recurring: "yes"',
        'recurring: "yes", end: "2018"',
        "data/periods.yml:10:44: a recurring period has no years; remove 'start' and 'end'",
    ),
    (
        "sections.yml",
        'section: "3"',
        'section: "33"',
        "data/sections.yml:487:16: no section '33' in sections.yml. Did you mean '3'?",
    ),
    (
        "recommendations.yml",
        "agency: bar",
        "agency: bra",
        "data/recommendations.yml:21:11: no agency 'bra' in agencies.yml. Did you mean 'bar'?",
    ),
    (
        "recommendations.yml",
        '"13.3.3-13.3.5"',
        '"13.3.3-13.3.55"',
        "data/recommendations.yml:6:41: no activity '13.3.55' in activities.yml. Did you mean '13.3.5'?",
    ),
    (
        "recommendations.yml",
        '"13.3.3-13.3.5"',
        '"13.3.3"',
        "data/recommendations.yml:6:10: the text of the Note prints "
        "[13.1.1, 13.1.7, 13.2.5, 13.3.3-13.3.5, 13.3.7-13.3.9, 13.6.1, 13.8.1]; type 'items' the same",
    ),
    (
        "decree.yml",
        'date_document: "2014-07-24"',
        'date_document: "2014-07-25"',
        "data/decree.yml:5:16: 'date_document' says '25', but the order prints “Baku city, July 24, 2014”",
    ),
    (
        "decree.yml",
        "source: order-667",
        "source: order-666",
        "data/decree.yml:11:9: no source 'order-666' in sources.yml. Did you mean 'order-667'?",
    ),
    (
        "sources.yml",
        "address: https://presstv.ir",
        "address: javascript://presstv.ir",
        "data/sources.yml:25:12: 'address': an address is https:// and a plain host name, "
        "such as 'https://example.org/page'",
    ),
    (
        "sources.yml",
        "file: order-667.txt",
        "file: ../decree.yml",
        "data/sources.yml:8:9: 'file': a file name is small letters, digits, single hyphens and dots, "
        "such as 'order-667.txt'",
    ),
    (
        "vocabulary.yml",
        "id: involved",
        "id: helper",
        "data/vocabulary.yml:13:9: 'id' must be 'executive', 'involved' or 'recommended'",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES)
def test_a_mistake_gets_its_message(data: DataCopy, file: str, old: str, new: str, message: str) -> None:
    data.edit(file, old, new)
    assert "\n".join(data.faults()) == message


def test_the_data_as_it_is_has_no_fault(data: DataCopy) -> None:
    assert data.faults() == []


def test_faults_of_all_files_are_told_at_once_in_order(data: DataCopy) -> None:
    data.edit("recommendations.yml", "agency: bar", "agency: bra")
    data.edit("activities.yml", "executors: [cabinet, mia,", "executors: [cabinet, mai,")
    data.edit("agencies.yml", "kind: ministry", "kind: minister")
    data.edit("periods.yml", "label: regular", "lable: regular")
    data.edit("vocabulary.yml", "label: Involved", "lable: Involved")
    data.edit("sections.yml", 'section: "3"', 'section: "33"')
    assert [fault.split(": ")[0] for fault in data.faults()] == [
        "data/activities.yml:19:24",
        "data/agencies.yml:25:9",
        "data/periods.yml:10:3",
        "data/periods.yml:10:17",
        "data/recommendations.yml:21:11",
        "data/sections.yml:487:16",
        "data/vocabulary.yml:13:5",
        "data/vocabulary.yml:14:5",
    ]


def test_a_file_that_nothing_reads_is_told(data: DataCopy) -> None:
    (data.folder / "activites.yml").write_text("[]\n")
    assert data.faults() == ["data/activites.yml:1:1: no kind of record has this file. Did you mean 'activities.yml'?"]


def test_a_missing_file_is_told(data: DataCopy) -> None:
    (data.folder / "periods.yml").unlink()
    assert data.faults() == ["data/periods.yml:1:1: this file is missing; restore it, or create it"]


def test_an_empty_file_is_told(data: DataCopy) -> None:
    (data.folder / "periods.yml").write_text("")
    assert data.faults()[:1] == ["data/periods.yml:1:1: this file must be a list: each record starts with '- '"]
