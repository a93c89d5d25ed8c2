"""Whatever engine builds the site, it is the same site: the same files, and on each page the same elements and words.

What may differ is listed, with the reason. Elements are compared with their attributes, links by where they lead.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros import engines
from macros.audit import audit
from macros.engines import EngineError, engine

from .conftest import ROOT
from .html import Document, parse
from .test_build import SECOND
from .test_build import small as small  # the fixture: a copy of the project with the smaller plan
from .test_reproducible import content

URL = "http://127.0.0.1:8000/"
LEADS = {"action", "data-engine", "data-index", "data-root", "href", "src"}
BUILD = """
import sys
from pathlib import Path
from macros.engines import engine
print(engine(sys.argv[1])(Path(sys.argv[2])))
"""


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same: on which page or in which file, what kind of thing, and both of them."""

    where: str
    kind: str
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True)
class Allowed:
    """A difference of Zensical that we know, and why it is there."""

    where: str
    kind: str
    theirs: str
    why: str


ALLOWED = [
    Allowed("sitemap.xml.gz", "file", "", "It makes no compressed sitemap. robots.txt names the one that it makes."),
    Allowed("sitemap.xml", "order", "", "It lists the pages in another order. A sitemap has none."),
    Allowed(
        "contribute/", "pre", "class=highlight", "It always reads fenced code with SuperFences, which adds a class."
    ),
]


def built_by(name: str, folder: Path) -> Path:
    """Builds the site with an engine, in a process of its own: ProperDocs takes the name of MkDocs."""
    folder.mkdir()
    command = [sys.executable, "-c", BUILD, name, str(folder)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, f"{URL}\n", "")
    return folder


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""
    return built_by("zensical", tmp_path_factory.mktemp("engines") / "zensical")


def elements(address: str, document: Document) -> list[tuple[str, str, str]]:
    """Returns each element of a page: its tag, its attributes, its words. Links are whole addresses."""
    found = []
    for element in document.elements:
        whole = {
            key: urljoin(URL + address, value) if key in LEADS else value for key, value in element.attributes.items()
        }
        found.append((element.tag, " ".join(f"{key}={value}" for key, value in whole.items()), element.text))
    return found


def differences(address: str, ours: Document, theirs: Document) -> list[Difference]:
    """Returns what differs between two pages, one for each element."""
    here, there = elements(address, ours), elements(address, theirs)
    if [tag for tag, _, _ in here] != [tag for tag, _, _ in there]:
        return [Difference(address, "elements", *(" ".join(tag for tag, _, _ in page) for page in (here, there)))]
    return [
        Difference(address, tag, ours, theirs)
        for (tag, *one), (_, *other) in zip(here, there, strict=True)
        for ours, theirs in zip(one, other, strict=True)
        if ours != theirs
    ]


def test_zensical_builds_the_same_site_but_for_what_is_allowed(
    built: Path, pages: dict[str, Document], zensical: Path
) -> None:
    ours, theirs = content(built), content(zensical)
    found = [Difference(name, "file") for name in sorted(set(ours) ^ set(theirs))]
    for name in sorted(set(ours) & set(theirs)):
        address = name.removesuffix("index.html")
        if address in pages:
            found += differences(address, pages[address], parse(theirs[name].decode()))
        elif ours[name] != theirs[name]:
            same = name == "sitemap.xml" and listed(ours[name]) == listed(theirs[name])
            found.append(Difference(name, "order" if same else "file"))
    told = {(one.where, one.kind, one.theirs) for one in found}
    assert told == {(one.where, one.kind, one.theirs) for one in ALLOWED}


def listed(sitemap: bytes) -> list[str]:
    """Returns the pages of a sitemap, each with its day."""
    return sorted(url.text for url in parse(sitemap.decode()).all("url"))


def test_the_audit_finds_nothing_in_what_zensical_built(zensical: Path) -> None:
    assert audit(zensical, URL) == []


