"""Reads the data folder and checks all of it: the one way in for the site, the tests and the command."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..plan.plan import Plan
from ..reading.faults import DataError, Fault, Finding
from ..records.load import tables
from ..records.references import broken_references, repeated_keys
from . import claims, evidence, glossary, help, history, provenance, redirects, structure, wording

# Each rule, and the files whose records it reads. TYPED rules read only what was typed; JOINED rules follow
# references, so that a broken reference in one of their files silences them until it is mended.
Rules = dict[Callable[[Plan], Iterator[Finding]], set[str]]
TYPED: Rules = {
    history.changes_make_sense: {"changes"},
    provenance.decree_agrees_with_itself: {"decree"},
    structure.periods_make_sense: {"periods"},
    structure.numbers_fit_together: {"activities", "recommendations", "sections"},
    wording.notes_name_their_items: {"recommendations"},
    wording.names_belong_to_one_body: {"agencies"},
    provenance.copies_are_unchanged: {"reports", "sources"},
    wording.involving_is_printed: {"activities", "vocabulary"},
    wording.text_is_as_printed: {"activities", "decree", "recommendations", "sections", "sources"},
    evidence.facts_are_quoted: {"reports", "sources"},
    evidence.numbers_are_quoted: {"reports", "sources"},
    evidence.figures_are_printed: {"reports"},
    evidence.names_are_quoted: {"reports"},
    evidence.dates_are_quoted: {"reports"},
    evidence.relations_are_single: {"reports"},
    claims.figures_are_known: {"reports"},
    claims.claims_type_no_number: {"reports"},
    claims.claims_can_be_worked_out: {"reports"},
    evidence.errata_are_printed: {"decree", "errata", "reports", "sources"},
}
JOINED: Rules = {
    redirects.redirects_lead_on: {"redirects"},
    wording.periods_are_as_printed: {"activities", "periods"},
    structure.periods_are_used: {"activities", "periods"},
    wording.cells_are_accounted_for: {"activities", "agencies", "vocabulary"},
    structure.activities_stand_in_their_group: {"activities", "sections"},
    structure.groups_belong_to_sections_in_order: {"sections"},
    wording.notes_name_their_body: {"agencies", "recommendations", "vocabulary"},
    wording.verbatim_links_share_words: {"activities", "sections"},
    wording.bodies_are_named: {"activities", "agencies", "decree", "recommendations", "sections", "vocabulary"},
    provenance.names_are_dated: {"agencies", "sources"},
    provenance.contacts_are_printed: {"contacts", "sources"},
    help.every_language_says_all: {"contacts", "help"},
    provenance.documents_say_why: {"related"},
    glossary.terms_are_explained: {"glossary"},
    glossary.terms_are_used: {"decree", "glossary", "reports", "sources"},
    glossary.one_wording_for_one_thing: {"glossary"},
    glossary.wordings_lead_on: {"search"},
}


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
