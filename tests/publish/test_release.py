"""The release: the same archives from the same site, what it was made with, and every known fault of that."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from macros.publish.release.vulnerabilities import verdict

from ..support.contents import changed, contents
from ..support.project import ROOT

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
ARCHIVE, EDITION = f"site-{VERSION}.tar.gz", f"offline-{VERSION}.zip"
LOCK_OF_SITE = "locks/site.txt"
VENDORED = ROOT / "docs" / "assets" / "vendor"
PIN = re.compile(r"^([a-z0-9-]+==[\w.]+)", re.MULTILINE)


def release(project: Path, umask: int = 0o022, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs what stands behind `make release`, after the site was built."""
    return subprocess.run(
        [sys.executable, "-m", "macros.publish.release"],
        cwd=project,
        env=os.environ | environment,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def new_project(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Gives folders that stand for a project whose site is built: what they hold is that of the real one."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("project")
        for name in ("docs", "macros", "pyproject.toml", LOCK_OF_SITE):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).symlink_to(ROOT / name)
        (folder / "site").symlink_to(built)
        return folder

    return make


@pytest.fixture(scope="module")
def released(new_project: Callable[[], Path]) -> Path:
    """The folder of a release."""
    project = new_project()
    result = release(project)
    assert (result.returncode, result.stderr) == (0, "")
    return project / "dist" / "release"


@pytest.fixture
def project(new_project: Callable[[], Path]) -> Path:
    """A project to spoil, with an earlier release."""
    folder = new_project()
    (folder / "dist" / "release").mkdir(parents=True)
    (folder / "dist" / "release" / "earlier").write_text("the last good release")
    return folder


def test_every_date_of_a_release_is_that_of_the_last_change_of_the_data(project: Path) -> None:
    site = project / "site"
    site.unlink()
    for folder in ("api/v1", "search"):
        (site / folder).mkdir(parents=True)
    (site / "index.html").write_text('<p class="notice"></p>')
    (site / "search" / "index.json").write_text('{"entries": [], "ways": []}')
    (site / "api" / "v1" / "plan.json").write_text('{"updated": "2030-12-31"}')
    result = release(project)
    assert (result.returncode, result.stderr) == (0, "")
    made = project / "dist" / "release"
    with tarfile.open(made / ARCHIVE) as archive:
        assert {member.mtime for member in archive} == {datetime(2030, 12, 31, tzinfo=UTC).timestamp()}
    with zipfile.ZipFile(made / EDITION) as edition:
        assert {member.date_time for member in edition.infolist()} == {(2030, 12, 31, 0, 0, 0)}
        page = edition.read(f"offline-{VERSION}/index.html").decode()
    assert "It shows the data of 31 December 2030." in page
    assert json.loads((made / "sbom.cdx.json").read_text())["metadata"]["timestamp"] == "2030-12-31T00:00:00+00:00"


def replaced(path: Path, content: str) -> None:
    """Puts a file of the test's own in the place of the real one."""
    path.unlink()
    path.write_text(content, encoding="utf-8")


def test_a_second_release_is_the_same_to_the_byte(released: Path, project: Path) -> None:
    settings = {"TZ": "Asia/Baku", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "86400"}
    result = release(project, umask=0o077, **settings)
    assert (result.returncode, result.stderr) == (0, "")
    assert set(contents(released)) == {ARCHIVE, EDITION, "sbom.cdx.json", "SHA256SUMS"}
    assert changed(contents(project / "dist" / "release"), contents(released)) == []
    assert [path.name for path in (project / "dist").iterdir()] == ["release"]


def test_each_file_of_the_release_has_its_checksum(released: Path) -> None:
    lines = (released / "SHA256SUMS").read_text().splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = contents(released)
    del files["SHA256SUMS"]
    assert told == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def test_the_archive_holds_the_site_and_nothing_of_the_machine(released: Path, built: Path) -> None:
    with tarfile.open(released / ARCHIVE) as archive:
        members = archive.getmembers()
        files = {member.name: archive.extractfile(member) for member in members if member.isfile()}
        held = {name: file.read() for name, file in files.items() if file}
    top = ARCHIVE.removesuffix(".tar.gz")
    assert changed(held, {f"{top}/{name}": content for name, content in contents(built).items()}) == []
    assert [member.name for member in members] == sorted(member.name for member in members)
    assert {(member.uid, member.gid, member.uname, member.gname) for member in members} == {(0, 0, "", "")}
    assert {(member.isdir(), member.mode) for member in members} == {(True, 0o755), (False, 0o644)}


def test_the_members_of_the_offline_edition_are_normal_too(released: Path) -> None:
    with zipfile.ZipFile(released / EDITION) as archive:
        members = archive.infolist()
    modes = {(member.is_dir(), oct(member.external_attr >> 16)) for member in members}
    assert modes == {(True, "0o40755"), (False, "0o100644")}


def faults_of(sbom: str) -> str:
    """Returns what the validator of CycloneDX finds wrong with a list, or nothing."""
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom)
    return repr(error) if error else ""


def test_the_list_of_what_the_site_is_made_with_is_cyclonedx(released: Path) -> None:
    text = (released / "sbom.cdx.json").read_text(encoding="utf-8")
    assert faults_of(text) == ""
    other = text.replace('"bomFormat": "CycloneDX"', '"bomFormat": "Another"')
    assert faults_of(other) == """<ValidationError: "'Another' is not one of ['CycloneDX']">"""
    assert json.loads(text)["metadata"]["component"]["version"] == VERSION


def vendored_version() -> str:
    """Returns the version of MiniSearch that the note beside it names."""
    note = (VENDORED / "README.txt").read_text(encoding="utf-8")
    return note.split("[MiniSearch](https://github.com/lucaong/minisearch) ")[1].split(",")[0]


