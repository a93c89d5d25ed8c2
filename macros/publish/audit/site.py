"""The files of a built site, and where an address in it leads."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from .page import Page

INDEX = "index.html"


@dataclass(frozen=True)
class Site:
    """A built site: the address that its pages say they have, its files, and its pages, both by their names."""

    url: str
    files: dict[str, Path]
    pages: dict[str, Page]

    def address(self, page: Page, target: str) -> str:
        """Returns the whole address that `target`, printed on the page, leads to. Raises ValueError if it is none."""
        return urljoin(self.url + page.name.removesuffix(INDEX), target)

    def name(self, address: str) -> str | None:
        """Returns the name that the file at a whole address would have; None for an address of another site."""
        if not address.startswith(self.url):
            return None
        name = unquote(urlsplit(address[len(self.url) :]).path)
        return f"{name}{INDEX}" if name == "" or name.endswith("/") else name
