"""The edition that opens without a server: the files of the built site, with addresses that a folder can answer."""

import html
import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from urllib.parse import urlsplit

SERVED = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}  # only a server shows them, or is asked for them
ENTRIES = "search/index.json"  # a page of a folder may fetch nothing, but it may load a script
ASSIGNED = b"window.searchIndex = %s;\n"
ADDRESS = re.compile(r'(?<=\s)(href|src|action|data-index|content)="([^"]*)"')
REFRESH = re.compile(r"(\d+; url=)(.+)")


def edition(site: Mapping[str, bytes], note: Callable[[str], str]) -> dict[str, bytes]:
    """Returns the files of the edition under their names.

    `note` is given the public address of a page, and returns the HTML that stands before the notice of that page.
    """
    made = {name: content for name, content in site.items() if name not in SERVED and name != ENTRIES}
    index = json.loads(site[ENTRIES])
    index["entries"] = [entry | {"address": address(entry["address"])} for entry in index["entries"]]
    index["ways"] = [way | {"first": [address(page) for page in way.get("first", [])]} for way in index["ways"]]
    made[as_script(ENTRIES)] = ASSIGNED % json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
    for name, content in made.items():
        if name.endswith(".html"):
            made[name] = Page(content.decode(), note).rewritten.encode()
    return made


def as_script(value: str) -> str:
    """Returns the address of the script that stands for a JSON file."""
    return f"{value.removesuffix('.json')}.js"


def address(value: str) -> str:
    """Returns where a link of the site leads in a folder: to the page in it, where it names a folder."""
    parts = urlsplit(value)
    if parts.scheme or parts.netloc or not parts.path:
        return value
    folder = parts.path.rpartition("/")[2] in ("", ".", "..")
    return parts._replace(path=f"{parts.path.rstrip('/')}/index.html").geturl() if folder else value


class Page(HTMLParser):
    """A page of the site; `rewritten` is that page in the edition. Only tags change, never a text or a script."""

    def __init__(self, text: str, note: Callable[[str], str]) -> None:
        super().__init__()
        self.text, self.note = text, note
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.done = 0  # what stands before this place is in `parts`
        self.parts: list[str] = []
        self.public = ""  # the address of the page on the site
        self.feed(text)
        self.close()
        self.rewritten = "".join([*self.parts, text[self.done :]])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Puts the note before the notice, and gives the tag the addresses of the edition."""
        attributes, written = dict(attrs), self.get_starttag_text() or ""
        line, column = self.getpos()
        start = self.lines[line - 1] + column
        if attributes.get("rel") == "canonical":
            self.public = attributes["href"] or ""
            return
        self.parts.append(self.text[self.done : start])
        if (tag, attributes.get("class")) == ("p", "notice"):
            self.parts.append(self.note(self.public))
        self.parts.append(ADDRESS.sub(self.replaced, written))
        self.done = start + len(written)

    def replaced(self, match: re.Match[str]) -> str:
        """Returns an attribute with its address in the edition. A `content` is one only where it sends readers on."""
        name, value = match[1], html.unescape(match[2])
        if name == "data-index":
            new = as_script(value)
        elif name == "content":
            sent = REFRESH.fullmatch(value)
            new = sent[1] + address(sent[2]) if sent else value
        else:
            new = address(value)
        return match[0] if new == value else f'{name}="{html.escape(new)}"'
