"""What people type, in their own words and languages, and what the search looks for instead."""

from typing import Annotated

from pydantic import Field

from ..fields import Id, Language, Text, YesNo
from ..record import Record


class WordsIn(Record):
    """Words of one language that people type."""

    language: Language
    """The language, as its two-letter code."""
    texts: Annotated[list[Text], Field(min_length=1)]
    """Ours: what people type, each as a word or a few. No page shows them, and none is an official name."""


class Wording(Record):
    """Words that people type for one thing. They only lead to it: nothing is said to be called so."""

    id: Id
    """Its id. Keep it when the words change: the history of the data uses it."""
    help: YesNo = False
    """Yes where a person who types this may be in danger: then Help is the first answer."""
    asks: list[Text] = Field(default=[])
    """Ours: words of our pages that are looked for too, such as the name of a body."""
    words: Annotated[list[WordsIn], Field(min_length=1)]
    """What people type, language by language."""
