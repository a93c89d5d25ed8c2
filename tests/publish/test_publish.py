"""What goes out is told before it goes out: each file, its kind, how long it is kept, and what must not go out."""

import gzip
import resource
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from macros.catalogue import serving
from macros.publish.built import built_files
from macros.publish.deploy import deploy

from ..support.contents import changed, contents
from ..support.project import ROOT
from ..support.small_site import FILES, write

KINDS = """404.html	text/html; charset=utf-8	no-cache	compressed	27 bytes
assets/site.1a2b3c4d.css	text/css; charset=utf-8	public, max-age=31536000, immutable	compressed	7 bytes
assets/site.css	text/css; charset=utf-8	no-cache	compressed	7 bytes
data/SHA256SUMS	text/plain; charset=utf-8	no-cache	compressed	5 bytes
data/plan.xlsx	application/vnd.openxmlformats-officedocument.spreadsheetml.sheet	no-cache	as it is	2 bytes
find/index.html	text/html; charset=utf-8	no-cache	compressed	19 bytes
index.html	text/html; charset=utf-8	no-cache	compressed	21 bytes
robots.txt	text/plain; charset=utf-8	no-cache	compressed	69 bytes
"""
WITH_EVERY_ANSWER = """
Strict-Transport-Security: max-age=31536000
Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
Cross-Origin-Opener-Policy: same-origin
Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
Referrer-Policy: no-referrer
X-Content-Type-Options: nosniff
Access-Control-Allow-Origin: *
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site")


def run(folder: Path, *arguments: str, room: int = 1_000_000) -> tuple[int, str, str]:
    """Runs a command as the Makefile does, in a folder that holds a site; returns its status and what it prints.

    `room` is how many bytes it may write into one file.
    """
    result = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout, result.stderr


def test_the_dry_run_has_a_line_for_each_file_and_the_headers_of_all(site: Path) -> None:
    assert run(site.parent, "macros", "publish-dry-run") == (0, KINDS + WITH_EVERY_ANSWER, "")


def test_a_plain_address_does_not_ask_browsers_for_https(site: Path) -> None:
    write(site, {"robots.txt": "Sitemap: http://127.0.0.1:8000/sitemap.xml\n"})
    status, told, _ = run(site.parent, "macros", "publish-dry-run")
    assert (status, "Strict-Transport-Security" in told) == (0, False)


def test_every_file_of_the_built_site_is_of_a_known_kind(built: Path) -> None:
    files = built_files(built)
    assert [file.path for file in files] == sorted(contents(built))
    assert {file.content_type for file in files} <= set(serving.CONTENT_TYPES.values())


@pytest.mark.parametrize("command", ["macros publish-dry-run", "macros.publish.deploy"])
def test_what_must_not_go_out_is_told_at_once_and_nothing_is_done(site: Path, command: str) -> None:
    write(site, {"data/plan.parquet": "", ".git/config": "", "assets/.DS_Store": ""})
    (site / "data" / "passwords.txt").symlink_to("/etc/passwd")
    (site / "logs").symlink_to("/var/log")
    assert run(site.parent, *command.split()) == (
        1,
        "",
        "site/.git/config: this file is hidden; remove it\n"
        "site/assets/.DS_Store: this file is hidden; remove it\n"
        "site/data/passwords.txt: this is a symbolic link; put the file itself here\n"
        "site/data/plan.parquet: no rule for '.parquet'; "
        "add its content type to CONTENT_TYPES in macros/catalogue/serving.py\n"
        "site/logs: this is a symbolic link; put the file itself here\n"
        "5 fault(s) in site. Nothing was published.\n",
    )
    assert not (site.parent / "dist").exists()


@pytest.mark.parametrize("command", ["macros publish-dry-run", "macros.publish.deploy"])
def test_without_a_site_there_is_nothing_to_publish(tmp_path: Path, command: str) -> None:
    assert run(tmp_path, *command.split()) == (1, "", "site: there is no built site here; run `make site`\n")


def test_the_site_itself_may_be_a_link(site: Path) -> None:
    (site.parent / "linked").symlink_to(site)
    assert built_files(site.parent / "linked") == built_files(site)


def test_on_a_full_disk_the_last_files_stay(site: Path) -> None:
    deploy(site, site.parent / "dist")
    before = contents(site.parent / "dist")
    assert run(write(site, {"index.html": "<title>Another</title>"}).parent, "macros.publish.deploy", room=20) == (
        1,
        "",
        "site/404.html: File too large. dist is as it was.\n",
    )
    assert changed(contents(site.parent / "dist"), before) == []


@pytest.mark.parametrize("listen", ["80", "localhost:80", "127.0.0.1:80; autoindex on", "127.0.0.1:999999"])
def test_nginx_listens_at_an_address_and_a_port_and_nothing_else(site: Path, listen: str) -> None:
    assert run(site.parent, "macros.publish.deploy", "--listen", listen) == (
        1,
        "",
        f"LISTEN={listen}: give an address of this machine and a port, such as 127.0.0.1:8000\n",
    )


def test_each_file_that_can_be_compressed_has_two_copies_with_the_same_words(site: Path) -> None:
    dist = site.parent / "dist"
    assert run(site.parent, "macros.publish.deploy") == (
        0,
        "dist: 8 files for https://example.org/plan/, and the settings nginx.conf and Caddyfile.\n",
        "",
    )
    written = contents(dist / "site" / "plan")
    assert {name: written[name].decode() for name in FILES} == FILES
    assert set(written) == {*FILES} | {f"{n}{end}" for n in FILES if n != "data/plan.xlsx" for end in (".br", ".gz")}
    for name in FILES:
        if name != "data/plan.xlsx":
            assert brotli.decompress(written[f"{name}.br"]) == gzip.decompress(written[f"{name}.gz"]) == written[name]


def test_the_same_site_gives_the_same_copies_and_an_old_page_is_gone(site: Path) -> None:
    dist = site.parent / "dist"
    deploy(site, dist)
    first = contents(dist)
    deploy(write(site, {"old/index.html": "<title>Old</title>"}), dist)
    assert "site/plan/old/index.html.br" in contents(dist)
    (site / "old" / "index.html").unlink()
    deploy(site, dist)
    assert changed(contents(dist), first) == []


def test_whoever_built_it_the_server_may_read_it(site: Path) -> None:
    (site / "index.html").chmod(0o600)
    (site / "find").chmod(0o700)
    deploy(site, site.parent / "dist")
    for path in [site.parent / "dist" / "site", *(site.parent / "dist" / "site").rglob("*")]:
        assert oct(path.stat().st_mode & 0o777) == ("0o755" if path.is_dir() else "0o644"), path


def test_a_hashed_name_in_another_folder_is_no_asset() -> None:
    assert serving.cache_control("assets/site.1a2b3c4d.css") == "public, max-age=31536000, immutable"
    assert serving.cache_control("data/site.1a2b3c4d.css") == "no-cache"
    assert serving.cache_control("assets/site.1a2b3c4.css") == "no-cache"
