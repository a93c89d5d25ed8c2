"""The real nginx and the real Caddy serve the site as the rules say, and tell nothing about who reads it."""

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from bench.serve import measure
from macros.catalogue import serving as rules
from macros.publish.built import BuiltFile, built_files
from macros.publish.deploy import deploy

from ..support.contents import changed, contents
from ..support.differing import difference
from ..support.machine import program, skipped_where_missing
from ..support.servers import HOST, Answer, Server, free_port, serving
from ..support.small_site import write
from ..support.states import search
from ..support.visits import watched

SERVERS = ("nginx", "caddy")
FAST = 1  # the quality of brotli: what is tested does not depend on it
SECRET = b"nobody may read this"
MISSING = ["/nothing/", "/nothing.json", "/assets/site.12345678.css", "/find/nothing", "/index.html/", "/FIND/"]
OUTSIDE = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/find/../../secret.txt",
    "/find/%2e%2e/%2e%2e/secret.txt",
    "/..\\secret.txt",
    "/%5c..%5csecret.txt",
    "/.%00./secret.txt",
    "//../secret.txt",
    "/assets/..;/../../secret.txt",
    "/%252e%252e/secret.txt",
]


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, as if it had been built for an address with https."""
    site = tmp_path_factory.mktemp("https") / "site"
    shutil.copytree(built, site)
    return write(site, {"robots.txt": "Sitemap: https://example.org/sitemap.xml\n"})


@pytest.fixture(scope="module")
def files(site: Path) -> list[BuiltFile]:
    return built_files(site)


@contextmanager
def beside_a_secret(name: str, site: Path) -> Iterator[Server]:
    """Serves the site from a folder that stands beside a file which nobody may read."""
    with skipped_where_missing(), serving(name, site, FAST) as server:
        (server.dist / "secret.txt").write_bytes(SECRET)
        yield server


@pytest.fixture(scope="module")
def nginx(site: Path) -> Iterator[Server]:
    with beside_a_secret("nginx", site) as server:
        yield server


@pytest.fixture(scope="module")
def caddy(site: Path) -> Iterator[Server]:
    with beside_a_secret("caddy", site) as server:
        yield server


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest) -> Server:
    found: Server = request.getfixturevalue(request.param)
    return found


def asset(files: list[BuiltFile]) -> str:
    """Returns the address of a file that may be kept for ever."""
    return next(f"/{file.path}" for file in files if file.cache_control == rules.KEPT)


def address(file: BuiltFile) -> str:
    """Returns the address under which links ask for a file."""
    return f"/{file.path.removesuffix('index.html')}"


def unlike(answer: Answer, wanted: dict[str, str]) -> dict[str, list[str] | None]:
    """Returns the headers that are not sent once, as wanted."""
    found = {name: answer.headers.get_all(name) for name in wanted}
    return {name: values for name, values in found.items() if values != [wanted[name]]}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/agencies/mia/", 200),
        ("GET", "the asset", 200),
        ("GET", "/api/v1/plan.json", 200),
        ("GET", "/data/plan.xlsx", 200),
        ("GET", "/nothing/", 404),
        ("GET", "/.git/config", 404),
        ("GET", "/find", 301),
        ("POST", "/find/", 405),
    ],
)
def test_every_answer_has_every_header_once(
    server: Server, files: list[BuiltFile], method: str, path: str, status: int
) -> None:
    answer = server.ask(asset(files) if path == "the asset" else path, method)
    assert (answer.status, unlike(answer, rules.headers(https=True))) == (status, {})


@pytest.mark.parametrize("path", ["/", "/data/plan.xlsx", "/nothing/", "/find", "/../", "/%00"])
def test_no_answer_tells_the_version_of_the_server(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status < 500
    assert answer.headers.get("Server") in {None, "nginx"}
    assert not re.search(rb"(nginx|caddy)/\d", answer.body, re.IGNORECASE)


def test_every_file_has_its_content_type_and_its_cache_rule(server: Server, site: Path, files: list[BuiltFile]) -> None:
    assert {file.cache_control for file in files} == {rules.KEPT, rules.ASKED}
    for file in files:
        answer = server.ask(address(file))
        wanted = {"Content-Type": file.content_type, "Cache-Control": file.cache_control}
        assert (answer.status, unlike(answer, wanted)) == (200, {}), file.path
        assert difference(answer.body, (site / file.path).read_bytes()) == "", file.path


@pytest.mark.parametrize(
    ("encoding", "suffix", "opened"), [("br", ".br", brotli.decompress), ("gzip", ".gz", gzip.decompress)]
)
def test_a_browser_gets_the_compressed_copy_of_every_file_that_has_one(
    server: Server, site: Path, files: list[BuiltFile], encoding: str, suffix: str, opened: Callable[[bytes], bytes]
) -> None:
    for file in files:
        answer = server.ask(address(file), accept_encoding=encoding)
        assert unlike(answer, {"Content-Type": file.content_type, "Cache-Control": file.cache_control}) == {}, file.path
        if file.compressed:
            assert unlike(answer, {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}) == {}, file.path
            assert difference(answer.body, (server.dist / "site" / f"{file.path}{suffix}").read_bytes()) == "", (
                file.path
            )
            answer = Answer(answer.status, answer.headers, opened(answer.body))
        else:
            assert answer.headers["Content-Encoding"] is None, file.path
        assert difference(answer.body, (site / file.path).read_bytes()) == "", file.path


def test_who_knows_both_gets_brotli_and_who_knows_none_gets_the_file(server: Server) -> None:
    both, none = server.ask("/", accept_encoding="gzip, deflate, br"), server.ask("/", accept_encoding="deflate")
    assert unlike(both, {"Content-Encoding": "br", "Vary": "Accept-Encoding"}) == {}
    assert unlike(none, {"Vary": "Accept-Encoding"}) == {}
    assert none.headers["Content-Encoding"] is None


@pytest.mark.parametrize("encoding", ["identity", "br", "gzip"])
def test_what_has_not_changed_is_not_sent_again(server: Server, files: list[BuiltFile], encoding: str) -> None:
    for path in ["/find/", asset(files), "/feeds/changes.atom"]:
        first = server.ask(path, accept_encoding=encoding)
        by_tag = server.ask(path, accept_encoding=encoding, if_none_match=first.headers["ETag"])
        by_date = server.ask(path, accept_encoding=encoding, if_modified_since=first.headers["Last-Modified"])
        other = server.ask(path, accept_encoding=encoding, if_none_match='"another"')
        assert [answer.status for answer in (first, by_tag, by_date, other)] == [200, 304, 304, 200]
        assert by_tag.body == by_date.body == b""
        wanted = rules.headers(https=True) | {"Cache-Control": first.headers["Cache-Control"]}
        assert unlike(by_tag, wanted) == unlike(by_date, wanted) == {}


def test_each_form_of_a_page_has_a_tag_of_its_own(server: Server) -> None:
    tags = {server.ask("/find/", accept_encoding=encoding).headers["ETag"] for encoding in ("identity", "br", "gzip")}
    assert len(tags) == 3


@pytest.mark.parametrize("path", MISSING)
def test_a_wrong_address_gets_our_page_and_nobody_keeps_it(server: Server, site: Path, path: str) -> None:
    for question in ({}, {"if_none_match": "*"}, {"range": "bytes=0-9"}):
        answer = server.ask(path, **question)
        wanted = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": rules.ASKED}
        assert (answer.status, unlike(answer, wanted)) == (404, {})
        assert answer.body == (site / "404.html").read_bytes()


def test_no_folder_is_listed(server: Server, site: Path) -> None:
    folders = [path for path in site.rglob("*") if path.is_dir() and not (path / "index.html").exists()]
    assert len(folders) > 5
    for folder in folders:
        answer = server.ask(f"/{folder.relative_to(site).as_posix()}/")
        assert (answer.status, answer.body) == (404, (site / "404.html").read_bytes()), folder


def test_the_address_of_a_page_without_its_slash_leads_to_the_page(server: Server, files: list[BuiltFile]) -> None:
    pages = [address(file) for file in files if file.path.endswith("/index.html")]
    assert {"/find/", "/activities/13.1.1/"} <= set(pages)
    for page in pages:
        answer = server.ask(page.rstrip("/"))
        assert (answer.status, answer.headers["Location"]) == (301, page)
    assert server.ask("/find?agency=mia&role=a%20b").headers["Location"] == "/find/?agency=mia&role=a%20b"


@pytest.mark.parametrize("path", ["//find", "/\\find", "/%5cfind", "//example.org", "//example.org/%2e%2e", "/%2ffind"])
def test_no_address_leads_to_another_host(server: Server, path: str) -> None:
    assert re.fullmatch(r"/([^/\\].*)?", server.ask(path).headers.get("Location", "/"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
def test_the_site_can_be_read_and_nothing_else(server: Server, method: str) -> None:
    answer = server.ask("/find/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert b"<title>" not in answer.body or b"405" in answer.body


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_the_site_is_served(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status in {400, 404}
    assert SECRET not in answer.body


def test_what_is_hidden_is_not_served_and_what_is_well_known_is(server: Server) -> None:
    root = server.dist / "site"
    write(root, {".env": "a", "find/.git/config": "a", ".well-known/security.txt": "Contact: nobody"})
    for path in ["/.env", "/find/.git/config", "/%2eenv"]:
        assert server.ask(path).status == 404, path
    assert server.ask("/.well-known/security.txt").body == b"Contact: nobody"


def test_a_compressed_copy_is_no_page_of_its_own(server: Server, files: list[BuiltFile]) -> None:
    copies = [f"/{file.path}{suffix}" for file in files[:20] for suffix in (".br", ".gz") if file.compressed]
    assert len(copies) > 20
    for path in copies:
        assert (server.dist / "site" / path[1:]).is_file()
        assert server.ask(path).status == 404, path
    assert gzip.decompress(server.ask("/sitemap.xml.gz").body) == server.ask("/sitemap.xml").body


@pytest.fixture(params=SERVERS)
def under_a_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    with skipped_where_missing(), serving(request.param, write(tmp_path / "site"), FAST) as server:
        yield server


def test_a_site_under_a_path_is_served_there_and_nowhere_else(under_a_path: Server) -> None:
    found = {path: under_a_path.ask(path) for path in ("/plan/", "/plan/nothing", "/", "/find/", "/plan/find")}
    assert {path: answer.status for path, answer in found.items()} == {
        "/plan/": 200,
        "/plan/nothing": 404,
        "/": 404,
        "/find/": 404,
        "/plan/find": 301,
    }
    assert found["/plan/nothing"].body == found["/"].body == b"<title>Nothing here</title>"
    assert found["/plan/find"].headers["Location"] == "/plan/find/"
    kept = {
        n: under_a_path.ask(f"/plan/assets/{n}").headers["Cache-Control"] for n in ("site.1a2b3c4d.css", "site.css")
    }
    assert kept == {"site.1a2b3c4d.css": rules.KEPT, "site.css": rules.ASKED}


@pytest.mark.parametrize("name", SERVERS)
def test_a_site_without_https_does_not_ask_for_it(name: str, tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"index.html": "", "404.html": "", "robots.txt": "http://example.org/sitemap.xml"})
    with skipped_where_missing(), serving(name, site, FAST) as server:
        answer = server.ask("/")
    assert (unlike(answer, rules.headers(https=False)), answer.headers["Strict-Transport-Security"]) == ({}, None)


@pytest.mark.parametrize("name", SERVERS)
def test_no_server_writes_down_who_read_what(name: str, tmp_path: Path) -> None:
    with skipped_where_missing(), serving(name, write(tmp_path / "site"), FAST) as server:
        root = server.dist / "site" / "plan"
        before = contents(server.dist)
        for path in ["/plan/find/", "/plan/nothing", "/../secret.txt", "/%00", "/plan/.git", "/" + "a" * 9000]:
            server.ask(path)
        server.ask("/plan/find/", "POST")
        server.ask("/plan/find/", range="bytes=99999-")
        assert changed(contents(server.dist), before) == []
        (root / "404.html").unlink()  # now nothing can be said of a failure
        server.ask("/plan/nothing")
        server.ask("/plan/" + "a" * 300)
        told = server.log.read_text(encoding="utf-8").replace(server.address, "")
    assert [word for word in (HOST, "find", "nothing", "secret", "aaaa") if word in told] == []


def test_the_lines_of_nginx_for_https_are_right_once_they_are_filled_in(tmp_path: Path) -> None:
    with skipped_where_missing():
        openssl, nginx = program("openssl", package="openssl"), program("nginx", package="nginx")
    dist, key, certificate = tmp_path / "dist", tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    make = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=example.org"]
    subprocess.run([*make, "-keyout", key, "-out", certificate], capture_output=True, check=True)
    deploy(write(tmp_path / "site"), dist, f"{HOST}:{free_port()}", FAST)
    settings = (dist / "nginx.conf").read_text(encoding="utf-8")
    settings = re.sub(r"^ *# (?=listen|ssl_|server|    |\})", "", settings, flags=re.MULTILINE)
    settings = re.sub(r"listen \[::\]:.*", "", settings)  # not every machine has IPv6
    for filled_in, value in [
        ("/etc/letsencrypt/live/example.org", str(tmp_path)),
        ("listen 443 ", f"listen {HOST}:{free_port()} "),
        ("listen 80;", f"listen {HOST}:{free_port()};"),
        ("return 301 https://example.org$request_uri;", "return 301 https://example.org$request_uri;"),
    ]:
        assert filled_in in settings
        settings = settings.replace(filled_in, value)
    (dist / "nginx.conf").write_text(settings, encoding="utf-8")
    tried = subprocess.run([nginx, "-t", "-p", dist, "-c", "nginx.conf"], capture_output=True, text=True, check=False)
    assert (tried.returncode, "test is successful" in tried.stderr) == (0, True), tried.stderr


def test_caddy_answers_at_the_public_address_with_https(tmp_path: Path) -> None:
    with skipped_where_missing():
        caddy = program("caddy", package="caddy")
    deploy(write(tmp_path / "site"), tmp_path / "dist", quality=FAST)
    adapted = subprocess.run([caddy, "adapt"], cwd=tmp_path / "dist", capture_output=True, text=True, check=True)
    (served,) = json.loads(adapted.stdout)["apps"]["http"]["servers"].values()
    assert served["listen"] == [":443"]
    assert served["routes"][0]["match"] == [{"host": ["example.org"]}]


def test_two_hundred_readers_at_once_all_get_their_pages(server: Server, site: Path) -> None:
    with skipped_where_missing():
        found = measure(server, site, seconds=3)
    assert (found.errors, found.requests > 0) == (0, True)


def test_a_page_that_a_reader_does_not_get_is_counted(nginx: Server, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    write(tmp_path / "site", {"unknown/index.html": "", "unknown.css": ""})
    with skipped_where_missing():
        found = measure(nginx, tmp_path / "site", seconds=1)
    assert found.failed == 0
    assert 0 < found.errors < found.requests


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes what the content policy blocks, and what the console complains of."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    page = watched(context)
    yield page
    context.close()


def blocked(page: Page) -> list[str]:
    found: list[str] = page.evaluate("blocked")
    return found


def test_everything_works_under_the_headers_of_nginx(page: Page, nginx: Server) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(nginx.address)
    search(page, "witnesses")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert blocked(page) == []

    page.goto(f"{nginx.address}find?agency=mia")
    assert page.url == f"{nginx.address}find/?agency=mia"
    page.get_by_label("Role").select_option("executive")
    expect(page).to_have_url(f"{nginx.address}find/?agency=mia&role=executive")
    with page.expect_download() as rows:
        page.get_by_role("link", name="Download these rows").click()
    assert b"Ministry of Internal Affairs" in rows.value.path().read_bytes()
    assert blocked(page) == []

    page.goto(f"{nginx.address}activities/13.2.1/")
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy plain text").click()
    expect(page.get_by_role("status").filter(has_text="plain text copied")).to_be_visible()
    assert blocked(page) == []

    page.goto(f"{nginx.address}agencies/press-council/letter/")
    with page.expect_download() as letter:
        page.get_by_role("link", name="Download as text").click()
    assert letter.value.path().read_bytes().startswith(b"[your name, your organization, your address]")
    assert blocked(page) == []

    page.goto(f"{nginx.address}data/")
    with page.expect_download() as workbook:
        page.locator("a[href$='plan.xlsx']").first.click()
    assert (
        difference(workbook.value.path().read_bytes(), (nginx.dist / "site" / "data" / "plan.xlsx").read_bytes()) == ""
    )
    assert (blocked(page), complaints) == ([], [])

    page.route("https://en.wikipedia.org/**", lambda route: route.fulfill(body="<title>Weather</title>"))
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_title("Weather")
    assert complaints == []


def test_what_the_policy_forbids_is_seen(page: Page, nginx: Server) -> None:
    page.goto(nginx.address)
    page.evaluate("document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))")
    page.wait_for_function("blocked.length > 0")
    assert blocked(page) == ["style-src-elem inline"] * 2  # by the page, and by the header
