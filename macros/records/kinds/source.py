"""A document that the site quotes or rests a fact on."""

from ..fields import Dates, Day, FileName, Id, Language, Sha256, Text, Verbatim, WebAddress
from ..record import Record


class Source(Record):
    """A document that the site publishes (file, sha256) or rests a fact on (address, as_of)."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    title: Text
    """The title of the document."""
    publisher: Text
    """Who published it."""
    language: Language
    """The language of the document, as its two-letter code."""
    date: Dates | None = None
    """The date that the document gives as its own, as exact as it is printed. Leave it out for an undated one."""
    address: WebAddress | None = None
    """Where it can be read on the web."""
    as_of: Day | None = None
    """The day on which we last looked at that address."""
    file: FileName | None = None
    """The copy in data/sources/, for a document whose text we publish."""
    sha256: Sha256 | None = None
    """The checksum of the copy. It shows that nobody changed it."""
    footer: Verbatim | None = None
    """What the web page prints after the document. It is proven too, so that nothing hides there."""
    note: Text | None = None
    """Ours: what a reader should know about the document."""
