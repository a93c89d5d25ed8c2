"""The page of the data: every file is there, is what its checksum says, and the examples on the page work."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.catalogue.keys import KIND_OF
from macros.exports import plain
from macros.exports.bundle import bundle, unmade
from macros.exports.tables.shown import sample, size
from macros.plan.plan import Plan
from macros.proof.alignment import printed_number
from macros.records.kinds.editorial import Example
from macros.rules.checks import load

from ..support.data_copy import DataCopy
from ..support.differing import difference
from ..support.html import Document
from ..support.project import build

SITE = "http://127.0.0.1:8000/"


@pytest.fixture(scope="session")
def exports(plan: Plan) -> Mapping[str, bytes]:
    return bundle(plan, SITE)


def test_what_is_published_is_what_was_exported(built: Path, exports: Mapping[str, bytes]) -> None:
    assert len(exports) > 400
    for name, content in exports.items():
        assert difference((built / name).read_bytes(), content) == "", name


def test_the_page_shows_each_file_with_its_size(
    plan: Plan, pages: dict[str, Document], exports: Mapping[str, bytes]
) -> None:
    article, links = pages["data/"].article, pages["data/"].links
    for download in plan.records.downloads:
        assert f"../{download.file}" in links
        assert f"{download.file} {size(exports[download.file])}" in article


def test_every_file_has_its_checksum(exports: Mapping[str, bytes]) -> None:
    lines = exports["data/SHA256SUMS"].decode().splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert set(sums) == set(exports) - {"data/SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256(exports[name]).hexdigest() == digest


def test_each_page_names_its_json_and_its_feed(plan: Plan, pages: dict[str, Document], built: Path) -> None:
    for here, page in pages.items():
        if here == "404.html":
            continue
        links = [link.attributes for link in page.all("link", rel="alternate")]
        twin, feed = (link["href"] for link in links if "hreflang" not in link)
        for target in (twin, feed):
            assert (built / here / target).resolve().is_file(), (here, target)
    (twin, feed) = (link.attributes["href"] for link in pages["agencies/mia/"].all("link", rel="alternate"))
    assert (twin, feed) == ("../../api/v1/agencies/mia.json", "../../feeds/agencies/mia.atom")
    record = json.loads((built / "api/v1/activities/13.2.1.json").read_bytes())
    assert record["page"] == f"{SITE}activities/13.2.1/"
    assert set(KIND_OF.values()) == {path.stem for path in (built / "api/v1").iterdir() if path.is_dir()} - {"schemas"}


def example(plan: Plan, id_: str) -> Example:
    (found,) = [example for example in plan.records.examples if example.id == id_]
    return found


def test_the_example_for_the_command_line_works(plan: Plan, address: str) -> None:
    for tool in ("curl", "jq"):
        if shutil.which(tool) is None:
            message = f"no {tool} on this machine: install the package '{tool}'"
            pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    code = example(plan, "curl").code.replace("{site}", address)
    result = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=False)
    assert (result.stdout.strip(), result.stderr) == (example(plan, "curl").shows, "")


def test_the_example_for_pandas_works(plan: Plan, address: str) -> None:
    code = example(plan, "pandas").code.replace("{site}", address)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.stdout.strip(), result.stderr) == (example(plan, "pandas").shows, "")


def test_the_example_for_excel_works(plan: Plan, exports: Mapping[str, bytes], tmp_path: Path) -> None:
    """Excel itself is not here: another engine works out the formula in a copy of the workbook."""
    import formulas
    import openpyxl

    path = tmp_path / "plan.xlsx"
    path.write_bytes(exports["data/plan.xlsx"])
    book = openpyxl.load_workbook(path)
    for name in [name for name in book.sheetnames if name != "Roles"]:
        del book[name]
    sheet = book.create_sheet("Question")
    sheet["A1"] = example(plan, "excel").code
    book.save(path)
    solution = formulas.ExcelModel().loads(str(path)).finish().calculate()
    (value,) = [cell.value[0][0] for key, cell in solution.items() if key.upper().endswith("QUESTION'!A1")]
    assert str(int(value)) == example(plan, "excel").shows


def test_the_plain_text_holds_every_official_word(plan: Plan) -> None:
    text = " ".join(dict(plain.files(plan, SITE))["plan.txt"].decode().split())
    for activity in plan.records.activities.values():
        assert f"{printed_number(activity)} {activity.text}" in text
        assert activity.as_printed.executors in text
    for paragraph in plan.records.paragraphs.values():
        assert f"{printed_number(paragraph)} {paragraph.text}" in text
    assert plan.records.site.notice in text


def test_the_guide_for_programs_names_every_section_and_body(plan: Plan) -> None:
    guide = dict(plain.files(plan, SITE))["llms.txt"].decode()
    assert guide.startswith(f"# {plan.records.site.title}\n\n> ")
    for section in plan.records.sections:
        assert f"({SITE}sections/{section}/)" in guide
    for agency in plan.records.agencies.values():
        assert f"[{agency.name}]({SITE}agencies/{agency.id}/)" in guide


def test_a_download_that_nothing_makes_is_told(data: DataCopy, exports: Mapping[str, bytes]) -> None:
    data.edit("downloads.yml", "file: data/roles.csv", "file: ¦data/rolls.csv")
    found = [f"{place}: {message}" for place, message in unmade(load(data.folder), exports)]
    message = "{0}: no exporter makes 'data/rolls.csv'. Did you mean 'data/roles.csv'?"
    assert found == data.expected([message])


def test_a_file_of_ours_cannot_take_the_place_of_an_export(project: Path) -> None:
    (project / "docs" / "plan.txt").write_text("mine")
    result = build(project / "site", project)
    assert result.returncode == 1
    assert "plan.txt: a page or an asset has the address of an exported file; move it" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_sample_is_short_and_never_binary() -> None:
    assert sample(b"a\n" * 50).count("\n") == 9
    assert sample(b"PK\x03\x04\0\0") == ""
    assert len(sample(b"a" * 5000)) == 161
    assert (size(b"a" * 999), size(b"a" * 1000), size(b"a" * 1_250_000)) == ("999 bytes", "1 KB", "1.2 MB")


def test_the_sitemap_lists_each_page_with_the_day_of_its_last_change(
    plan: Plan, built: Path, pages: dict[str, Document]
) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = ElementTree.parse(built / "sitemap.xml")  # noqa: S314 - our own file
    dates = {
        str(url.findtext("s:loc", "", names)).removeprefix(SITE): url.findtext("s:lastmod", "", names)
        for url in tree.iterfind("s:url", names)
    }
    assert set(dates) == set(pages) - {"404.html"}
    changed = {change.date.isoformat() for change in plan.records.changes}
    assert set(dates.values()) <= changed
    assert f"Sitemap: {SITE}sitemap.xml" in (built / "robots.txt").read_text()
