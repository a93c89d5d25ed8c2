"""The data folder: which file holds which kind of record."""

from .kinds.activity import Activity
from .kinds.agency import Agency
from .kinds.change import Change
from .kinds.contact import Contact
from .kinds.decree import Decree
from .kinds.document import Document
from .kinds.editorial import Download, Erratum, Example, Site, Situation, Topic
from .kinds.help import Help
from .kinds.period import Period
from .kinds.recommendation import Recommendation
from .kinds.redirect import Redirect
from .kinds.report import Report
from .kinds.section import Section
from .kinds.source import Source
from .kinds.term import Term
from .kinds.vocabulary import Vocabulary
from .kinds.wording import Wording
from .record import Record

SINGLE: dict[str, type[Record]] = {
    "decree": Decree,
    "vocabulary": Vocabulary,
    "site": Site,
}
LISTS: dict[str, type[Record]] = {
    "sections": Section,
    "activities": Activity,
    "agencies": Agency,
    "periods": Period,
    "recommendations": Recommendation,
    "sources": Source,
    "topics": Topic,
    "situations": Situation,
    "contacts": Contact,
    "help": Help,
    "errata": Erratum,
    "changes": Change,
    "downloads": Download,
    "examples": Example,
}
OPTIONAL: dict[str, type[Record]] = {  # lists that may be missing: then there is no such record
    "glossary": Term,
    "redirects": Redirect,
    "related": Document,
    "search": Wording,
}
YEARS: dict[str, type[Record]] = {  # folders with a file for each year
    "reports": Report,
}
GIVEN = "year"  # the key that the name of such a file gives
YEAR_FILE = "[12][0-9][0-9][0-9].yml"
