"""A word of the glossary."""

from pydantic import Field

from ..fields import Id, Text, Verbatim
from ..names import SourceId, TermId
from ..record import Record


class Term(Record):
    """A word that a reader may not know: what it means, how the plan prints it, and the one wording that we use."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    term: Text
    """Ours: the one wording that our own texts use."""
    text: Text | None = None
    """Ours: what it means, in plain words. Leave it out where 'see' leads on."""
    see: TermId | None = None
    """The word under which the meaning stands, for another name of the same thing."""
    printed: list[Verbatim] = Field(default=[])
    """How the order and the plan print it, word for word."""
    also: list[Text] = Field(default=[])
    """Ours: what people type when they look for it."""
    avoid: list[Text] = Field(default=[])
    """Wordings that our own texts must not use for it. Words in “quotes” are not ours."""
    source: SourceId | None = None
    """The document outside the plan that says what it means."""
