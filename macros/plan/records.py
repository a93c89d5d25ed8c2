"""The records of all files under their ids and numbers, in printed order."""

from datetime import date
from functools import cached_property
from typing import cast

from ..records.joins import by_key
from ..records.kinds.activity import Activity
from ..records.kinds.agency import Agency
from ..records.kinds.change import Change
from ..records.kinds.contact import Contact
from ..records.kinds.decree import Decree
from ..records.kinds.document import Document
from ..records.kinds.editorial import Download, Erratum, Example, Site, Situation, Topic
from ..records.kinds.help import Help
from ..records.kinds.period import Period
from ..records.kinds.recommendation import Recommendation
from ..records.kinds.redirect import Redirect
from ..records.kinds.report import Report
from ..records.kinds.section import Group, Paragraph, Section
from ..records.kinds.source import Source
from ..records.kinds.term import Term
from ..records.kinds.vocabulary import Bearing, Category, Kind, Match, Role, Timing, Tongue, Verdict, Vocabulary
from ..records.kinds.wording import Wording
from ..records.load import Tables


class Records:
    """Each kind of record as a mapping from its id or number; `decree`, `site` and `vocabulary` stand alone."""

    def __init__(self, tables: Tables) -> None:
        self.folder = tables.folder
        self.all = records = tables.records  # as lists, by the name of their file
        self.sections: dict[str, Section] = by_key(records.get("sections", []))
        self.activities: dict[str, Activity] = by_key(records.get("activities", []))
        self.agencies: dict[str, Agency] = by_key(records.get("agencies", []))
        self.periods: dict[str, Period] = by_key(records.get("periods", []))
        self.recommendations: dict[str, Recommendation] = by_key(records.get("recommendations", []))
        self.reports: dict[str, Report] = by_key(records.get("reports", []))
        own = [report.source for report in self.reports.values()]
        self.sources: dict[str, Source] = by_key([*records.get("sources", []), *own])
        self.errata: dict[str, Erratum] = by_key(records.get("errata", []))
        self.topics: dict[str, Topic] = by_key(records.get("topics", []))
        self.contacts: dict[str, Contact] = by_key(records.get("contacts", []))
        self.help: dict[str, Help] = by_key(records.get("help", []))  # by language
        self.situations: dict[str, Situation] = by_key(records.get("situations", []))
        self.wordings: dict[str, Wording] = by_key(records.get("search", []))
        self.terms: dict[str, Term] = by_key(records.get("glossary", []))
        self.documents: dict[str, Document] = {document.source: document for document in records.get("related", [])}
        self.groups: dict[str, Group] = by_key(g for s in self.sections.values() for g in s.groups)
        self.paragraphs: dict[str, Paragraph] = by_key(p for s in self.sections.values() for p in s.paragraphs)

    @cached_property
    def downloads(self) -> list[Download]:
        return list(self.all["downloads"])

    @cached_property
    def redirects(self) -> list[Redirect]:
        """The addresses that pages had once; most plans have none."""
        return list(self.all.get("redirects", []))

    @cached_property
    def examples(self) -> list[Example]:
        return list(self.all["examples"])

    @cached_property
    def changes(self) -> list[Change]:
        """The changes of the data, in order of time."""
        return sorted(self.all.get("changes", []), key=lambda change: change.date)

    @property
    def updated(self) -> date:
        """The day of the last change of the data."""
        return self.changes[-1].date

    @cached_property
    def decree(self) -> Decree:
        return cast(Decree, self.all["decree"][0])

    @cached_property
    def site(self) -> Site:
        return cast(Site, self.all["site"][0])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return cast(Vocabulary, self.all["vocabulary"][0])

    @cached_property
    def roles(self) -> dict[str, Role]:
        return by_key(self.vocabulary.roles)

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        return by_key(self.vocabulary.kinds)

    @cached_property
    def matches(self) -> dict[str, Match]:
        return by_key(self.vocabulary.matches)

    @cached_property
    def categories(self) -> dict[str, Category]:
        return by_key(self.vocabulary.categories)

    @cached_property
    def bearings(self) -> dict[str, Bearing]:
        return by_key(self.vocabulary.bearings)

    @cached_property
    def timings(self) -> dict[str, Timing]:
        return by_key(self.vocabulary.timings)

    @cached_property
    def languages(self) -> dict[str, Tongue]:
        return by_key(self.vocabulary.languages)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        return by_key(self.vocabulary.verdicts)

    @property
    def source(self) -> Source:
        """The document that the order and the plan are proven against."""
        return self.sources[self.decree.source]
