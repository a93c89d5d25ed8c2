"""The history of the data: the command finds each change, tells it in words, and writes it once."""

import shutil
from datetime import date

import pytest

from macros.desk.compare import compare
from macros.desk.states import CHILDREN, kind_of, state
from macros.reading.data import read
from macros.reading.dates import day
from macros.records.folder import LISTS, SINGLE, YEARS
from macros.records.kinds.change import KINDS, replaced, rewrite, values, words
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.mistakes.history import RULES
from ..support.project import DATA
from ..support.repository import Repository
from ..support.told_change import TODAY, made

NOW = date(2999, 1, 2)


def found(data: DataCopy) -> list[tuple[str | None, ...]]:
    """Returns what differs between our data and the copy: kind, record, field, before, after."""
    pairs = compare(state(DATA), state(data.folder), NOW)
    return [(c.kind, c.record, c.field, c.before, c.after) for c in pairs]


# what stands in a file, the edit, and the changes that it makes
EDITS: list[tuple[str, str, str, list[tuple[str | None, ...]]]] = [
    (
        "activities.yml",
        '  period: "2014-2016"\n',
        '  period: "2015"\n',
        [("activity", "13.1.1", "period", "2014-2016", "2015")],
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj,",
        "executors: [cabinet, moj, mia,",
        [
            (
                *("activity", "13.1.1", "executors"),
                *("cabinet, mia, moj, mfa, scfwcp, mlspp, sms", "cabinet, moj, mia, mfa, scfwcp, mlspp, sms"),
            )
        ],
    ),
    (
        "activities.yml",
        '    - {paragraph: "11.3", how: close}\n  topics: [children, education, work, media]\n',
        '    - {paragraph: "11.3", how: verbatim}\n    - {paragraph: "11.4", how: close}\n'
        "  topics: [children, education, work, media]\n",
        [
            ("activity", "13.9.4", "provisions.11.3.how", "close", "verbatim"),
            ("activity", "13.9.4", "provisions.11.4", None, "paragraph: 11.4, how: close"),
        ],
    ),
    (
        "agencies.yml",
        "aliases: [MIA, police,",
        "aliases: [MIA, cops, police,",
        [
            (
                *("agency", "mia", "aliases"),
                "MIA, police, interior ministry, ministry of interior, anti-trafficking police, Head Office",
                "MIA, cops, police, interior ministry, ministry of interior, anti-trafficking police, Head Office",
            )
        ],
    ),
    (
        "site.yml",
        "  - Here you can read it line by line, find any activity in it, and quote it.\n",
        "  - Here you can read it line by line.\n  - You can quote it.\n",
        [
            (
                *("site", "site", "lead.3"),
                "Here you can read it line by line, find any activity in it, and quote it.",
                "Here you can read it line by line.",
            ),
            ("site", "site", "lead.4", None, "You can quote it."),
        ],
    ),
    (
        "agencies.yml",
        "spellings: [Ministry of Health]",
        "spellings: [Ministry of Health]\n  note: Ours.",
        [("agency", "moh", "note", None, "Ours.")],
    ),
    ("agencies.yml", "spellings: [Ministry of Health]", "spellings:\n    - Ministry of\n      Health", []),
    (
        "topics.yml",
        "- id: children\n",
        "- id: cost\n  label: Cost\n  summary: What it costs.\n  words: [budget]\n- id: children\n",
        [("topic", "cost", None, None, "Cost")],
    ),
    (
        "periods.yml",
        '- {id: "2015", label: "2015", start: "2015", end: "2015"}\n',
        "",
        [("period", "2015", None, "2015", None)],
    ),
    (
        "vocabulary.yml",
        "{id: court, label: Court,",
        "{id: court, label: The court,",
        [("word", "kinds.court", "label", "Court", "The court")],
    ),
    (
        "vocabulary.yml",
        "connectors: [the, and]",
        "connectors: [the, and, or]",
        [("vocabulary", "vocabulary", "connectors", "the, and", "the, and, or")],
    ),
    (
        "site.yml",
        "  - id: funding\n    text: Section 12",
        "  - id: funding\n    text: The section 12",
        [
            (
                *("reading", "funding", "text"),
                "Section 12 is headed “Determination of the National Action Plan”. It is about who pays.",
                "The section 12 is headed “Determination of the National Action Plan”. It is about who pays.",
            )
        ],
    ),
    ("decree.yml", "place: Baku city", "place: Baku", [("decree", "decree", "place", "Baku city", "Baku")]),
    (
        "sections.yml",
        "heading: Introduction\n",
        "heading: Opening\n",
        [("section", "1", "heading", "Introduction", "Opening")],
    ),
    (
        "reports/2014.yml",
        "traffickers sentenced, unit: persons, value: 21}",
        "traffickers sentenced, unit: persons, value: 22}",
        [("fact", "2014.courts", "values.sentenced.value", "21", "22")],
    ),
    (
        "reports/2014.yml",
        "  title: Report of the Main Department",
        "  title: The report of the Main Department",
        [
            (
                *("source", "report-2014", "title"),
                "Report of the Main Department on Combating Human Trafficking on its work in 2014, in English",
                "The report of the Main Department on Combating Human Trafficking on its work in 2014, in English",
            )
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "changes"), EDITS)
def test_an_edit_is_found(data: DataCopy, file: str, old: str, new: str, changes: list[tuple[str | None, ...]]) -> None:
    data.edit(file, old, new)
    assert found(data) == changes


def test_a_change_back_is_the_same_change_the_other_way_round(data: DataCopy) -> None:
    data.edit("agencies.yml", "name: Ministry of Health", "name: Ministry of Healing")
    (change,) = compare(state(data.folder), state(DATA), NOW)
    assert (change.field, change.before, change.after) == ("name", "Ministry of Healing", "Ministry of Health")


def test_a_report_that_comes_is_one_change(data: DataCopy) -> None:
    data.add_report("2015")
    assert found(data) == [("report", "2015", None, None, "Made up for a test.")]


def test_a_report_that_goes_is_one_change(data: DataCopy) -> None:
    (data.folder / "reports" / "2014.yml").unlink()
    (change,) = compare(state(DATA), state(data.folder), NOW)
    assert (change.kind, change.record, change.field, change.after) == ("report", "2014", None, None)
    assert words(change) == "Report 2014 removed"


def test_a_file_that_comes_is_one_change_that_names_its_records(data: DataCopy) -> None:
    (data.folder / "situations.yml").unlink()
    (change,) = compare(state(data.folder), state(DATA), NOW)
    assert (change.kind, change.record, change.field, change.before) == ("file", "situations.yml", None, None)
    assert change.after == ", ".join(load(DATA).records.situations)


def test_a_key_that_every_record_of_a_list_gets_is_one_change(data: DataCopy) -> None:
    path = data.folder / "topics.yml"
    topics = [topic.id for topic in load(DATA).records.topics.values()]
    text = path.read_text(encoding="utf-8")
    for id_ in topics:
        text = text.replace(f"- id: {id_}\n", f"- id: {id_}\n  colour: red\n")
    path.write_text(text, encoding="utf-8")
    assert found(data) == [("file", "topics.yml", "colour", None, ", ".join(f"{id_}: red" for id_ in topics))]


def test_a_source_that_moves_into_its_report_has_not_changed(data: DataCopy) -> None:
    text = (data.folder / "reports" / "2014.yml").read_text(encoding="utf-8")
    start, end = text.index("source:\n"), text.index("agency: mia\nsummary")
    source = text[start:end]
    data.edit("reports/2014.yml", source, "")
    rows = source.removeprefix("source:\n").replace("  id:", "- id:")
    data.edit("sources.yml", "- id: presstv", f"{rows}- id: presstv")
    assert found(data) == []


def test_the_history_is_not_part_of_what_changes(data: DataCopy) -> None:
    data.edit("changes.yml", "kind: activity", "kind: section")
    assert found(data) == []


def test_every_kind_of_record_has_a_name_in_words() -> None:
    kinds = {kind_of(name) for name in [*LISTS, *YEARS]} - {"change"} | set(SINGLE)
    kinds |= {child for children in CHILDREN.values() for child in children.values()}
    assert kinds <= set(KINDS)


# the parts of a change, and its words
WORDS = [
    (("activity", "13.2.1", "period", "2015", "2016"), "Activity 13.2.1: period changed from 2015 to 2016"),
    (("activity", "13.2.1", "summary", "a" * 61, "b"), "Activity 13.2.1: summary changed"),
    (("activity", "13.2.1", "note", None, "Ours."), "Activity 13.2.1: note added: Ours."),
    (("activity", "13.2.1", "note", "a" * 61, None), "Activity 13.2.1: note removed"),
    (("agency", "moh", None, None, "Ministry of Health"), "Body moh added: Ministry of Health"),
    (("fact", "2014.hot-line", None, "Calls", None), "Statement 2014.hot-line removed: Calls"),
    (("decree", "decree", "place", "Baku city", "Baku"), "Order: place changed from Baku city to Baku"),
]


@pytest.mark.parametrize(("parts", "line"), WORDS)
def test_a_change_in_words(parts: tuple[str, str, str | None, str | None, str | None], line: str) -> None:
    assert words(made(*parts)) == line


def test_the_values_of_a_change_in_full() -> None:
    assert values(made("activity", "13.2.1", "period", "2015", "2016")) == ["Before: 2015", "After: 2016"]
    assert values(made("activity", "13.2.1", "note", None, "Ours.")) == ["After: Ours."]


def test_what_was_told_gives_way_to_what_is_there() -> None:
    first = made("activity", "13.2.1", "period", "2015", "2016")
    net = made("activity", "13.2.1", "period", "2015", "2017")
    step = made("activity", "13.2.1", "period", "2016", "2017")
    assert replaced([first], [first]) == ([], [])
    assert replaced([net], [first]) == ([first], [net])
    assert replaced([net], [first, step]) == ([first, step], [net])
    assert replaced([], [first]) == ([first], [])


ODD = [
    "null",
    "~",
    "yes",
    "2015",
    "- a: b # c",
    "'single' and \"double\" \\ back\\slash \\n",
    "{{ 7177*1913 }} {% raw %} <script>steal()</script> &amp; <b>",
    "*alias &anchor !tag %x @y `z` | > ? : , [a] {b}",
    "“quotes” – dash … ə ğ İ 𐍈",
    "# a comment? " + "long text: with # signs, - dashes and 'quotes' \" \\ in it; " * 20,
    "- " + "x" * 300 + " " + "y" * 300,
    "> | " + "| > " * 100,
    "--- " * 60 + "...",
]


def test_what_is_written_is_read_back_and_what_stood_there_stays(data: DataCopy) -> None:
    path = data.folder / "changes.yml"
    before, mode = path.read_bytes(), path.stat().st_mode
    changes = [made("activity", value[:40].strip(), value.strip(), value.strip(), value.strip()) for value in ODD]
    changes += [made("site", "site", "name", None, "New"), made("site", "site", "name", "Old", None)]
    rewrite(path, [], changes)
    assert path.read_bytes().startswith(before)
    assert path.stat().st_mode == mode
    assert data.faults() == []
    stored = load(data.folder).records.changes[-len(changes) :]
    assert [change.model_dump() for change in stored] == [change.model_dump() for change in changes]
    assert sorted(path.name for path in data.folder.iterdir()) == sorted(path.name for path in DATA.iterdir())


def test_a_file_without_a_last_line_end_gets_one(data: DataCopy) -> None:
    path = data.folder / "changes.yml"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    rewrite(path, [], [made("site", "site", "name", None, "New")])
    assert load(data.folder).records.changes[-1].after == "New"


def test_what_cannot_be_read_back_is_not_written(data: DataCopy) -> None:
    path = data.folder / "changes.yml"
    path.write_text('[{date: "2026-11-22", kind: site, record: site, after: x}]\n')
    before = path.read_bytes()
    with pytest.raises(Exception, match="start each record with '- ' in column 1"):
        rewrite(path, [], [made("site", "site", "name", None, "New")])
    assert path.read_bytes() == before
    assert sorted(path.name for path in data.folder.iterdir()) == sorted(path.name for path in DATA.iterdir())


@pytest.mark.parametrize(("old", "new", "messages"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES])
def test_the_history_keeps_the_rule(data: DataCopy, old: str, new: str, messages: list[str]) -> None:
    assert data.faults() == []
    if old.startswith("  after"):
        text = (data.folder / "changes.yml").read_text(encoding="utf-8")
        old = next(line for line in text.splitlines(keepends=True) if line.startswith(old))
    data.edit("changes.yml", old, new)
    assert data.faults() == data.expected(messages)


def test_an_empty_history_is_told(data: DataCopy) -> None:
    (data.folder / "changes.yml").write_text("[]\n")
    assert data.faults() == ["data/changes.yml:1:1: the history has no change; restore the file"]


NAME = ("label: Children\n", "label: Children and young people\n")
LINE = "Topic children: label changed from Children to Children and young people\n"


def test_the_command_tells_and_writes_a_change_once(repository: Repository) -> None:
    before = repository.log.read_bytes()
    assert repository.changes("--date", TODAY) == (0, "Nothing changed in data/ since HEAD.\n", "")
    assert repository.log.read_bytes() == before
    repository.edit("topics.yml", *NAME)
    assert repository.changes("--date", TODAY) == (
        0,
        f"{LINE}1 change(s) since HEAD, 1 written to data/changes.yml.\n",
        "",
    )
    written = repository.log.read_bytes()
    entry = (
        f'- date: "{TODAY}"\n  kind: topic\n  record: children\n  field: label\n'
        "  before: Children\n  after: Children and young people\n"
    )
    assert written == before + entry.encode()
    again = (0, f"{LINE}1 change(s) since HEAD, all in data/changes.yml already.\n", "")
    assert repository.changes("--date", TODAY) == again
    assert repository.changes("--date", "2999-01-03") == again
    repository.commit()
    again = (0, f"{LINE}1 change(s) since HEAD~1, all in data/changes.yml already.\n", "")
    assert repository.changes("--since", "HEAD~1", "--date", "2999-01-03") == again
    assert repository.log.read_bytes() == written


def test_what_was_taken_back_is_gone_and_two_drafts_are_one_change(repository: Repository) -> None:
    before = repository.log.read_bytes()
    repository.edit("topics.yml", *NAME)
    repository.changes("--date", TODAY)
    first = repository.log.read_bytes()
    repository.edit("topics.yml", "label: Children and young people\n", "label: The young\n")
    told = "Topic children: label changed from Children to The young\n"
    out = "1 taken out of data/changes.yml: not there any more"
    assert repository.changes("--date", TODAY) == (
        0,
        f"{told}1 change(s) since HEAD, 1 written to data/changes.yml, {out}.\n",
        "",
    )
    assert repository.log.read_bytes() == first.replace(b"Children and young people", b"The young")
    repository.edit("topics.yml", "label: The young\n", "label: Children\n")
    assert repository.changes("--date", TODAY) == (0, f"Nothing changed in data/ since HEAD, {out}.\n", "")
    assert repository.log.read_bytes() == before


def test_a_long_value_is_shown_below_its_words(repository: Repository) -> None:
    summary = "Here is a new summary of what this activity asks for, and it is rather long."
    path = repository.root / "data" / "activities.yml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  summary:")
    end = text.index("\n\n", start)
    path.write_text(f"{text[:start]}  summary: {summary}{text[end:]}", encoding="utf-8")
    status, told, _ = repository.changes("--date", TODAY)
    lines = told.split("\n")
    assert (status, lines[0]) == (0, "Activity 13.1.1: summary changed")
    assert lines[1].startswith("Before: ")
    assert lines[2] == f"After: {summary}"


