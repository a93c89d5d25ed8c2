"""Nothing gets in from outside the project: no link to another file, no template in a title, no file without end."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ..support.data_copy import DataCopy
from ..support.project import build

LINK = "this is a symbolic link; put the file itself here"


def linked(name: str) -> Callable[[Path, Path], None]:
    """Returns what puts a link to a copy outside of the folder in the place of a file or folder."""

    def link(folder: Path, outside: Path) -> None:
        (folder / name).rename(outside)
        (folder / name).symlink_to(outside)

    return link


LINKS = [
    ("topics.yml", ["data/topics.yml:1:1"]),
    ("reports/2014.yml", ["data/reports/2014.yml:1:1"]),
    ("contribute.md", ["data/contribute.md:1:1"]),
    ("sources/order-667.txt", ["data/sources/order-667.txt:1:1"]),
    ("sources", ["data/sources:1:1"]),
    ("reports", ["data/reports:1:1"]),
]


@pytest.mark.parametrize(("name", "places"), LINKS, ids=[name for name, _ in LINKS])
def test_a_symbolic_link_in_the_data_is_refused(data: DataCopy, tmp_path: Path, name: str, places: list[str]) -> None:
    linked(name)(data.folder, tmp_path / "outside")
    told = data.faults()
    assert [f"{place}: {LINK}" for place in places] == [fault for fault in told if fault.split(": ")[0] in places]


def test_the_folder_of_the_data_may_not_be_a_link(data: DataCopy, tmp_path: Path) -> None:
    data.folder.rename(tmp_path / "outside")
    data.folder.symlink_to(tmp_path / "outside")
    assert f"data/topics.yml:1:1: {LINK}" in data.faults()


def test_a_device_in_the_data_is_refused_and_not_waited_for(data: DataCopy) -> None:
    (data.folder / "topics.yml").unlink()
    os.mkfifo(data.folder / "topics.yml")
    assert data.faults()[-1] == "data/topics.yml:1:1: this file is missing; restore it, or create it"


@pytest.mark.parametrize("name", ["leak", "about.md"])  # a folder, and in the place of a page
def test_a_symbolic_link_among_the_pages_is_refused(project: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    path = project / "docs" / name
    path.unlink(missing_ok=True)
    path.symlink_to(outside if name == "leak" else outside / "secret.txt")
    result = build(project / "site", project)
    assert result.returncode == 1
    assert f"docs/{name}: {LINK}" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site" / "leak").exists()


def test_a_page_may_not_have_a_title_of_its_own_which_would_run_as_a_template(project: Path) -> None:
    path = project / "docs" / "about" / "index.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("description: ", 'title: "{{ 977*983 }}"\ndescription: ', 1), encoding="utf-8")
    result = build(project / "site", project)
    assert result.returncode == 1
    assert "docs/about/index.md:1: unknown key 'title'. Known keys: description, words, hide." in result.stderr


def test_a_copy_without_end_is_refused(data: DataCopy) -> None:
    with (data.folder / "sources" / "order-667.txt").open("ab") as copy:
        copy.write(b"x " * 3_000_000)
    assert [fault for fault in data.faults() if "sources.yml" in fault] == data.expected(
        ["sources.yml «file: ¦order-667.txt»: sources/order-667.txt: this file is larger than 5 MB; shorten it"]
    )


def test_a_list_without_end_is_refused_before_it_is_read(data: DataCopy) -> None:
    path = data.folder / "topics.yml"
    path.write_text(path.read_text(encoding="utf-8") + "- {id: x}\n" * 500_000, encoding="utf-8")
    assert "data/topics.yml:1:1: this file is larger than 4 MB; shorten it" in data.faults()
