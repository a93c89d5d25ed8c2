"""The site is the same to the byte wherever it is built, by whomever, and whatever the machine's settings are."""

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from bench import figures

from ..support.contents import contents

# Not one of these is that of the other build. A folder's copy has no git either.
SETTINGS = {
    "TZ": "Asia/Baku",
    "LANG": "az_AZ.ISO-8859-9E",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",  # or Python would take UTF-8 for C
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "86400",  # MkDocs takes this for the clock
}
UMASK = 0o077
STRANGER = "nobody"


def as_stranger() -> list[str]:
    """Returns what goes before a command so that another user runs it: only root can ask for that.

    The other user keeps one right of root: to open files, or it could not start a Python that is in root's home.
    """
    if os.geteuid():
        return []
    other, right = pwd.getpwnam(STRANGER), "+dac_override"
    ids = ["--reuid", str(other.pw_uid), "--regid", str(other.pw_gid), "--clear-groups"]
    return ["setpriv", *ids, "--inh-caps", right, "--ambient-caps", right]


@pytest.fixture
def built_elsewhere(project: Path) -> Path:
    """The site, built from a copy of the project under other settings, as another user if the tests run as root."""
    home = project / "home"
    home.mkdir()
    for folder in (project, home):
        folder.chmod(0o777)
    environment = os.environ | SETTINGS | {"HOME": str(home), "NO_MKDOCS_2_WARNING": "1"}
    command = [*as_stranger(), sys.executable, "-m", "mkdocs", "build", "--quiet"]
    result = subprocess.run(
        command, cwd=project, env=environment, umask=UMASK, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    return project / "site"


def test_the_same_site_is_built_in_another_folder_zone_locale_and_home_by_another_user(
    uncut: Path, built_elsewhere: Path
) -> None:
    ours, theirs = contents(uncut), contents(built_elsewhere)
    page = built_elsewhere / "index.html"
    assert page.stat().st_mode & 0o777 == 0o666 & ~UMASK
    assert page.owner() == (STRANGER if as_stranger() else pwd.getpwuid(os.geteuid()).pw_name)
    assert set(ours) == set(theirs)
    assert [name for name in sorted(ours) if ours[name] != theirs[name]] == []
    size = sum(map(len, ours.values()))
    figures.keep(
        "reproducible",
        "The same bytes from another place",
        "The site is built a second time from a copy of the project in another folder, with another time zone, locale, "
        "hash seed, home folder, umask and clock, and as another user where the tests may change user. The names and "
        "the bytes of all files are compared.",
        {"files compared": len(ours), "MB compared": round(size / 1e6, 1), "files that differ": 0},
    )
