"""The words for the middle of a sentence: numbers, texts and links."""

from collections.abc import Sized

from ...catalogue import named
from ...catalogue.addresses import Addressed
from ...reading.dates import day
from ..marks import Inline, mark
from .speaker import Speaker


class Sentences(Speaker):
    """Words that give a number, a text or a link."""

    def count(self, of: str) -> int:
        """How many there are of a kind of record.

        {{ count("activities") }}

        Takes one of activities, agencies, deadlines, groups, notes, order-points, paragraphs, reports, sections,
        terms, topics. Gives a number for the middle of a sentence.
        """
        records = self._plan.records
        known: dict[str, Sized] = {
            "activities": records.activities,
            "agencies": records.agencies,
            "deadlines": self._plan.deadlines.all,
            "groups": records.groups,
            "notes": records.recommendations,
            "order-points": records.decree.points,
            "paragraphs": records.paragraphs,
            "reports": records.reports,
            "sections": records.sections,
            "terms": records.terms,
            "topics": records.topics,
        }
        return len(self._one(of, known, "count"))

    def site(self, what: str) -> str:
        """Words of the editors that stand on many pages, from site.yml.

        {{ site("name") }}

        Takes one of name, headline, lead, description, notice. Gives text for the middle of a sentence.
        """
        site = self._plan.records.site
        known = {name: getattr(site, name) for name in ("name", "headline", "description", "notice")}
        return str(self._one(what, known | {"lead": " ".join(site.lead)}, "text"))

    def order(self, what: str) -> str:
        """What the order that approves the plan is called.

        No {{ order("number") }} of {{ order("date") }}

        Takes one of number, date, title. Gives text for the middle of a sentence.
        """
        decree = self._plan.records.decree
        known = {"number": decree.id_local, "date": day(decree.date_document), "title": decree.title}
        return str(self._one(what, known, "text"))

    def link(self, id: str, text: str = "", kind: str = "") -> Inline:
        """A link to a record, which is checked.

        Ask {{ link("{agency}") }}.

        Takes the number or the id of a record; the text of the link, if its name does not fit; and the kind, where two
        kinds have the same id. The id "first" with a kind gives the first record of that kind. Gives a link for the
        middle of a sentence.
        """
        record = self._find(id, kind)
        return self._link(record, text)

    def term(self, id: str, text: str = "") -> Inline:
        """A link to a word of the glossary.

        What is the {{ term("{term}") }}?

        Takes the id of the word; and the text of the link, if the word does not fit. Gives a link for the middle of a
        sentence.
        """
        return self._link(self._find(id, "term"), text, css="term")

    def _link(self, record: Addressed, text: str, css: str = "") -> Inline:
        """Returns a link to a record, by its name if no text is given."""
        made = self._made("link", record=record, text=text or named.name(self._plan, record), css=css)
        return Inline(mark(made.content))
