"""The records of a claim: a question on the numbers of a report, and the ways to count the bodies that it names."""

from typing import Annotated, Literal

from pydantic import Field

from ..fields import Expression, Id, Text, YesNo
from ..names import AgencyId
from ..record import Record


class Way(Record):
    """A way to count the bodies of the plan: in these roles, with or without classes, without these agencies."""

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    label: Text
    """Ours: the way of counting, in words."""
    roles: Annotated[list[Literal["executive", "involved", "recommended"]], Field(min_length=1)]
    """The roles in which a body counts."""
    classes: YesNo = True
    """No if classes of bodies do not count."""
    without: list[AgencyId] = Field(default=[])
    """The bodies that do not count."""


class Claim(Record):
    """A question on the numbers of a report, as an expression over them.

    With `ways`, the name `counted` in the expression stands for the number that each way of counting gives.
    `unsettled` says why the numbers alone do not answer the question.
    """

    id: Id
    """Its id. Keep it when the words change: addresses and other records use it."""
    question: Text
    """Ours: the question that the sum answers, without digits."""
    expression: Expression
    """Two sums of named numbers, and a sign between them: == for the same, <= for at most."""
    text: Text
    """Ours: what the report says, without digits."""
    unsettled: Text | None = None
    """Ours: why the numbers alone do not answer the question, without digits."""
    ways: list[Way] = Field(default=[])
    """Ways to count the bodies of the plan. In the sum, the word “counted” stands for what each gives."""
