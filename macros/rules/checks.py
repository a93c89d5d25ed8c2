"""Reads the data folder and checks all of it: the one way in for the site, the tests and the command."""

from pathlib import Path

from ..plan.plan import Plan
from ..reading.faults import DataError, Fault
from ..records.load import tables
from ..records.references import broken_references, repeated_keys
from . import JOINED, TYPED, Rules


def load(folder: Path) -> Plan:
    """Returns the plan that the data folder describes. Raises DataError with every fault of every file."""
    found = tables(folder)
    plan = Plan(found)
    faults = kept(TYPED, plan, found.whole)
    for rule in (repeated_keys, broken_references):
        found.faults += [Fault(*finding) for finding in rule(found)]
    faults += kept(JOINED, plan, found.whole)
    if found.faults or faults:
        raise DataError(found.faults + faults)
    return plan


def kept(rules: Rules, plan: Plan, whole: set[str]) -> list[Fault]:
    """Returns what the rules find; a rule whose files have faults of their own stays silent."""
    faults: list[Fault] = []
    for rule, files in rules.items():
        if files <= whole:
            try:
                faults += [Fault(*finding) for finding in rule(plan)]
            except DataError as error:
                faults += error.faults
    return faults
