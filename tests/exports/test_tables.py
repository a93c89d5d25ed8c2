"""The tables say what the plan says, in CSV and in Excel, and no cell of them runs."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import frictionless
import openpyxl
import pandas
import pytest

from macros.catalogue.addresses import address
from macros.exports.tables import csv_files, workbook
from macros.plan.plan import Plan
from macros.plan.statements import Statement
from macros.records.kinds.report import Figure
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.determinism import digests, digests_elsewhere, surroundings
from ..support.project import DATA

SITE = "https://example.org/plan/"
NAMES = ["activities", "agencies", "roles", "paragraphs", "facts"]
Row = dict[str, str]


def made(plan: Plan) -> dict[str, bytes]:
    return dict(csv_files.files(plan, SITE)) | dict(workbook.files(plan, SITE))


@pytest.fixture(scope="session")
def files(plan: Plan) -> dict[str, bytes]:
    return made(plan)


def text_of(cell: str) -> str:
    """Returns the very text of a cell, by the rule that datapackage.json tells."""
    return cell[1:] if cell.startswith("'") else cell


def rows(files: dict[str, bytes], name: str) -> list[Row]:
    stream = io.StringIO(files[f"data/{name}.csv"].decode("utf-8-sig"), newline="")
    return [{key: text_of(cell) for key, cell in row.items()} for row in csv.DictReader(stream, strict=True)]


def package(files: dict[str, bytes]) -> Any:
    return json.loads(files["data/datapackage.json"])


def read(files: dict[str, bytes]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(files["data/plan.xlsx"]))


def at(plan: Plan, row: Row, record: Any) -> bool:
    """Tells whether a row leads to the page of a record."""
    return row["page"] == SITE + address(plan, record)


def lines(row: Row) -> str:
    """Returns the words of our copy in the lines that a row names, with single spaces."""
    copy = (DATA / row["source_file"]).read_text(encoding="utf-8").split("\n")
    return " ".join(" ".join(copy[int(row["first_line"]) - 1 : int(row["last_line"])]).split())


def test_there_is_a_file_for_each_table_and_one_for_all(files: dict[str, bytes]) -> None:
    assert [*files] == [
        *("data/activities.csv", "data/agencies.csv", "data/roles.csv", "data/duties.csv", "data/paragraphs.csv"),
        *("data/facts.csv", "data/datapackage.json", "data/plan.xlsx"),
    ]
    assert files["data/duties.csv"] == files["data/roles.csv"]  # the name that it had once


def test_every_activity_is_a_row(plan: Plan, files: dict[str, bytes]) -> None:
    for activity, row in zip(plan.records.activities.values(), rows(files, "activities"), strict=True):
        group, period = plan.records.groups[activity.group], plan.records.periods[activity.period]
        assert (row["number"], row["text"]) == (activity.number, activity.text)
        assert (row["summary"], row["note"]) == (activity.summary or "", activity.note or "")
        assert (row["group"], row["group_heading"], row["section"]) == (group.number, group.heading, group.section)
        assert row["executive"].split() == activity.executors
        assert row["involved"].split() == activity.involves
        assert row["recommended"].split() == [note.agency for note in plan.duties.notes_on(activity)]
        assert row["executive_names"].split("; ") == [plan.records.agencies[id_].name for id_ in activity.executors]
        assert row["printed_executors"] == activity.as_printed.executors
        assert row["printed_period"] == activity.as_printed.period
        assert (row["first_year"], row["last_year"]) == (str(period.start or ""), str(period.end or ""))
        assert row["recurring"] == ("true" if period.recurring else "false")
        provisions = {(p.how, p.paragraph) for p in activity.provisions}
        assert {(how, n) for how in plan.records.matches for n in row[f"paragraphs_{how}"].split()} == provisions
        assert row["topics"].split() == activity.topics
        for name, bearing in (("reported_in", "reported"), ("mentioned_in", "mentioned")):
            assert row[name].split() == [
                r.id for r in plan.records.reports.values() if plan.evidence.strongest(activity, r).id == bearing
            ]
        assert at(plan, row, activity)
        assert activity.text in lines(row)


def test_every_body_is_a_row_and_its_roles_are_counted_apart(plan: Plan, files: dict[str, bytes]) -> None:
    for agency, row in zip(plan.records.agencies.values(), rows(files, "agencies"), strict=True):
        assert (row["id"], row["name"], row["kind"]) == (agency.id, agency.name, agency.kind)
        assert (row["summary"], row["note"]) == (agency.summary or "", agency.note or "")
        assert row["collective"] == ("true" if agency.collective else "false")
        assert row["spellings"].split("; ") == agency.spellings
        assert [*filter(None, row["aliases"].split("; "))] == agency.aliases
        assert [name.split(" (")[0] for name in row["names"].split("; ") if name] == [n.text for n in agency.names]
        counts: dict[str, int] = {role.id: len(duties) for role, duties in plan.duties.by_role(plan.duties.of(agency))}
        assert [int(row[role]) for role in plan.records.roles] == [counts.get(role, 0) for role in plan.records.roles]
        assert at(plan, row, agency)


def test_every_duty_is_a_row(plan: Plan, files: dict[str, bytes]) -> None:
    for duty, row in zip(plan.duties.all, rows(files, "roles"), strict=True):
        note = duty.recommendation
        assert (row["activity"], row["agency"], row["role"]) == (duty.activity.number, duty.agency.id, duty.role.id)
        assert row["agency_name"] == duty.agency.name
        assert (row["note"], row["printed"]) == (
            (note.number, note.text) if note else ("", duty.activity.as_printed.executors)
        )
        assert (row["text"], row["summary"]) == (duty.activity.text, duty.activity.summary or "")
        assert row["last_year"] == str(plan.records.periods[duty.activity.period].end or "")
        assert at(plan, row, duty.activity)
        assert row["printed"] in lines(row)


def test_every_paragraph_is_a_row(plan: Plan, files: dict[str, bytes]) -> None:
    for paragraph, row in zip(plan.records.paragraphs.values(), rows(files, "paragraphs"), strict=True):
        section = plan.table.section_of(paragraph)
        assert (row["number"], row["text"]) == (paragraph.number, paragraph.text)
        assert (row["section"], row["section_heading"]) == (section.number, section.heading)
        assert row["section_summary"] == (section.summary or "")
        assert row["points"] == " ".join(f"{point.number} {point.text}" for point in paragraph.points)
        assert row["in_table"] == ("true" if section.number in plan.concordance.by_section else "false")
        for how in plan.records.matches:
            found = [a.activity.number for a in plan.concordance.to(paragraph) if a.match.id == how]
            assert row[f"activities_{how}"].split() == found
        assert at(plan, row, paragraph)
        assert paragraph.text in lines(row)


def statement_figures(plan: Plan) -> Iterator[tuple[Statement, Figure | None]]:
    for found in plan.statements.by_report.values():
        for statement in found.values():
            if not statement.fact.values:
                yield statement, None
            for figure in statement.fact.values:
                yield statement, figure


def test_every_figure_is_a_row_and_so_is_every_statement_without_one(plan: Plan, files: dict[str, bytes]) -> None:
    for (statement, figure), row in zip(statement_figures(plan), rows(files, "facts"), strict=True):
        fact, act = statement.fact, statement.act
        assert (row["report"], row["fact"]) == (statement.report.id, fact.id)
        assert (row["label"], row["category"], row["quote"]) == (fact.label, fact.category, fact.quote)
        assert (row["date"], row["timing"]) == (fact.date.edtf if fact.date else "", statement.timing.id)
        days = (fact.date.first.isoformat(), fact.date.last.isoformat()) if fact.date else ("", "")
        assert (row["first_day"], row["last_day"]) == days
        assert row["figure"] == (figure.id if figure else "")
        if figure:
            assert (row["figure_label"], row["unit"]) == (figure.label, figure.unit)
            assert row["blank"] == ("true" if figure.blank else "false")
            assert row["value"] == ("" if figure.number is None else str(figure.number))
            assert [*filter(None, row["items"].split("; "))] == figure.items
        assert row["act_number"] == (act.number if act else "")
        for bearing in ("reported", "mentioned"):
            for kind, key in (("activities", "activity"), ("paragraphs", "paragraph")):
                numbers = [
                    getattr(r, key) for r in fact.relates_to if plan.evidence.bearing(statement, r).id == bearing
                ]
                assert row[f"{kind}_{bearing}"].split() == [number for number in numbers if number]
        assert set(row["agencies"].split()) >= {body.agency for body in fact.bodies if body.agency}
        assert at(plan, row, statement)
        assert fact.quote in lines(row)


def test_a_blank_of_a_report_is_empty_and_never_nought(files: dict[str, bytes]) -> None:
    blanks = [row for row in rows(files, "facts") if row["blank"] == "true"]
    assert [row["figure"] for row in blanks] == ["potential_medical"]
    assert blanks[0]["value"] == ""
    sheet = read(files)["Facts"]
    head = [cell.value for cell in sheet[1]]
    (row,) = [row for row in sheet.iter_rows(2) if row[head.index("figure")].value == "potential_medical"]
    assert row[head.index("value")].value is None
    facts = pandas.read_csv(io.BytesIO(files["data/facts.csv"]))
    assert facts.loc[facts["figure"] == "potential_medical", "value"].isna().all()


def test_the_csv_is_of_the_kind_that_excel_and_rfc_4180_want(files: dict[str, bytes]) -> None:
    for name in NAMES:
        content = files[f"data/{name}.csv"]
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert content.count(b"\n") == content.count(b"\r\n") == len(rows(files, name)) + 1


def test_pandas_reads_what_the_csv_module_reads(files: dict[str, bytes]) -> None:
    for name in NAMES:
        frame = pandas.read_csv(io.BytesIO(files[f"data/{name}.csv"]), dtype=str, keep_default_na=False)
        found = [{key: text_of(cell) for key, cell in row.items()} for row in frame.to_dict("records")]
        assert found == rows(files, name)


def written(files: dict[str, bytes], folder: Path) -> str:
    """Writes the files into a folder, and returns the path of datapackage.json there."""
    (folder / "data").mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return str(folder / "data" / "datapackage.json")


def test_frictionless_finds_every_file_valid(files: dict[str, bytes], tmp_path: Path) -> None:
    report = frictionless.validate(written(files, tmp_path))
    assert report.flatten(["type", "note"]) == []
    assert report.valid
    assert [task.name for task in report.tasks] == NAMES


def test_frictionless_sees_a_changed_byte(files: dict[str, bytes], tmp_path: Path) -> None:
    path = written(files, tmp_path)
    csv_file = tmp_path / "data" / "facts.csv"
    csv_file.write_bytes(csv_file.read_bytes().replace(b"13216", b"13217"))
    assert not frictionless.validate(path).valid


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("roles", ",mia,", ",nobody,", "foreign-key"),
        ("roles", "\r\n13.1.1,", "\r\n13.99.1,", "foreign-key"),
        ("roles", ",executive,", ",leading,", "constraint-error"),
        ("roles", ",mia,", ",cabinet,", "primary-key"),
        ("activities", ",2014,2016,", ",2014,soon,", "type-error"),
        ("agencies", "\r\nmia,", "\r\n,", "constraint-error"),
        ("facts", ",13216,", ",many,", "type-error"),
    ],
)
def test_frictionless_sees_what_cannot_be(
    files: dict[str, bytes], tmp_path: Path, file: str, old: str, new: str, fault: str
) -> None:
    path = written(files, tmp_path)
    csv_file = tmp_path / "data" / f"{file}.csv"
    content = csv_file.read_bytes().decode("utf-8-sig")
    assert old in content
    csv_file.write_bytes(content.replace(old, new, 1).encode("utf-8-sig"))
    described = package(files)
    for resource in described["resources"]:  # else the size and the sum alone would give it away
        del resource["bytes"], resource["hash"]
    Path(path).write_text(json.dumps(described), encoding="utf-8")
    assert fault in {type_ for (type_,) in frictionless.validate(path).flatten(["type"])}


def test_the_package_says_what_it_is_and_whose(plan: Plan, files: dict[str, bytes]) -> None:
    described = package(files)
    assert (described["version"], described["homepage"]) == (plan.records.updated.isoformat(), SITE)
    assert described["licenses"] == [
        {"name": plan.records.site.licence.name, "path": plan.records.site.licence.address}
    ]
    assert all(words in described["description"] for words in (plan.records.site.notice, *plan.records.site.licences))
    assert [source["title"] for source in described["sources"]] == [s.title for s in plan.records.sources.values()]
    for resource in described["resources"]:
        content = files[f"data/{resource['path']}"]
        assert (resource["bytes"], resource["hash"]) == (
            len(content),
            f"sha256:{hashlib.sha256(content).hexdigest()}",
        )
        for field in resource["schema"]["fields"]:
            assert field["description"].endswith(".")
    lists = [f for r in described["resources"] for f in r["schema"]["fields"] if "A list" in f["description"]]
    assert {"executive", "topics", "aliases", "activities_reported"} <= {field["name"] for field in lists}


def as_typed(cell: str, type_: str) -> object:
    """Returns what a workbook should hold for a cell of the CSV."""
    if cell == "":
        return None
    match type_:
        case "integer" | "year":
            return int(cell)
        case "number":
            return float(Decimal(cell))
        case "boolean":
            return cell == "true"
        case "date":
            return datetime.combine(date.fromisoformat(cell), datetime.min.time())
    return cell


def test_the_workbook_agrees_with_the_csv_cell_by_cell(files: dict[str, bytes]) -> None:
    book = read(files)
    assert book.sheetnames == ["Read me", *(name.capitalize() for name in NAMES)]
    for resource in package(files)["resources"]:
        fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        head, *found = book[resource["title"]].iter_rows(values_only=True)
        assert list(head) == list(fields)
        for cells, row in zip(found, rows(files, resource["name"]), strict=True):
            expected = [as_typed(row[name], type_) for name, type_ in fields.items()]
            assert list(cells) == expected
            assert [type(a) is bool for a in cells] == [type(b) is bool for b in expected]


def test_each_sheet_is_an_excel_table_with_its_head_in_sight(files: dict[str, bytes]) -> None:
    book = read(files)
    for name in NAMES:
        sheet = book[name.capitalize()]
        assert sheet.tables.items() == [(sheet.title, sheet.dimensions)]
        assert sheet.tables[sheet.title].autoFilter is not None
        assert sheet.freeze_panes == "A2"


def test_no_cell_is_a_formula_or_a_link(files: dict[str, bytes]) -> None:
    for sheet in read(files):
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


def test_the_first_sheet_says_what_the_workbook_is(plan: Plan, files: dict[str, bytes]) -> None:
    found = [cell for row in read(files)["Read me"].iter_rows(values_only=True) for cell in row]
    for words in (
        plan.records.site.title,
        plan.records.site.notice,
        plan.records.site.independence,
        *plan.records.site.licences,
        SITE,
    ):
        assert words in found
    assert datetime.combine(plan.records.updated, datetime.min.time()) in found
    for resource in package(files)["resources"]:
        assert resource["description"] in found
        for field in resource["schema"]["fields"]:
            assert f"{resource['title']}[{field['name']}]" in found


FIRST_SUMMARY = (
    "    Improve the laws against trafficking, in line with the treaties that the country has joined.\n"
    "    Take into account what the Council of Europe convention against trafficking asks for.\n"
)
HOSTILE = [
    '=HYPERLINK("https://example.org","Click")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,1)",
    "＝1+1",  # noqa: RUF001 - a full-width sign is meant
    "'=1+1",
    "'quoted'",
    "<r><t>forged</t></r>",  # xlsxwriter takes such a text for a part of its own file
    "_x003D_1+1",
    'a "quote", a comma; and https://example.org',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_looks_like_a_formula_stays_text(data: DataCopy, text: str) -> None:
    data.edit("activities.yml", FIRST_SUMMARY, f"    {text}\n")
    files = made(load(data.folder))
    raw = files["data/activities.csv"].decode("utf-8-sig")
    cells = next(csv.DictReader(io.StringIO(raw, newline=""), strict=True))
    assert not cells["summary"].startswith(("=", "+", "-", "@", "＝"))  # noqa: RUF001
    assert text_of(cells["summary"]) == text
    sheet = read(files)["Activities"]
    (cell,) = [cell for cell in sheet[2] if sheet.cell(1, cell.column).value == "summary"]
    assert (cell.value, cell.hyperlink) == (text, None)
    assert cell.data_type == "s"
    assert cell.quotePrefix or not text.startswith(("=", "+", "-", "@"))
    parts = ZipFile(io.BytesIO(files["data/plan.xlsx"]))
    assert not [
        name for name in parts.namelist() if name.startswith("xl/worksheets/sheet") and b"<f" in parts.read(name)
    ]


def test_what_is_too_long_for_excel_is_cut_and_says_so(data: DataCopy) -> None:
    aliases = [letter * 4_900 for letter in "abcdefgh"]
    data.edit("agencies.yml", "aliases: [government, CoM]", f"aliases: [{', '.join(aliases)}]")
    files = made(load(data.folder))
    assert rows(files, "agencies")[0]["aliases"] == "; ".join(aliases)
    (cut,) = [str(cell.value) for cell in read(files)["Agencies"][2] if "aaaa" in str(cell.value)]
    assert len(cut) == 32_767
    assert cut.endswith("the CSV file has it all)")


def test_a_day_that_excel_does_not_know_is_text(data: DataCopy) -> None:
    data.edit("reports/2014.yml", 'date: "2009/2013"', 'date: "1850/1899"')
    files = made(load(data.folder))
    values = [cell for row in read(files)["Facts"].iter_rows(values_only=True) for cell in row]
    assert "1850-01-01" in values
    assert "1899-12-31" in values


def test_without_reports_the_facts_are_a_table_without_rows(data: DataCopy, tmp_path: Path) -> None:
    (data.folder / "reports" / "2014.yml").unlink()
    (data.folder / "sources" / "report-2014.txt").unlink()
    files = made(load(data.folder))
    assert rows(files, "facts") == []
    assert read(files)["Facts"].tables["Facts"].ref.endswith("2")
    folder = tmp_path / "site"
    folder.mkdir()
    assert frictionless.validate(written(files, folder)).valid


@surroundings
def test_the_same_data_gives_the_same_bytes(files: dict[str, bytes], surroundings: dict[str, str]) -> None:
    made_elsewhere = digests_elsewhere(SITE, [csv_files.__name__, workbook.__name__], surroundings)
    assert list(made_elsewhere.items()) == list(digests(files).items())
