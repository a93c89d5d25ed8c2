"""`make new` asks in plain English, refuses a bad answer at once, and writes a record and nothing else."""

import hashlib

import pytest

from macros.desk.asking.known import next_number, slug
from macros.desk.asking.new import KINDS
from macros.desk.place import with_item, with_key, with_value
from macros.reading.data import Value, read
from macros.reading.style import scalar
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.desk import difference, run, touched

ACTIVITY = [
    *("13.1", "", "Doing a new thing"),
    "The Cabinet of Ministers, The Ministry of Health, by involving the related non governmental organizations",
    *("", "", "2014 - 2016", "", "3.2", "", "law, health", "Do something new.", ""),
]
AGENCY = ["Ministry of Water", "", "It works on water.", "ministry", "", "", "MoW; water ministry", ""]
PERIOD = ["2015 - 2016", "2015-2016", "", ""]
TOPIC = ["Costs", "", "What it costs.", "cash; coins"]
SITUATION = ["Who can help me?", "", "The plan says: help.", "13.1.1", "3.2"]
NOTE = ["", "The Press Council of Azerbijan Republic to be recommended 13.2.9 and 13.9.5", "", ""]
SOURCE = ["", "A title: of two parts", "", "A publisher", "2020-01-01", "", "https://example.org/c", "2026-11-22", ""]
ERRATUM = ["that Azerbaijan Republic joined", "It may be odd.", "", ""]
OSCE = "OSCE Special Representative on Combating Trafficking in Human Beings in 2013 consisted of"
FACT = ["2014", OSCE, "A visit of the OSCE", "", "abroad", "", "", "", "13.1.1", "", "Abroad, too.", "", ""]
SUM = "Next: run `make check`; it reads all of the data again. "
CHANGES = "When it finds no fault, run `make schema` and `make changes`."
UNPROVEN = (
    "until the copy in data/sources/ holds it word for word, and sources.yml the new SHA-256 of that copy. " + CHANGES
)

# the kind, the answers, the file, the lines that it gains, the last two lines that the command prints, the faults then
ADDED: list[tuple[str, list[str], str, list[str], list[str], list[str]]] = [
    (
        "activity",
        ACTIVITY,
        "activities.yml",
        [
            '- number: "13.1.9"',
            '  group: "13.1"',
            "  text: Doing a new thing",
            "  executors: [cabinet, moh]",
            "  involves: [ngos]",
            '  period: "2014-2016"',
            "  as_printed:",
            f"    executors: {ACTIVITY[3]}",
            '    period: "2014 - 2016"',
            "  provisions:",
            '    - {paragraph: "3.2", how: close}',
            "  topics: [law, health]",
            "  summary: Do something new.",
            "",
        ],
        [
            "Written: data/activities.yml:{line}, activity 13.1.9.",
            f"{SUM}It will say that the copy of the order does not print this activity, {UNPROVEN}",
        ],
        [
            "data/activities.yml:{line}:11: 'number' has “13.1.9. Doing a new thing The Cabinet of Ministers, The "
            "Ministry of …”, which order-667.txt line 340 does not print; remove it"
        ],
    ),
    (
        "agency",
        AGENCY,
        "agencies.yml",
        [
            "- id: ministry-of-water",
            "  name: Ministry of Water",
            "  summary: It works on water.",
            "  kind: ministry",
            "  spellings: [Ministry of Water]",
            "  aliases: [MoW, water ministry]",
            "",
        ],
        [
            "Written: data/agencies.yml:{line}, agency ministry-of-water.",
            f"{SUM}It will complain until an activity or a Note names the new body. {CHANGES}",
        ],
        [
            "data/agencies.yml:{line}:7: no activity and no Note names 'ministry-of-water'; use it in activities.yml, "
            "or remove it",
            "data/agencies.yml:{line_4}:15: the source never prints “Ministry of Water”; remove it, or type it as "
            "printed",
        ],
    ),
    (
        "period",
        PERIOD,
        "periods.yml",
        ['- {id: "2015-2016", label: "2015 - 2016", start: "2015", end: "2016"}'],
        [
            "Written: data/periods.yml:{line}, period 2015-2016.",
            f"{SUM}It will complain until an activity has the new period. {CHANGES}",
        ],
        [
            "data/periods.yml:{line}:8: no activity has the period '2015-2016'; use it in activities.yml, or remove it",
        ],
    ),
    (
        "topic",
        TOPIC,
        "topics.yml",
        ["- id: costs", "  label: Costs", "  summary: What it costs.", "  words: [cash, coins]"],
        [
            "Written: data/topics.yml:{line}, topic costs.",
            f"{SUM}Give the topic to activities, in data/activities.yml. {CHANGES}",
        ],
        [],
    ),
    (
        "situation",
        SITUATION,
        "situations.yml",
        [
            "- id: who-can-help-me",
            "  question: Who can help me?",
            '  text: "The plan says: help."',
            '  activities: ["13.1.1"]',
            '  paragraphs: ["3.2"]',
        ],
        ["Written: data/situations.yml:{line}, situation who-can-help-me.", f"{SUM}{CHANGES}"],
        [],
    ),
    (
        "recommendation",
        NOTE,
        "recommendations.yml",
        ["", '- number: "6"', "  agency: press-council", '  items: ["13.2.9", "13.9.5"]', f"  text: {NOTE[1]}"],
        [
            "Written: data/recommendations.yml:{line}, recommendation 6.",
            f"{SUM}It will say that the copy of the order does not print this Note, {UNPROVEN}",
        ],
        [
            "data/recommendations.yml:{line}:11: 'number' has “6. The Press Council of Azerbijan Republic to be "
            "recommended 13.2.9 and …”, which order-667.txt line 788 does not print; remove it"
        ],
    ),
    (
        "source",
        SOURCE,
        "sources.yml",
        [
            "- id: a-title-of-two-parts",
            '  title: "A title: of two parts"',
            "  publisher: A publisher",
            '  date: "2020-01-01"',
            "  language: en",
            "  address: https://example.org/c",
            '  as_of: "2026-11-22"',
        ],
        ["Written: data/sources.yml:{line}, source a-title-of-two-parts.", f"{SUM}{CHANGES}"],
        [],
    ),
    (
        "erratum",
        ERRATUM,
        "errata.yml",
        [
            "- id: it-may-be-odd",
            "  quote: that Azerbaijan Republic joined",
            "  oddity: It may be odd.",
            "  handling: We keep it.",
        ],
        ["Written: data/errata.yml:{line}, erratum it-may-be-odd.", f"{SUM}{CHANGES}"],
        [],
    ),
    (
        "fact",
        FACT,
        "reports/2014.yml",
        [
            "  - id: a-visit-of-the-osce",
            "    label: A visit of the OSCE",
            f"    quote: {OSCE}",
            "    category: abroad",
            '    date: "2014"',
            "    relates_to:",
            '      - {activity: "13.1.1", how: mentioned, why: "Abroad, too."}',
            "",
        ],
        [
            "Written: data/reports/2014.yml:{line}, fact a-visit-of-the-osce.",
            f"{SUM}It will name each number of the report that no statement quotes yet. {CHANGES}",
        ],
        [],
    ),
]


