"""A body gets a new name and keeps its address; a page that must move leaves a redirect."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.desk import difference, run, touched
from ..support.html import parse
from ..support.project import ROOT, build

NEW = "Ministry of Health and Sport"
ARGUMENTS = ["ID=moh", f"NAME={NEW}", "FROM=2027-01-01", "SOURCE=presstv-2015-12-14"]
WRITTEN = [
    "Written: data/agencies.yml:{line}, agency moh: “Ministry of Health” is now “Ministry of Health and Sport”. "
    "The id, and with it the address, stays. We wrote a note too; put it into your own words.",
    "Next: run `make check`, and when it finds no fault, `make changes`.",
]


def line_of(data: DataCopy, words: str) -> int:
    return (data.folder / "agencies.yml").read_text(encoding="utf-8").split("\n").index(words) + 1


def test_a_body_is_renamed_and_keeps_its_id(data: DataCopy) -> None:
    status, printed, complaint = run(data, "rename-agency", *ARGUMENTS)
    line = line_of(data, f"  name: {NEW}")
    assert (status, printed, complaint) == (0, [text.format(line=line) for text in WRITTEN], "")
    assert touched(data) == ["agencies.yml"]
    assert difference(data, "agencies.yml") == [
        "-  name: Ministry of Health",
        f"+  name: {NEW}",
        "+  names:",
        f'+    - {{text: {NEW}, from: "2027-01-01", source: presstv-2015-12-14}}',
        '+    - {text: Ministry of Health, to: "2027-01-01", source: presstv-2015-12-14}',
        "+  note: The plan prints “Ministry of Health”. The name is another since 1 January 2027.",
    ]
    assert data.faults() == []
    body = load(data.folder).records.agencies["moh"]
    assert (body.name, body.spellings) == (NEW, ["Ministry of Health"])


def test_what_is_missing_is_asked(data: DataCopy) -> None:
    status, printed, _ = run(data, "rename-agency", answers=[argument.partition("=")[2] for argument in ARGUMENTS])
    assert status == 0
    assert [line.strip() for line in printed[:4]] == [
        "The id of the body?",
        "Its new name? It is “Ministry of Health” now.",
        "From which day on, such as 2030-12-31?",
        "The id of the source that says so?",
    ]
    assert data.faults() == []


def test_a_body_with_dated_names_and_a_note_gets_two_more_names(data: DataCopy) -> None:
    arguments = ["ID=mtcht", "NAME=Ministry: of all", "FROM=2027-01-01", "SOURCE=moscow-baku-2017-02-13"]
    status, printed, _ = run(data, "rename-agency", *arguments)
    assert status == 0
    assert printed[0].endswith("stays. Read its note again: it may speak of the old name.")
    assert difference(data, "agencies.yml") == [
        "-  name: Ministry of Transport, Communication and High Technologies",
        '+  name: "Ministry: of all"',
        '+    - text: "Ministry: of all"',
        '+      from: "2027-01-01"',
        "+      source: moscow-baku-2017-02-13",
        "+    - text: Ministry of Transport, Communication and High Technologies",
        '+      to: "2027-01-01"',
        "+      source: moscow-baku-2017-02-13",
    ]
    assert data.faults() == []


def test_a_body_is_renamed_twice_and_the_days_must_rise(data: DataCopy) -> None:
    assert run(data, "rename-agency", *ARGUMENTS)[0] == 0
    again = ["ID=moh", "NAME=Ministry of Care", "SOURCE=presstv-2015-12-14"]
    line = "FROM: the names of this body change on 1 January 2027 already; give a later day\n"
    assert run(data, "rename-agency", *again, "FROM=2027-01-01") == (1, [""], line)
    assert run(data, "rename-agency", *again, "FROM=2028-01-01")[0] == 0
    names = [name.text for name in load(data.folder).records.agencies["moh"].names]
    assert names == ["Ministry of Care", NEW, NEW, "Ministry of Health"]


# which argument, its value, the message
REFUSED = [
    ("ID", "mohh", "ID: no agency 'mohh' in agencies.yml. Did you mean 'moh'?\n"),
    ("NAME", "Ministry of Health", "NAME: the body has the name “Ministry of Health” already\n"),
    ("NAME", "Ministry of Justice", "NAME: 'moj' has the name “Ministry of Justice” too; one name, one body\n"),
    ("FROM", "2027", "FROM: 'from': a date is a real day written year-month-day, such as '2030-12-31'\n"),
    ("SOURCE", "presstv", "SOURCE: no source 'presstv' in sources.yml."),
    (
        "SOURCE",
        "order-667",
        "SOURCE: the source 'order-667' dates a name; give it a 'date', or add another: make new KIND=source\n",
    ),
]


@pytest.mark.parametrize(("key", "value", "message"), REFUSED)
def test_a_wrong_argument_is_refused_and_nothing_is_written(data: DataCopy, key: str, value: str, message: str) -> None:
    arguments = [f"{key}={value}" if argument.startswith(f"{key}=") else argument for argument in ARGUMENTS]
    status, printed, complaint = run(data, "rename-agency", *arguments)
    assert (status, printed) == (1, [""])
    assert complaint.startswith(message)
    assert touched(data) == []


def test_without_an_answer_nothing_is_written(data: DataCopy) -> None:
    status, _, complaint = run(data, "rename-agency", *ARGUMENTS[:3])
    assert (status, complaint) == (1, "\nStopped. Nothing was written.\n")
    assert touched(data) == []


# what stands in redirects.yml, the messages
REDIRECTS = [
    ("- {from: agencies/old/, to: agencies/moh/}\n", []),
    (
        "- {from: a/, to: b/}\n- {from: b/, to: a/}\n",
        [
            "data/redirects.yml:1:18: 'b/' is redirected itself; write the address where its page is now",
            "data/redirects.yml:2:18: 'a/' is redirected itself; write the address where its page is now",
        ],
    ),
    (
        "- {from: a/, to: a/}\n",
        ["data/redirects.yml:1:18: 'a/' is redirected itself; write the address where its page is now"],
    ),
    (
        "- {from: a/, to: find/}\n- {from: a/, to: help/}\n",
        ["data/redirects.yml:2:10: 'a/' is redirected on line 1 already; remove one"],
    ),
    (
        "- {from: /a/, to: find/}\n",
        [
            "data/redirects.yml:1:10: 'from': the address of a page ends with a slash and has none before it, such as "
            "'folder/page/'"
        ],
    ),
    (
        '- {from: a/, to: "https://example.org/"}\n',
        [
            "data/redirects.yml:1:18: 'to': the address of a page ends with a slash and has none before it, such as "
            "'folder/page/'"
        ],
    ),
]


@pytest.mark.parametrize(("text", "messages"), REDIRECTS)
def test_redirects_keep_their_rules(data: DataCopy, text: str, messages: list[str]) -> None:
    (data.folder / "redirects.yml").write_text(text, encoding="utf-8")
    assert data.faults() == messages


def test_there_may_be_no_redirects(data: DataCopy) -> None:
    (data.folder / "redirects.yml").unlink(missing_ok=True)
    assert load(data.folder).records.redirects == []


def test_a_redirect_is_a_page_without_a_script_that_leads_on(project: Path) -> None:
    redirects = project / "data" / "redirects.yml"
    redirects.write_text("- {from: agencies/old/, to: agencies/moh/}\n", encoding="utf-8")
    assert build(project / "site", project).returncode == 0
    text = (project / "site" / "agencies" / "old" / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../agencies/moh/">' in text
    assert '<link rel="canonical" href="http://127.0.0.1:8000/agencies/moh/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<a href="../../agencies/moh/">' in text
    assert "<script" not in text
    assert parse(text)
    assert "agencies/old" not in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_a_redirect_to_no_page_or_from_a_hand_written_one_stops_the_build(project: Path) -> None:
    redirects = project / "data" / "redirects.yml"
    redirects.write_text(
        "- {from: help/, to: agencies/mohh/}\n- {from: agencies/moh/, to: agencies/moj/}\n", encoding="utf-8"
    )
    messages = {
        "data/redirects.yml:1:10: the site has a page 'help/'; remove this redirect",
        "data/redirects.yml:1:21: the site has no page 'agencies/mohh/'. Did you mean 'agencies/moh/'?",
        "data/redirects.yml:2:10: the site has a page 'agencies/moh/'; remove this redirect",
    }
    check = subprocess.run([sys.executable, "-m", "macros"], cwd=project, capture_output=True, text=True, check=False)
    for result in (build(project / "site", project), check):
        assert result.returncode == 1
        assert messages <= set(result.stderr.split("\n"))
    assert not (project / "site").exists()


def test_what_is_typed_after_make_reaches_the_command() -> None:
    """The name of a body may hold quotes; and a NAME that the shell has of its own does not count."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "$(if $(findstring command line,$(origin $(1)))" in makefile