def test_a_revision_that_would_not_load_today_is_compared_as_it_was_typed(repository: Repository) -> None:
    repository.edit("topics.yml", "label: Children\n", "label: Children\n  colour: red\n")
    repository.commit()
    repository.edit("topics.yml", "  colour: red\n", "")
    status, told, _ = repository.changes("--date", TODAY)
    assert (status, told.split("\n")[0]) == (0, "Topic children: colour removed: red")


# the arguments, and the one line of the answer
REFUSED = [
    (["--since", "nowhere"], "git finds no revision 'nowhere' here; name one that `git log` lists\n"),
    (["--since=--all"], "git finds no revision '--all' here; name one that `git log` lists\n"),
    (
        ["--date", "2030-02-30"],
        "--date 2030-02-30: a date is a real day written year-month-day, such as '2030-12-31'\n",
    ),
]


@pytest.mark.parametrize(("arguments", "line"), REFUSED)
def test_what_cannot_be_compared_is_said_in_one_line(repository: Repository, arguments: list[str], line: str) -> None:
    assert repository.changes(*arguments) == (1, "", line)


def test_a_day_before_the_last_change_is_refused(repository: Repository) -> None:
    last = day(load(DATA).records.updated)
    line = f"data/changes.yml has a change of {last}; give that day or a later --date\n"
    assert repository.changes("--date", "2014-07-24") == (1, "", line)


