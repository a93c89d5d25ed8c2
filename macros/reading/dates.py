"""Days in words, the same on every machine, and dates as precise as a source prints them (EDTF, ISO 8601-2)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


# How a date is typed, from the least to the most precise.
YEARS, YEAR, QUARTER, MONTH, DAY = r"\d{4}/\d{4}", r"\d{4}", r"\d{4}-Q[1-4]", r"\d{4}-\d\d", r"\d{4}-\d\d-\d\d"

QUARTERS = ("first", "second", "third", "fourth")


def day(value: date) -> str:
    """Returns a date in words: 31 December 2030."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


@dataclass(frozen=True)
class Span:
    """The days from `first` to `last`, both included: one day, a month, a year, or several years."""

    first: date
    last: date
    words: str
    edtf: str

    def __str__(self) -> str:
        return self.words


def span(value: str) -> Span:
    """Returns the days of "2030", "2030-Q2", "2030-05", "2030-05-31" or "2027/2030". Raises ValueError for all else."""
    if re.fullmatch(YEARS, value, re.ASCII):
        first, last = (span(year) for year in value.split("/"))
        if first.first > last.first:
            raise ValueError(value)
        return Span(first.first, last.last, f"{first} to {last}", value)
    if re.fullmatch(YEAR, value, re.ASCII):
        return Span(date(int(value), 1, 1), date(int(value), 12, 31), value, value)
    if re.fullmatch(MONTH, value, re.ASCII):
        year, month = map(int, value.split("-"))
        first_day = date(year, month, 1)
        next_month = date(year + month // 12, month % 12 + 1, 1)
        return Span(first_day, next_month - timedelta(days=1), f"{MONTHS[month - 1]} {year}", value)
    if re.fullmatch(DAY, value, re.ASCII):
        one = date.fromisoformat(value)
        return Span(one, one, day(one), value)
    if re.fullmatch(QUARTER, value, re.ASCII):
        year, quarter = int(value[:4]), int(value[-1])
        first, last = span(f"{year}-{3 * quarter - 2:02}"), span(f"{year}-{3 * quarter:02}")
        return Span(first.first, last.last, f"the {QUARTERS[quarter - 1]} quarter of {year}", value)
    raise ValueError(value)