def test_properdocs_builds_the_same_site_to_the_byte(built: Path, tmp_path: Path) -> None:
    ours, theirs = content(built), content(built_by("properdocs", tmp_path / "properdocs"))
    assert [name for name in ours | theirs if ours.get(name) != theirs.get(name)] == []


SLIPS = [
    ("title", "<title>Help", "<title>Helps"),
    ("meta", 'name="description" content="In danger', 'name="description" content="in danger'),
    ("h1", '<h1 id="help">Help', '<h1 id="help">Helps'),
    ("h1", '<h1 id="help"', '<h1 id="hlep"'),
    ("p", "cannot help a person", "can help a person"),
    ("a", 'href="../situations/"', 'href="../sections/"'),
    ("link", 'rel="canonical" href="', 'rel="canonical" href="x'),
    ("elements", "<footer", "<p>More.</p><footer"),
]


@pytest.mark.parametrize(("kind", "old", "new"), SLIPS, ids=[old for _, old, _ in SLIPS])
def test_a_difference_on_a_page_is_noticed(built: Path, kind: str, old: str, new: str) -> None:
    html = (built / "help" / "index.html").read_text(encoding="utf-8")
    assert old in html
    found = differences("help/", parse(html), parse(html.replace(old, new, 1)))
    assert kind in [one.kind for one in found]


def test_another_way_to_write_the_same_link_is_no_difference() -> None:
    assert (
        differences("help/", parse('<a href="../find/">Find</a>'), parse('<a href="../find/../find/">Find</a>')) == []
    )


def make(root: Path, name: str) -> "subprocess.CompletedProcess[str]":
    """Runs `make site ENGINE=...` in a project with the smaller plan."""
    command = [sys.executable, "-m", "macros.build", "--engine", name]
    return subprocess.run(command, cwd=root, env=SECOND, capture_output=True, text=True, check=False)


def test_an_engine_that_nobody_knows_is_told_in_one_line(small: Path) -> None:
    result = make(small, "zensicle")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "'zensicle' is no engine of ours. Did you mean 'zensical'? Known: mkdocs, properdocs, zensical.\n"
        "Nothing was built.\n"
    )


def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    with pytest.raises(EngineError) as told:
        engine("zensical")
    assert str(told.value) == (
        "The package 'zensical' is not installed; add it: pip install --requirement requirements.txt"
    )


FAULTS = {
    "data": (
        ("tests/fixtures/second/site.yml", "name:", "nam:"),
        ["fault(s) in the data. Nothing was built.", "unknown key 'nam'"],
    ),
    "page": (("docs/help.md", "view: help", "view: hlep"), ["no view 'hlep'", "fault(s) in the pages"]),
    "link": (
        ("docs/about/trust.md", "/about/threats.md", "/about/treats.md"),
        ["docs/about/trust.md: page does not exist\n"],
    ),
    "frame": (
        ("overrides/main.html", "{% if head %}", "{% iff head %}"),
        ["overrides/main.html:20: syntax error: unknown statement iff\n"],
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_zensical_cannot_build_is_told_and_the_last_good_site_stays(small: Path, case: str) -> None:
    (small / "site").mkdir()
    (name, old, new), words = FAULTS[case]
    path = small / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = make(small, "zensical")
    assert result.returncode == 1
    assert [one for one in words if one not in result.stderr] == [], result.stderr
    assert result.stderr.endswith("The last good site stays.\n")
    assert "Traceback" not in result.stderr


def test_a_page_in_the_place_of_a_made_one_is_told(small: Path) -> None:
    (small / "docs" / "search").mkdir()
    (small / "docs" / "search" / "index.json").write_text("[]", encoding="utf-8")
    result = make(small, "zensical")
    assert result.returncode == 1
    assert (
        result.stderr
        == "docs/search/index.json: this page is made from the data; remove the file\nNothing was built.\n"
    )