@pytest.mark.parametrize(("kind", "answers", "file", "lines", "said", "faults"), ADDED, ids=[a[0] for a in ADDED])
def test_a_record_is_added_and_nothing_else_changes(
    data: DataCopy, kind: str, answers: list[str], file: str, lines: list[str], said: list[str], faults: list[str]
) -> None:
    status, printed, complaint = run(data, "new", kind, answers=answers)
    assert (status, complaint) == (0, "")
    assert touched(data) == [file]
    assert sorted(difference(data, file)) == sorted(f"+{line}" for line in lines)
    text = (data.folder / file).read_text(encoding="utf-8").split("\n")
    first = text.index(next(line for line in lines if line)) + 1
    where = {"line": str(first), "line_4": str(first + 4)}
    assert printed[-2:] == [line.format(**where) for line in said]
    assert data.faults() == [fault.format(**where) for fault in faults]


def test_a_new_report_is_a_file_with_the_sum_of_its_copy_and_one_statement(data: DataCopy) -> None:
    copy = b"In 2015 the hot line received 7 calls.\n"
    (data.folder / "sources" / "report-2015.txt").write_bytes(copy)
    answers = ["2015", "", "A report", "", "MIA", "", "", "", "", "mia", "It speaks of calls.", "It is made up."]
    answers += ["In 2015 the hot line received 7 calls.", "Calls", "", "hot-line", ""]
    answers += ["", "", "calls to the hot line", "", "calls", "", "", "", "", ""]
    status, printed, complaint = run(data, "new", "report", answers=answers)
    assert (status, complaint) == (0, "")
    assert printed[-2] == "Written: data/reports/2015.yml:1, report 2015."
    assert (data.folder / "reports" / "2015.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../.vscode/schemas/reports.json\n"
        "# Your editor and the page /contribute/data/ explain each key.\n\n"
        "source:\n  id: report-2015\n  title: A report\n  publisher: MIA\n  language: en\n  file: report-2015.txt\n"
        f"  sha256: {hashlib.sha256(copy).hexdigest()}\n"
        "agency: mia\nsummary: It speaks of calls.\ncaution: It is made up.\nheadlines: [calls_to_the_hot_line]\n\n"
        "facts:\n  - id: calls\n    label: Calls\n    quote: In 2015 the hot line received 7 calls.\n"
        '    category: hot-line\n    date: "2015"\n    values:\n'
        '      - {id: calls_to_the_hot_line, label: calls to the hot line, unit: calls, value: "7"}\n'
    )
    assert data.faults() == []
    assert list(load(data.folder).records.reports) == ["2014", "2015"]


