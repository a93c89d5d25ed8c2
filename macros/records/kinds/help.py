"""The words of Help in one language. A translator copies a record, and changes the words in it."""

from typing import Annotated

from pydantic import Field

from ..fields import Language, Text
from ..names import ContactId
from ..record import Record

Sentences = Annotated[list[Text], Field(min_length=1)]


class ContactWords(Record):
    """What Help says of one contact. Its numbers and sources stand in contacts.yml."""

    id: ContactId
    """The contact, by its id in contacts.yml."""
    name: Text
    """The name of the service."""
    name_in: Language | None = None
    """The language of the name, where no source has it in that of the record."""
    text: Text
    """Ours: what a reader in danger needs to know of it, on two lines of a phone."""
    more: Sentences
    """Ours: what else the sources say of it and do not say, sentence by sentence. It is folded."""


class Help(Record):
    """Help in one language. All is ours, and every record has the same sentences in the same order."""

    id: Language
    """The language of the words, as its two-letter code."""
    language: Text
    """What the language calls itself."""
    link: Text
    """What leads here from the top of every page. It promises nothing."""
    title: Text
    """The heading of the page."""
    description: Text
    """What is on the page, in one sentence. Search engines show it."""
    words: Sentences
    """What people type when they look for help."""
    about: Sentences
    """What the site is and is not, and what is not known of all numbers, sentence by sentence."""
    not_police: Text
    """The heading above the contacts that are not of the police."""
    police: Text
    """The heading above those that are, or may be, of the police."""
    contacts: list[ContactWords] = Field(default=[])
    """What is said of each contact of contacts.yml."""
    leaving: Text
    """What stands on the folded part about the red button."""
    leaves: Sentences
    """What the red button and the key do, sentence by sentence."""
    remaining: Text
    """What stands on the folded part about what they cannot hide."""
    remains: Sentences
    """What stays behind all the same, one by one."""
    more: Text
    """What stands on the folded part: more about the numbers, and about the page."""
    notes: Sentences
    """What is said there of all numbers and of the page, sentence by sentence."""
    seen: Text
    """The word before the day on which we saw a source."""
    undated: Text
    """The word for a source without a date."""
    our_copy: Text
    """What our own copy of a document is called."""
    editors: Text
    """That the editors wrote the page."""
    leave: Text
    """What stands on the red button."""
    leave_more: Text
    """What a screen reader says after that."""
    presses: Annotated[list[Text], Field(min_length=2, max_length=2)]
    """What a screen reader says when Shift was pressed once, and when it was pressed twice."""
