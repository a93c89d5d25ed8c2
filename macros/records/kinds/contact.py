"""A contact for help, and the documents that give it."""

from typing import Annotated

from pydantic import Field

from ..fields import Id, Phone, Verbatim, YesNo
from ..names import SourceId
from ..record import Record


class Contact(Record):
    """A contact for help. The file has the safest first; what Help says of it stands in help.yml."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    phones: Annotated[list[Phone], Field(min_length=1)]
    """The phone numbers, as the source prints them."""
    police: YesNo
    """Yes if it belongs to the police: a person may fear them."""
    quote: Verbatim
    """The words of the first source that print the numbers, word for word."""
    sources: Annotated[list[SourceId], Field(min_length=1)]
    """The documents that give it, the best first. Each has the day on which it was seen."""

    @property
    def links(self) -> list[tuple[str, str]]:
        """The numbers, each with the address that dials it (RFC 3966): its digits, after a plus where it has one."""
        return [
            (phone, "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")) for phone in self.phones
        ]
