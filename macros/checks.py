"""Reads the data folder and checks all of it: the one way in for the site, the tests and the command."""

from pathlib import Path

from .faults import DataError, Fault
from .load import tables
from .plan import Plan
from .references import broken_references, repeated_keys
from .rules import RULES


def load(folder: Path) -> Plan:
    """Returns the plan that the data folder describes. Raises DataError with every fault of every file."""
    found = tables(folder)
    for rule in (repeated_keys, broken_references):
        found.faults += [Fault(*finding) for finding in rule(found)]
    plan, whole = Plan(found), found.whole
    faults = [Fault(*finding) for rule, files in RULES.items() if files <= whole for finding in rule(plan)]
    if found.faults or faults:
        raise DataError(found.faults + faults)
    return plan