def test_it_names_the_locked_packages_and_the_library_of_the_search_and_no_tool(released: Path) -> None:
    sbom = json.loads((released / "sbom.cdx.json").read_text(encoding="utf-8"))
    named = [f"{component['name']}=={component['version']}" for component in sbom["components"]]
    locked = PIN.findall((ROOT / LOCK_OF_SITE).read_text(encoding="utf-8"))
    version = vendored_version()
    assert sorted(named) == sorted([*locked, f"minisearch=={version}"])
    assert {"mkdocs", "pydantic"} <= {component["name"] for component in sbom["components"]}
    assert not {"pytest", "zensical"} & {component["name"] for component in sbom["components"]}
    (search,) = [component for component in sbom["components"] if component["name"] == "minisearch"]
    assert search["purl"] == f"pkg:npm/minisearch@{version}"
    assert search["licenses"] == [{"license": {"id": "MIT"}}]
    shipped = VENDORED / "minisearch.js"
    assert search["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(shipped.read_bytes()).hexdigest()}]


def test_the_two_locks_name_the_same_versions() -> None:
    everything, site = ((ROOT / name).read_text(encoding="utf-8") for name in ("locks/bench.txt", LOCK_OF_SITE))
    assert set(PIN.findall(site)) < set(PIN.findall(everything))
    assert site.count("--hash=sha256:") > len(PIN.findall(site))


def spoil_site(project: Path) -> None:
    (project / "site").unlink()
    (project / "site").mkdir()


def spoil_lock(project: Path) -> None:
    replaced(project / LOCK_OF_SITE, "-r elsewhere.txt\n")


def spoil_library(project: Path) -> None:
    (project / "docs").unlink()
    (project / "docs" / "assets" / "vendor").mkdir(parents=True)
    (project / "docs" / "assets" / "vendor" / "x.js").write_text("/* by somebody */")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (spoil_site, "site: there is no built site here; run `make site`\n"),
        (
            spoil_lock,
            "locks/site.txt: cyclonedx-py cannot read it (Could not open requirements file: locks/elsewhere.txt|n"
            "[Errno 2] No such file or directory: 'locks/elsewhere.txt'); run `make lock`. Nothing was written.\n",
        ),
        (
            spoil_library,
            "docs/assets/vendor/x.js: its first line does not say what it is; begin it with "
            "/*! NAME VERSION | MIT licence. Nothing was written.\n",
        ),
    ],
)
def test_a_release_that_cannot_be_whole_leaves_the_last_one_alone(
    project: Path, spoil: Callable[[Path], None], message: str
) -> None:
    spoil(project)
    result = release(project)
    assert (result.returncode, result.stdout, result.stderr) == (1, "", message)
    assert contents(project / "dist") == {"release/earlier": b"the last good release"}


def test_a_release_that_cannot_be_written_is_told(new_project: Callable[[], Path]) -> None:
    project = new_project()
    (project / "dist").write_text("a file of somebody")
    result = release(project)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "dist: File exists. Nothing was written.\n"


def report(*packages: Mapping[str, object]) -> str:
    """Returns what pip-audit prints of these packages."""
    return json.dumps({"dependencies": packages, "fixes": []})


SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
UNKNOWN = {"name": "mkdocs", "skip_reason": "Dependency not found on PyPI and could not be audited: mkdocs (1.6.1)"}
FAULT = {"id": "PYSEC-1", "fix_versions": ["2.0.1", "1.9.9"], "aliases": [], "description": "Made up for a test."}
UNMENDED = {**FAULT, "id": "PYSEC-2", "fix_versions": []}
FAULTY = {"name": "x", "version": "1.0", "vulns": [FAULT, UNMENDED]}


@pytest.mark.parametrize(
    ("printed", "complaint", "words", "status"),
    [
        (report(SOUND), "", "1 of 1 locked packages were checked; 0 known fault(s).", 0),
        (
            report(SOUND, FAULTY),
            "Found 2 known vulnerabilities in 1 package",
            "locks/bench.txt: x 1.0 has the known fault PYSEC-1; mended in 2.0.1 or 1.9.9: "
            "raise it in pyproject.toml, then `make lock`\n"
            "locks/bench.txt: x 1.0 has the known fault PYSEC-2; not mended yet\n"
            "2 of 2 locked packages were checked; 2 known fault(s).",
            1,
        ),
        (
            report(SOUND, UNKNOWN),
            "No known vulnerabilities found",
            "1 of 2 locked packages were checked; 0 known fault(s). The address of PyPI did not know 1: "
            "ask from another network.",
            0,
        ),
        (
            "",
            "ERROR:pip_audit._cli:requirement jinja2==3.1.6 does not contain a hash\n",
            "locks/bench.txt: pip-audit cannot check it: "
            "ERROR:pip_audit._cli:requirement jinja2==3.1.6 does not contain a hash",
            1,
        ),
    ],
    ids=["none", "two", "unknown", "no hash"],
)
def test_known_faults_are_told_and_what_was_not_asked_too(
    printed: str, complaint: str, words: str, status: int
) -> None:
    assert verdict(printed, complaint) == (words, status)


def test_without_a_network_the_check_says_that_it_checked_nothing(tmp_path: Path) -> None:
    nowhere = {
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "NO_PROXY": "",
        "no_proxy": "",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path),
    }
    result = subprocess.run(
        [sys.executable, "-m", "macros.publish.release.vulnerabilities"],
        cwd=ROOT,
        env=os.environ | nowhere,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "The list of known faults cannot be reached from here. Nothing was checked.\n"
