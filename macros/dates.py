"""Days in words, the same on every machine: strftime changes its words with the locale."""

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """Returns a date in words: 24 July 2014."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
