"""Carries out the arithmetic of a claim: a comparison of two sums over the numbers of a report."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from operator import add, mul, sub

from simpleeval import InvalidExpression, SimpleEval

OPERATORS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul}
SIGNS = {"==": "=", "<=": "≤"}
NAME = re.compile(r"[a-z][a-z0-9_]*")
BLANK = "(blank)"


class ExpressionError(ValueError):
    """An expression that is no sum of numbers and names."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison with numbers for the names, and what it makes; None where a number is missing."""

    shown: str
    value: Decimal | None

    @property
    def single(self) -> bool:
        """Whether it is one number, so that there is nothing to work out."""
        return self.value is not None and self.shown == str(self.value)


@dataclass(frozen=True)
class Comparison:
    """Two sides and the sign between them; `holds` is None where a number is missing."""

    left: Side
    sign: str
    right: Side
    holds: bool | None


def names(expression: str) -> list[str]:
    """Returns the names that an expression uses, in order, each once."""
    return list(dict.fromkeys(NAME.findall(expression)))


def compare(expression: str, values: Mapping[str, Decimal | None]) -> Comparison:
    """Returns the comparison that `expression` makes; all its names must be in `values`. Raises ExpressionError."""
    left, operator, right = re.split(r"(==|<=)", expression)
    sides = side(left, values), side(right, values)
    first, second = sides[0].value, sides[1].value
    holds = None
    if first is not None and second is not None:
        holds = first == second if operator == "==" else first <= second
    return Comparison(sides[0], SIGNS[operator], sides[1], holds)


def side(expression: str, values: Mapping[str, Decimal | None]) -> Side:
    """Returns one side worked out. Raises ExpressionError for what is no sum, difference or product."""
    known = {name: values[name] for name in names(expression)}
    shown = NAME.sub(lambda match: BLANK if known[match[0]] is None else str(known[match[0]]), expression)
    shown = " ".join(shown.replace("*", "×").replace("-", "−").split())
    # The shape is checked with 1 for a missing number, so that a slip shows before the blank is filled.
    complete = {name: Decimal(1) if value is None else value for name, value in known.items()}
    try:
        value = SimpleEval(operators=OPERATORS, functions={}, names=complete).eval(expression.strip())
    except (InvalidExpression, SyntaxError, TypeError, ValueError, KeyError, DecimalException, RecursionError):
        raise ExpressionError(expression.strip()) from None
    if None in known.values():
        return Side(shown, None)
    return Side(shown, Decimal(value))