def test_every_kind_is_tried_here() -> None:
    assert sorted(KINDS) == sorted([*(added[0] for added in ADDED), "report"])


def test_what_is_written_is_in_the_house_style(data: DataCopy) -> None:
    for kind, answers, *_ in ADDED:
        assert run(data, "new", kind, answers=answers)[0] == 0
    assert run(data, "fmt", "--check") == (0, ["data: every file is in the house style."], "")


# the kind, good answers before, the bad one, the message
REFUSED: list[tuple[str, list[str], str, str]] = [
    ("activity", [], "13.11", "no group '13.11' in sections.yml. Did you mean '13.1'?"),
    ("activity", ["13.1"], "13.1.1", "'13.1.1' is taken; choose another"),
    ("activity", ["13.1"], "13.2.12", "13.2.12 stands in group 13.1, but belongs to 13.2"),
    ("activity", [*ACTIVITY[:4]], "cabinet, mohh", "no agency 'mohh' in agencies.yml. Did you mean 'moh'?"),
    ("activity", [*ACTIVITY[:4]], "moh, moh", "'moh' stands here twice; name it once"),
    ("activity", [*ACTIVITY[:9]], "verbatim", "too few of its words stand in the paragraph; write close"),
    ("activity", [*ACTIVITY[:9]], "near", "'how' must be 'verbatim' or 'close'"),
    ("agency", [], "ministry of health", "'moh' has the name “ministry of health” too; one name, one body"),
    ("agency", [], "", "this needs an answer; Ctrl-C stops, and nothing is written"),
    (
        "agency",
        [],
        "M\u0456nistry",
        "'name': 'M\u0456nistry' mixes Cyrillic and Latin letters that look alike; type it again",
    ),
    ("agency", [], "Mi\u200bnistry", "the invisible character U+200B stands in the answer; type it again"),
    ("agency", ["Ministry of Water"], "moh", "'moh' is taken; choose another"),
    ("agency", ["Ministry of Water", "mow", ""], "ministery", "no kind 'ministery' in vocabulary.yml. Did you mean"),
    ("agency", ["Ministry of Water", "mow", "", "ministry"], "perhaps", "write yes or no"),
    ("period", [], "2016", "a period has the label “2016” already"),
    ("topic", ["Money"], "money", "'money' is taken; choose another"),
    ("situation", ["Who?", "", "All."], "13.99.1", "no activity '13.99.1' in activities.yml. Did you mean"),
    ("source", [], "none.txt", "data/sources/none.txt:1:1: this file is missing; restore it, or create it"),
    ("source", [], "order-667.txt", "another source has the copy order-667.txt already; choose another"),
    ("erratum", [], "no such words", "order-667.txt does not print this; type it as printed, errors included"),
    ("fact", ["2014"], "the Ministry", "report-2014.txt prints this "),
    ("report", [], "2014", "'2014' is taken; choose another"),
]


@pytest.mark.parametrize(("kind", "before", "bad", "message"), REFUSED)
def test_a_bad_answer_is_refused_at_once_and_asked_again(
    data: DataCopy, kind: str, before: list[str], bad: str, message: str
) -> None:
    status, printed, complaint = run(data, "new", kind, answers=[*before, bad])
    told = [line for line in printed if line.startswith("  ")]
    assert told[0].startswith(f"  {message}")
    question = printed.index(told[0])
    assert printed[-1] == printed[question - 1]
    assert (status, complaint) == (1, "\nStopped. Nothing was written.\n")
    assert touched(data) == []


def test_answers_that_end_early_write_nothing(data: DataCopy) -> None:
    for number in range(len(TOPIC)):
        status, _, complaint = run(data, "new", "topic", answers=TOPIC[:number])
        assert (status, complaint) == (1, "\nStopped. Nothing was written.\n")
        assert touched(data) == []


def test_a_kind_that_there_is_not_is_refused(data: DataCopy) -> None:
    line = "no kind of record 'topics' in `make new`. Did you mean 'topic'?\n"
    assert run(data, "new", "topics") == (1, [""], line)


