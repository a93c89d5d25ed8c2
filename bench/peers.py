"""Writes the pages of a built site as plain Markdown, with the settings of other site generators: for comparison.

Each gets the same pages, addresses, titles and words, the same short menu, and a frame of about the same size. None
reads YAML, proves a source, audits a page or writes an export: it only makes pages.
"""

import json
import posixpath
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml
from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

HERE = Path(__file__).parent / "peers"
MENU = {"Home": "", "Sections": "sections/", "Activities": "activities/", "Agencies": "agencies/"}
MENU |= {"Deadlines": "deadlines/", "Find": "find/", "Help": "help/", "About": "about/"}
PEERS = {  # where each has its pages, and what the file of a page is called
    "floor": "docs/index.md",
    "zensical": "docs/index.md",
    "hugo": "content/_index.md",  # what Hugo calls index.md may have no pages below it
    "eleventy": "content/index.md",
}
SITE = {"title": "A plan", "url": "http://127.0.0.1:8000", "copyright": "Ours."}


@dataclass
class Page:
    """A page of the site: its address, what its head says, and its article as HTML."""

    address: str
    title: str
    description: str
    article: Tag


class Markdown(MarkdownConverter):
    """Writes an article as Markdown. `files` says whether links name the file or the address of a page."""

    def __init__(self, page: Page, files: bool) -> None:
        super().__init__(heading_style="ATX", escape_misc=True)
        self.page, self.files = page, files

    def convert_a(self, element: Tag, text: str, parent_tags: object) -> str:
        """Returns a link as Markdown."""
        target = str(element.get("href", ""))
        if ":" not in target and not target.startswith("#") and (path := target.partition("#")[0]):
            address = posixpath.normpath(posixpath.join("/", self.page.address, path))
            if path.endswith(("/", "..")):
                address = posixpath.join(address, "")
                if self.files:
                    address = posixpath.relpath(f"{address}index.md", f"/{self.page.address}")
            target = address
        return f"[{' '.join(text.split())}]({target})" if text.strip() else ""


def read(site: Path, path: Path) -> Page | None:
    """Returns the page of a built site in the file `path`; none where the file has no article."""
    soup = BeautifulSoup(path.read_bytes(), "lxml")
    description = soup.find("meta", attrs={"name": "description"})
    if not (soup.article and soup.title and isinstance(description, Tag)):
        return None
    address = "" if path.parent == site else f"{path.parent.relative_to(site).as_posix()}/"
    return Page(address, soup.title.text, str(description["content"]), soup.article)


def write(site: Path, folder: Path, path: Path) -> bool:
    """Writes the page in the file `path` for every peer. Tells whether it has an article."""
    page = read(site, path)
    if page:
        head = json.dumps({"title": page.title, "description": page.description}, ensure_ascii=False)  # is YAML too
        body = {files: Markdown(page, files).convert_soup(page.article) for files in (True, False)}
        for peer, place in PEERS.items():
            start, name = place.split("/")
            target = folder / peer / start / page.address / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"---\n{head}\n---\n{body[start == 'docs']}\n", encoding="utf-8")
    return page is not None


def mkdocs(folder: Path) -> None:
    """Writes the settings for MkDocs: its own theme, no plugin."""
    nav = [{title: f"{address}index.md"} for title, address in MENU.items()]
    settings = {"site_name": SITE["title"], "site_url": SITE["url"], "theme": {"name": "mkdocs"}, "nav": nav}
    settings |= {"plugins": [], "validation": {"nav": {"omitted_files": "ignore"}}, "copyright": SITE["copyright"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def material(folder: Path) -> None:
    """Writes the settings for Material as it comes, with its script and its search, in the place of those of MkDocs."""
    mkdocs(folder)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"theme": {"name": "material", "font": False, "features": ["navigation.tabs"]}, "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def zensical(folder: Path) -> None:
    """Writes the settings for Zensical: those of MkDocs, no search index, no coloured code, no more Markdown."""
    mkdocs(folder)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8")) | {"theme": {"name": "material"}}
    settings |= {"plugins": {"search": {"enabled": False}}}
    plain = {"pymdownx.highlight": {"use_pygments": False}}
    settings |= {"markdown_extensions": [plain, "tables", "fenced_code", "toc"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def hugo(folder: Path) -> None:
    """Writes the settings and the layout for Hugo."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        shutil.copy(HERE / "hugo" / "baseof.html", layouts / f"{kind}.html")
    shutil.copy(HERE / "hugo" / "baseof.html", folder / "layouts" / "index.html")
    menu = [{"name": title, "url": f"/{address}", "weight": n} for n, (title, address) in enumerate(MENU.items(), 1)]
    settings = {"baseURL": SITE["url"], "title": SITE["title"], "menu": {"main": menu}}
    settings |= {"params": {"copyright": SITE["copyright"]}, "disableKinds": ["taxonomy", "term", "RSS"]}
    (folder / "config.json").write_text(json.dumps(settings), encoding="utf-8")


def eleventy(folder: Path) -> None:
    """Writes the settings and the layout for Eleventy."""
    shutil.copytree(HERE / "eleventy", folder / "includes")
    shutil.move(folder / "includes" / "eleventy.config.mjs", folder)
    (folder / "data").mkdir()
    menu = [{"title": title, "address": f"/{address}"} for title, address in MENU.items()]
    (folder / "data" / "site.json").write_text(json.dumps({**SITE, "menu": menu}), encoding="utf-8")
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content" / "content.json").write_text(json.dumps({"layout": "base.njk"}), encoding="utf-8")


def write_all(site: Path, folder: Path) -> int:
    """Writes a folder for each peer, and returns how many pages each has."""
    with ProcessPoolExecutor() as pool:
        number = sum(pool.map(partial(write, site, folder), sorted(site.rglob("index.html")), chunksize=20))
    mkdocs(folder / "floor")
    zensical(folder / "zensical")
    hugo(folder / "hugo")
    eleventy(folder / "eleventy")
    return number
