"""Redirects: an address that a page had once, and the address where its words are now."""

from typing import Annotated

from pydantic import Field

from ...reading.shapes import PAGE_ADDRESS
from ..record import Record
from ..values import fitting

ADVICE = "the address of a page ends with a slash and has none before it, such as 'folder/page/'"
PageAddress = Annotated[str, fitting(PAGE_ADDRESS, ADVICE), PAGE_ADDRESS]


class Redirect(Record):
    """An address that a page had once, and the address of the page that a reader is sent to."""

    from_: PageAddress = Field(alias="from")
    """The address that the page had, without that of the site."""
    to: PageAddress
    """The address of the page that has its words now."""
