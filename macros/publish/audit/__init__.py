"""Audits a built site before it takes the place of the last one: every page, link, anchor and file."""

from collections.abc import Iterator
from pathlib import Path

from ...reading.faults import Fault
from .page import Page, read
from .rules import RULES
from .site import Site

__all__ = ["Page", "Site", "audit", "open_site"]


def audit(site: Site) -> list[Fault]:
    """Returns every fault of a built site, sorted."""
    return sorted(set(faults(site)))


def open_site(folder: Path, site_url: str) -> Site:
    """Returns the files of a built site, its pages read."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if is_file(path)}
    pages = {name: read(name, path.read_text(encoding="utf-8")) for name, path in files.items() if is_page(path)}
    return Site(site_url, files, pages)


def is_file(path: Path) -> bool:
    """Tells whether a path is no folder. A symbolic link is a file to us, whatever it leads to."""
    return path.is_symlink() or not path.is_dir()


def is_page(path: Path) -> bool:
    """Tells whether a file is a page, and stands here itself."""
    return path.suffix == ".html" and not path.is_symlink()


def faults(site: Site) -> Iterator[Fault]:
    """Yields what each rule finds."""
    for rule in RULES:
        for place, message in rule(site):
            yield Fault(place, message)
