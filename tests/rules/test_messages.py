"""Each mistake in the data gets one message: file, line, column, what is wrong, what to do."""

import pytest

from ..conftest import DataCopy

# The file, what stands there, what a maintainer types in its place, the messages. ¦ marks the place that the message
# {0} names, the second ¦ that of {1}; «…¦…» finds a place elsewhere by the text around it.
MISTAKES: list[tuple[str, str, str, list[str]]] = [
    (
        "activities.yml",
        "executors: [cabinet, mia,",
        "executors: [cabinet, ¦mai,",
        ["{0}: no agency 'mai' in agencies.yml. Did you mean 'mia'?"],
    ),
    (
        "activities.yml",
        'period: "2014-2016"',
        'period: ¦"2014-2061"',
        ["{0}: no period '2014-2061' in periods.yml. Did you mean '2014-2016'?"],
    ),
    (
        "activities.yml",
        'group: "13.1"',
        'group: ¦"13.11"',
        [
            'activities.yml «number: ¦"13.1.1"»: 13.1.1 stands in group 13.11, but belongs to 13.1',
            "{0}: no group '13.11' in sections.yml. Did you mean '13.1'?",
        ],
    ),
    (
        "activities.yml",
        'paragraph: "3.2"',
        'paragraph: ¦"12.2"',
        ["{0}: no paragraph '12.2' in sections.yml. Did you mean '2.2'?"],
    ),
    (
        "activities.yml",
        'paragraph: "3.2", how: close',
        'paragraph: "3.2", how: ¦closer',
        ["{0}: 'how' must be 'verbatim' or 'close'"],
    ),
    (
        "activities.yml",
        '- number: "13.1.2"',
        '- number: ¦"13.1.1"',
        [
            "{0}: number '13.1.1' already stands on line 5; choose another",
            "activities.yml «number: ¦\"13.1.3\"»: before or in 'number', order-667.txt line 284 prints "
            "“13.1.2. Taking measures for ratification of the Convention of European Council on …”, "
            "which is missing here; add it",
        ],
    ),
    (
        "activities.yml",
        '- number: "13.1.2"',
        '- number: ¦"../13.1.2"',
        ["{0}: 'number': a number is digits or letters joined by single dots, such as '1.2.3'"],
    ),
    (
        "activities.yml",
        "  executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]\n",
        "  ¦executor: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]\n",
        [
            "activities.yml «- ¦number: \"13.1.1\"»: 'executors' is missing; add it to this record",
            "{0}: unknown key 'executor'. Did you mean 'executors'?",
        ],
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors: ¦[]",
        ["{0}: 'executors' is an empty list; name at least one"],
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors: ¦cabinet",
        ["{0}: 'executors' must be a list: lines that start with '- ', or [a, b]"],
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors:¦",
        ["{0}: 'executors' is empty; write a value, or remove the key"],
    ),
    (
        "agencies.yml",
        "  kind: ministry",
        "  kind: ¦Ministry!",
        ["{0}: 'kind': an id is up to 64 small letters, digits and single hyphens, such as 'mia'"],
    ),
    (
        "agencies.yml",
        "- id: caa",
        "- id: ¦con",
        [
            "activities.yml «scc, ¦caa»: no agency 'caa' in agencies.yml. Add it there, or name one that is there.",
            "{0}: 'id': 'con' is reserved by file systems; choose another",
            "reports/2014.yml «without: [¦caa»: "
            "no agency 'caa' in agencies.yml. Add it there, or name one that is there.",
        ],
    ),
    (
        "agencies.yml",
        "kind: ministry",
        "kind: ¦minister",
        ["{0}: no kind 'minister' in vocabulary.yml. Did you mean 'ministry'?"],
    ),
    (
        "agencies.yml",
        'collective: "yes"',
        "collective: ¦maybe",
        ["{0}: 'collective': write yes or no"],
    ),
    (
        "agencies.yml",
        "source: presstv-2015-12-14",
        "source: ¦press-tv",
        ["{0}: no source 'press-tv' in sources.yml. Add it there, or name one that is there."],
    ),
    (
        "agencies.yml",
        'from: "2015-12-14"',
        'from: ¦"2015-02-30"',
        ["{0}: 'from': a date is a real day written year-month-day, such as '2030-12-31'"],
    ),
    (
        "agencies.yml",
        "aliases: [MIA, police",
        "aliases: [MIA, ¦p\u043elice",
        ["{0}: 'aliases': 'p\u043elice' mixes Cyrillic and Latin letters that look alike; type it again"],
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: ¦"2016", end: "2014"',
        ["{0}: the period starts in 2016, after its end in 2014"],
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: ¦"14", end: "2016"',
        ["{0}: 'start': a year is four digits, such as '2030', or with a quarter: '2030-Q2'"],
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: "2014"',
        ['periods.yml «label: ¦"2014-2016"»: the label prints [2014, 2016], but the period is 2014'],
    ),
    (
        "periods.yml",
        'recurring: "yes"',
        'recurring: ¦"yes", end: "2018"',
        ["{0}: a recurring period has no years; remove 'start' and 'end', and years in 'label'"],
    ),
    (
        "sections.yml",
        'section: "3"',
        'section: ¦"33"',
        ["{0}: no section '33' in sections.yml. Did you mean '3'?"],
    ),
    (
        "recommendations.yml",
        "agency: bar",
        "agency: ¦bra",
        ["{0}: no agency 'bra' in agencies.yml. Did you mean 'bar'?"],
    ),
    (
        "recommendations.yml",
        '"13.3.3-13.3.5"',
        '¦"13.3.3-13.3.55"',
        [
            'recommendations.yml «items: ¦["13.1.1", "13.1.7", "13.2.5"»: the text of the Note prints '
            "[13.1.1, 13.1.7, 13.2.5, 13.3.3-13.3.5, 13.3.7-13.3.9, 13.6.1, 13.8.1]; type 'items' the same",
            "{0}: no activity '13.3.55' in activities.yml. Did you mean '13.3.5'?",
        ],
    ),
    (
        "recommendations.yml",
        '"13.3.3-13.3.5"',
        '"13.3.3"',
        [
            'recommendations.yml «items: ¦["13.1.1", "13.1.7", "13.2.5"»: the text of the Note prints '
            "[13.1.1, 13.1.7, 13.2.5, 13.3.3-13.3.5, 13.3.7-13.3.9, 13.6.1, 13.8.1]; type 'items' the same"
        ],
    ),
    (
        "decree.yml",
        'date_document: "2014-07-24"',
        'date_document: ¦"2014-07-25"',
        ["{0}: 'date_document' says 25 July 2014, but the order prints “Baku city, July 24, 2014”"],
    ),
    (
        "decree.yml",
        "source: order-667",
        "source: ¦order-666",
        ["{0}: no source 'order-666' in sources.yml. Did you mean 'order-667'?"],
    ),
    (
        "sources.yml",
        "address: https://presstv.ir",
        "address: ¦javascript://presstv.ir",
        ["{0}: 'address': an address is https:// and a plain host name, such as 'https://example.org/page'"],
    ),
    (
        "sources.yml",
        "file: order-667.txt",
        "file: ¦../decree.yml",
        ["{0}: 'file': a copy is a .txt file named in small letters, digits and hyphens, such as 'order-12.txt'"],
    ),
    (
        "vocabulary.yml",
        "id: involved",
        "id: ¦helper",
        ["{0}: 'id' must be 'executive', 'involved' or 'recommended'"],
    ),
]


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
