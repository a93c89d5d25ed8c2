"""A document that is related to the plan."""

from typing import Literal

from pydantic import Field

from ..fields import Text
from ..names import ActivityNumber, ParagraphNumber, SourceId
from ..record import Record

SORTS = ("plan", "law", "rules", "treaty", "evaluation", "report")
Sort = Literal["plan", "law", "rules", "treaty", "evaluation", "report"]


class Document(Record):
    """A related document: what it is, and what it or the plan says of which part. It is no result of the plan."""

    source: SourceId
    """The document, by its id in sources.yml."""
    sort: Sort
    """What sort of document it is."""
    about: Text
    """Ours: what the document is, in one plain sentence."""
    activities: list[ActivityNumber] = Field(default=[])
    """The activities that the document names, or whose words name the document."""
    paragraphs: list[ParagraphNumber] = Field(default=[])
    """The paragraphs that the document names, or whose words name the document."""
    why: Text | None = None
    """Ours: which words say so. Needed where an activity or a paragraph is named."""
