"""The commands of a maintainer tell every fault, end with status 1, and leave the last good site alone."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ..support.project import build
from ..support.running import fetch, wait_for
from ..support.spoilt import mend, spoil

SPOILT = "data/activities.yml:13:24: no agency 'mai' in agencies.yml. Did you mean 'mia'?"


def check(root: Path, *arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    """Runs `python -m macros`, which checks the data, or the command that the arguments name."""
    command = [sys.executable, "-m", "macros", *arguments]
    return subprocess.run(command, cwd=root, input=typed, capture_output=True, encoding="utf-8", check=False)


def test_check_says_what_the_data_holds(project: Path) -> None:
    result = check(project)
    assert result.returncode == 0
    assert result.stdout == (
        "data: 13 sections, 46 paragraphs, 9 groups, 60 activities, 32 bodies, 5 Notes. No faults.\n"
    )


# the command, what is typed, the status, the last line printed, the last line of the complaint
ENDS = [
    (["new", "topic"], "Çosts\n\nOurs.\n\n", 0, "Next: run `make check`; it reads all of the data again.", ""),
    (["new", "topic"], "Costs\n", 1, "Its id? It is the address", "Stopped. Nothing was written."),
    (["changes", "--date", "2030"], "", 1, "", "--date 2030: a date is a real day written year-month-day"),
]


@pytest.mark.parametrize(("arguments", "typed", "status", "printed", "complaint"), ENDS)
def test_a_command_ends_with_its_status_and_a_plain_line(
    project: Path, arguments: list[str], typed: str, status: int, printed: str, complaint: str
) -> None:
    result = check(project, *arguments, typed=typed)
    assert result.returncode == status
    for said, line in ((result.stdout, printed), (result.stderr, complaint)):
        assert said.rstrip("\n").split("\n")[-1].startswith(line)
        assert bool(said) == bool(line)
    assert ("label: Çosts\n" in (project / "data" / "topics.yml").read_text(encoding="utf-8")) == (status == 0)


def test_check_and_build_tell_the_same_faults_with_status_1_and_no_traceback(project: Path) -> None:
    spoil(project)
    for result in (check(project), build(project / "site", project)):
        assert result.returncode == 1
        assert SPOILT in result.stderr.split("\n")
        assert "Traceback" not in result.stderr


def test_a_build_from_bad_data_leaves_the_last_good_site_alone(project: Path, built: Path) -> None:
    site = project / "site"
    shutil.copytree(built, site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    spoil(project)
    assert build(site, project).returncode == 1
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_first_build_from_bad_data_leaves_nothing_behind(project: Path) -> None:
    spoil(project)
    assert build(project / "site", project).returncode == 1
    assert not (project / "site").exists()


def test_a_running_server_survives_bad_data_and_recovers(project: Path) -> None:
    log = project / "log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=output,
        )
        try:
            address = wait_for(log, "Serving on ").split()[0]
            page = f"{address}activities/13.1.1/"
            assert b"Ministry of Internal Affairs" in fetch(page)
            spoil(project)
            wait_for(log, SPOILT)
            assert server.poll() is None
            site = project / "data" / "site.yml"
            text = site.read_text(encoding="utf-8")
            site.write_text(text.replace('title: "Azerbaijan', 'title: "Mended'), encoding="utf-8")
            mend(project)
            for _ in range(300):
                if b"Mended: plan" in fetch(page):
                    break
                time.sleep(0.1)
            assert b"Mended: plan" in fetch(page)
        finally:
            server.terminate()
            server.wait()
