"""Texts in pieces: what leads to the glossary, and where something odd is printed. A template makes links of them."""

import re
from dataclasses import dataclass

from ..plan.plan import Plan
from ..records.kinds.editorial import Erratum
from ..records.kinds.term import Term


@dataclass(frozen=True)
class Piece:
    """A part of a text: plain words, words of the glossary, or the end of something odd, which has no words."""

    text: str
    term: Term | None = None
    erratum: Erratum | None = None


class Pieces:
    """Finds the words of the glossary, and the odd places of the order and the plan, in texts."""

    def __init__(self, plan: Plan) -> None:
        self.errata = list(plan.records.errata.values())
        self.terms: dict[str, Term] = {}
        for term in plan.records.terms.values():
            for word in (term.term, *term.printed):
                self.terms.setdefault(word.casefold(), term)
        longest_first = sorted(self.terms, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first)) or "(?!)"
        self.word = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def odd(self, text: str) -> list[Erratum]:
        """Returns the odd places in a text of the order or the plan, in the order of their ends."""
        return sorted((e for e in self.errata if ends(e, text)), key=lambda erratum: ends(erratum, text))

    def glossed(self, text: str, seen: set[str]) -> list[Piece]:
        """Returns a text of ours in pieces. A word of the glossary counts once on a page: its id goes into `seen`."""
        return self.cut(text, [], seen)

    def marked(self, text: str, seen: set[str]) -> list[Piece]:
        """Returns a text of the order or the plan in pieces, with its odd places: no word is added, none is lost."""
        return self.cut(text, self.odd(text), seen)

    def cut(self, text: str, odd: list[Erratum], seen: set[str]) -> list[Piece]:
        cuts: list[tuple[int, int, Piece]] = [(ends(e, text), ends(e, text), Piece("", erratum=e)) for e in odd]
        for match in self.word.finditer(text):
            term = self.terms[match[0].casefold()]
            if term.id not in seen and not any(match.start() < place < match.end() for place, _, _ in cuts):
                seen.add(term.id)
                cuts.append((match.start(), match.end(), Piece(match[0], term=term)))
        found, position = [], 0
        for start, end, piece in sorted(cuts, key=lambda cut: cut[:2]):
            found += [Piece(text[position:start]), piece]
            position = end
        return [piece for piece in [*found, Piece(text[position:])] if piece.text or piece.erratum]


def ends(erratum: Erratum, text: str) -> int:
    """Returns where the quote of an erratum ends in a text; 0 if the text does not hold it."""
    start = text.find(erratum.quote)
    return start + len(erratum.quote) if start >= 0 else 0
