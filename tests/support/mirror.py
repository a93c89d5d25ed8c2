"""Compares what a reader makes of the poisoned plan with what it makes of the tame one, value by value."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import etree, html

from macros.catalogue.cite import tex

from .poison import HARMLESS

RUN = re.compile(rf"([{HARMLESS}-\u9fff])(?:\s*\1)*")  # a bundle of attacks in the tame plan, or its beginning
JSON = re.compile(r"\s*(\{|\[\s*\{)\s*\"")
SUM = re.compile(r"[0-9a-f]{64}")  # of a copy: it is another for other words
TAG = "tag:"  # the id of an entry in a feed
FORM = "/issues/new"  # the link that carries a text into a form, cut where it is long
FORMS: tuple[Callable[[str], str], ...] = (  # what the site does to a text where it does not show it to the letter
    str,
    str.lower,  # a label inside a sentence
    str.capitalize,  # a label that begins one
    lambda text: text[:1].upper() + text[1:],
    tex,  # BibTeX
)


class Mirror:
    """Tells whether a value of the poisoned plan says what that of the tame plan says, given the attacks of each."""

    def __init__(self, bundles: list[str]) -> None:
        self.bundles = bundles

    def bundle(self, run: re.Match[str]) -> str:
        """Returns the attacks where the tame plan has a run of one letter, which may be cut at its end."""
        return self.bundles[ord(run[1]) - ord(HARMLESS)][: len(run[0])]

    def exact(self, text: str) -> str:
        """Returns a text of the tame plan with the attacks in it, to the letter."""
        return RUN.sub(self.bundle, text)

    def ways(self, run: re.Match[str]) -> list[str]:
        """Returns all ways in which attacks may stand; in the matrix a first letter stands apart."""
        rest = self.bundles[ord(run[1]) - ord(HARMLESS)][-len(run[0]) :]
        return [*(form(self.bundle(run)) for form in FORMS), rest]

    def same(self, hostile: Any, tame: Any) -> bool:
        """Tells whether two values are the same but for the attacks. JSON and addresses of forms are read."""
        if type(hostile) is not type(tame):
            return False
        match tame:
            case dict():
                return hostile.keys() == tame.keys() and all(self.same(hostile[key], tame[key]) for key in tame)
            case list() | tuple():
                return len(hostile) == len(tame) and all(map(self.same, hostile, tame))
            case str():
                return hostile == self.exact(tame) or self.same_text(hostile, tame)
        return bool(hostile == tame)

    def same_text(self, hostile: str, tame: str) -> bool:
        if JSON.match(tame):
            return self.same(json.loads(hostile), json.loads(tame))
        if FORM in tame and "?" in tame:
            a, b = fields_of(hostile), fields_of(tame)
            return list(a) == list(b) and all(self.begins_alike(a[key], b[key]) for key in b)
        if tame.startswith(TAG) and "%" in tame:
            return self.same(unquote(hostile), unquote(tame))
        if SUM.fullmatch(tame):
            return SUM.fullmatch(hostile) is not None
        at = done = 0
        for run in RUN.finditer(tame):
            words = tame[done : run.start()]
            at, done = at + len(words), run.end()
            way = next((way for way in self.ways(run) if hostile.startswith(way, at)), None)
            if way is None or hostile[at - len(words) : at] != words:
                return False
            at += len(way)
        return hostile[at:] == tame[done:]

    def begins_alike(self, hostile: str, tame: str) -> bool:
        """Tells whether two texts are the same as far as both go, where hyphens may move the place of a cut."""
        a, b = (text.removesuffix(" …") for text in (hostile, self.exact(tame)))
        return (a.startswith(b) or b.startswith(a)) and (a == b or {hostile[-1], tame[-1]} == {"…"})


def fields_of(address: str) -> dict[str, str]:
    """Returns the address of a form and the fields that it fills in."""
    parts = urlsplit(address)
    return {"": parts._replace(query="").geturl()} | dict(parse_qsl(parts.query, strict_parsing=True))


def nodes(root: Any) -> Iterator[tuple[str, dict[str, str], str, str]]:
    """Yields each element with its attributes, the text that it begins with, and the text after it."""
    for element in root.iter():
        yield str(element.tag), dict(element.attrib), element.text or "", element.tail or ""


def page(content: bytes) -> list[Any]:
    """Returns what a parser of HTML makes of a page."""
    return list(nodes(html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))))


def xml(content: bytes) -> list[Any]:
    """Returns what a parser of XML makes of a file. It loads no entity of others."""
    return list(nodes(etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))))
