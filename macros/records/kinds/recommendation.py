"""A Note under the table, which recommends a body for activities."""

from typing import Annotated

from pydantic import Field

from ..fields import Number, Verbatim
from ..names import (
    ActivityRange,
    AgencyId,
)
from ..record import Record
from .section import PrintedNumber


class Recommendation(Record):
    """A Note under the table. `items` are activities as printed: "1.1 - 1.3" stays a range."""

    number: Number
    """The number of the Note."""
    as_printed: PrintedNumber | None = None
    """The number as the source prints it. Leave it out where the source prints the number and a full stop."""
    agency: AgencyId
    """The body that the Note names."""
    items: Annotated[list[ActivityRange], Field(min_length=1)]
    """The activities that the Note names, as printed. A range stays a range."""
    text: Verbatim
    """The text of the Note, word for word, typing errors included."""
