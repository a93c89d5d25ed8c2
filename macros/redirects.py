"""Redirects: an address that a page had once, and the address where its words are now."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from .models import Record


def page_address(value: str) -> str:
    if not re.fullmatch(r"([A-Za-z0-9]+([.-][A-Za-z0-9]+)*/)+", value) or len(value) > 200:
        raise ValueError("the address of a page ends with a slash and has none before it, such as 'folder/page/'")
    return value


PageAddress = Annotated[str, AfterValidator(page_address)]


class Redirect(Record):
    """An address that a page had once, and the address of the page that a reader is sent to."""

    from_: PageAddress = Field(alias="from")
    """The address that the page had, without that of the site."""
    to: PageAddress
    """The address of the page that has its words now."""
