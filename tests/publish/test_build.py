"""Whatever happens to a build, the last good site stays whole, and one plain message says why."""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from bench.figures import keep

from ..support.second_plan import ENVIRONMENT, INSIDE

KILLS = 20
COMMAND = [sys.executable, "-m", "macros.publish.build"]


def run(root: Path, *before: str) -> "subprocess.CompletedProcess[str]":
    """Runs `make site` in a project, after the command `before`."""
    return subprocess.run([*before, *COMMAND], cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def contents(site: Path) -> str:
    """Returns a sum over the names and the bytes of all files of a site."""
    total = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            total.update(f"{path.relative_to(site)}\0".encode() + path.read_bytes() + b"\0")
    return total.hexdigest()


def rename(root: Path, name: str) -> None:
    """Gives the site another name: then every page differs."""
    file = root / INSIDE / "site.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    lines = [f"name: {name}" if line.startswith("name:") else line for line in lines]
    file.write_text("\n".join(lines), encoding="utf-8")


def test_a_build_that_is_killed_leaves_the_last_good_site_or_the_new_one(small: Path) -> None:
    began = time.monotonic()
    assert run(small).returncode == 0
    whole = time.monotonic() - began
    good = contents(small / "site")
    rename(small, "Another name")
    chance = random.SystemRandom()
    moments = [chance.uniform(0, whole * 1.1) for _ in range(KILLS)]
    seen = set()
    for moment in moments:
        build = subprocess.Popen(
            COMMAND, cwd=small, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            build.wait(moment)
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
            build.wait()
        seen.add(contents(small / "site"))
    assert run(small).returncode == 0
    new = contents(small / "site")
    assert new != good
    assert seen <= {good, new}, f"killed after {moments} seconds"
    assert [path.name for path in (small / ".cache" / "builds").iterdir() if path.is_dir()] == [
        (small / "site").resolve().name
    ]
    how = "A build of the smaller plan is killed at random moments; after each, the site is compared byte by byte."
    figures = {"builds killed": KILLS, "sites found neither old nor new": len(seen - {good, new})}
    keep("killed", "Builds that are killed", how, figures)


def test_a_dead_link_on_a_built_page_keeps_the_last_good_site(small: Path) -> None:
    assert run(small).returncode == 0
    good = contents(small / "site")
    page = (small / "site" / "404.html").read_text(encoding="utf-8")
    line = page[: page.rindex('href="/help/"')].count("\n") + 1
    template = small / "overrides" / "404.html"
    template.write_text(template.read_text(encoding="utf-8").replace("'help/'", "'hlep/'"), encoding="utf-8")
    result = run(small)
    assert result.returncode == 1
    assert result.stderr.split("\n")[-4:] == [
        f"404.html:{line}:5: '/hlep/' leads to hlep/index.html, and there is no such file",
        "1 fault(s) in the built pages.",
        "The last good site stays.",
        "",
    ]
    assert contents(small / "site") == good


def test_faults_in_the_data_keep_the_last_good_site(small: Path) -> None:
    rename(small, "''")
    result = run(small)
    assert result.returncode == 1
    assert result.stderr.endswith("Nothing was built.\n")
    assert not (small / "site").exists()
    assert "Traceback" not in result.stderr


def test_a_folder_that_mkdocs_built_before_is_replaced(small: Path) -> None:
    (small / "site").mkdir()
    (small / "site" / "old.html").write_text("old", encoding="utf-8")
    assert run(small).returncode == 0
    assert (small / "site" / "index.html").is_file()
    assert not (small / "site" / "old.html").exists()


def on_a_small_disk(root: Path, options: str) -> "subprocess.CompletedProcess[str]":
    """Runs `make site` where .cache/ is a disk of its own, mounted with these options. Needs Linux."""
    mine = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    (root / ".cache").mkdir(exist_ok=True)
    return run(root, *mine, "sh", "-c", f'mount -t tmpfs -o {options} tmpfs .cache && exec "$@"', "sh")


def test_a_full_disk_is_told_and_keeps_the_last_good_site(small: Path) -> None:
    assert run(small).returncode == 0
    site = small / "site"
    shutil.copytree(site.resolve(), small / "elsewhere")
    site.unlink()
    site.symlink_to("elsewhere")
    good = contents(site)
    result = on_a_small_disk(small, "size=512k")
    assert result.returncode == 1
    last = result.stderr.split("\n")[-3:]
    assert re.fullmatch(r"\.cache/builds\S*: No space left on device\.", last[0]), result.stderr
    assert last[1:] == ["The last good site stays.", ""]
    assert "Traceback" not in result.stderr
    assert contents(site) == good


def test_a_folder_that_cannot_be_written_is_told_in_one_line(small: Path) -> None:
    result = on_a_small_disk(small, "ro")
    assert result.returncode == 1
    assert result.stderr == ".cache/builds: Read-only file system.\nNothing was built.\n"