def test_without_a_kind_the_command_asks(data: DataCopy) -> None:
    status, printed, _ = run(data, "new", answers=["topic", *TOPIC])
    kinds = "activity, agency, period, topic, situation, recommendation, source, erratum, report, fact"
    assert (status, printed[0].strip()) == (0, f"What is new? One of: {kinds}.")


def test_a_file_that_cannot_be_read_is_told_before_the_first_question(data: DataCopy) -> None:
    (data.folder / "topics.yml").write_text("- id: [\n", encoding="utf-8")
    status, printed, complaint = run(data, "new", "topic")
    assert (status, printed) == (1, [""])
    assert complaint.startswith("data/topics.yml:2:1: ")
    assert complaint.endswith("1 fault(s) in data. Nothing was written.\n")


def test_a_list_in_brackets_is_refused(data: DataCopy) -> None:
    text = "[{id: costs, label: Costs, summary: Costs.}]\n"
    (data.folder / "topics.yml").write_text(text, encoding="utf-8")
    status, _, complaint = run(data, "new", "topic", answers=["Money", *TOPIC[1:]])
    message = "the list stands in brackets; write each of its items on a line that starts with '- '"
    assert (status, complaint) == (1, f"data/topics.yml: {message}\n")
    assert (data.folder / "topics.yml").read_text(encoding="utf-8") == text


def test_line_ends_and_a_mark_at_the_start_stay_as_they_are(data: DataCopy) -> None:
    path = data.folder / "topics.yml"
    before = b"\xef\xbb\xbf" + path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert run(data, "new", "topic", answers=TOPIC)[0] == 0
    added = b"\r\n- id: costs\r\n  label: Costs\r\n  summary: What it costs.\r\n  words: [cash, coins]\r\n"
    assert path.read_bytes() == before + added


def test_the_first_activity_of_a_group_stands_after_the_group_before(data: DataCopy) -> None:
    group = '    - {number: "13.10", heading: A new group, section: "12"}\n'
    data.edit("sections.yml", "  notes_heading: Notes.", f"{group}  notes_heading: Notes.")
    new = ["13.10", "13.10.1", *ACTIVITY[2:]]
    assert run(data, "new", "activity", answers=new)[0] == 0
    rows = read(data.folder / "activities.yml", data.folder).value
    assert isinstance(rows, list)
    assert [row["number"] for row in rows if isinstance(row, dict)][-1] == "13.10.1"


ODD = [
    "null",
    "~",
    "yes",
    "13.10",
    "2015",
    "- a",
    "a: b",
    "a #b",
    "'q'",
    '"q"',
    "[a",
    "{a",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
]
TEXT = """# head
- a: one
  list:
    - x
    # about y
    - y

# between
- a: >-
    two
    lines

# end
"""


@pytest.mark.parametrize("words", ODD)
def test_any_words_are_read_back_wherever_they_are_put(data: DataCopy, words: str) -> None:
    path = data.folder / "topics.yml"
    given: dict[str, Value] = {"a": words, "list": [words, "z"], "rows": [{"b": words}], "in": {"c": words}}
    text, line = with_item(TEXT, (), 1, given)
    text, _ = with_key(text, (0,), "after", words, ["a"])
    text, _ = with_value(text, (0, "a"), words)
    path.write_text(text, encoding="utf-8")
    assert read(path, data.folder).value == [
        {"a": words, "after": words, "list": ["x", "y"]},
        given,
        {"a": "two lines"},
    ]
    assert all(comment in text for comment in ("# head\n", "    # about y\n", "\n# between\n"))
    assert text.endswith("\n\n# end\n")
    assert line == 8
    assert all(len(row) <= 120 for row in text.split("\n"))


def test_a_proposed_id_is_an_id() -> None:
    assert slug("The Ministry of Health") == "the-ministry-of-health"
    assert slug("Şəhər icra hakimiyyəti") == "seher-icra-hakimiyyeti"
    assert slug("Money", ["money", "money-2"]) == "money-3"
    assert slug("7 calls to the line", joint="_") == "calls_to_the_line"
    assert slug("«»") == ""


def test_a_proposed_number_follows_the_highest() -> None:
    assert next_number(["13.1.9", "13.1.10"], "13.1.") == "13.1.11"
    assert next_number([], "13.1.") == "13.1.1"


def test_a_text_has_quotes_only_where_it_needs_them() -> None:
    assert [scalar(text) for text in ("Ministry", "a, b", "who?", "2015", "no")] == [
        *("Ministry", "a, b", "who?"),
        *('"2015"', '"no"'),
    ]
    assert scalar("a, b", flow=True) == '"a, b"'