def test_old_data_that_cannot_be_read_is_said_in_one_line(repository: Repository) -> None:
    repository.edit("topics.yml", "label: Children\n", "label: [Children\n")
    repository.commit()
    shutil.copy(DATA / "topics.yml", repository.root / "data")
    status, told, complaint = repository.changes("--date", TODAY)
    assert (status, told, complaint.count("\n")) == (1, "", 1)
    assert complaint.startswith("the data of HEAD cannot be read: data/topics.yml:")


def test_a_revision_without_data_is_said(repository: Repository) -> None:
    repository.git("rm", "--quiet", "-r", "--cached", "data")
    repository.git("commit", "--quiet", "--message", "No data")
    status, _, complaint = repository.changes("--date", TODAY)
    assert (status, complaint.count("\n")) == (1, 1)
    assert complaint.startswith("the revision HEAD has no folder data/; name a later one (fatal: ")


def test_a_folder_without_git_is_said(repository: Repository) -> None:
    shutil.rmtree(repository.root / ".git")
    status, _, complaint = repository.changes("--date", TODAY)
    assert (status, complaint.count("\n")) == (1, 1)
    assert complaint.startswith("git finds no revision 'HEAD' here; name one that `git log` lists (fatal: not a git")


def test_a_machine_without_git_is_said(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    line = "there is no git on this machine; install it\n"
    assert repository.changes("--date", TODAY) == (1, "", line)


def test_faults_in_the_data_are_told_and_nothing_is_written(repository: Repository) -> None:
    before = repository.log.read_bytes()
    repository.edit("topics.yml", "- id: children\n", "- id: kids\n")
    status, told, complaint = repository.changes("--date", TODAY)
    assert (status, told) == (1, "")
    assert complaint.endswith(" fault(s) in data. Nothing was written.\n")
    assert repository.log.read_bytes() == before


def test_our_own_history_is_whole(data: DataCopy) -> None:
    """What stands in changes.yml is what the command writes: no value holds more than one line."""
    rows = read(data.folder / "changes.yml", data.folder).value
    assert isinstance(rows, list)
    assert len(rows) == len(load(DATA).records.changes)
