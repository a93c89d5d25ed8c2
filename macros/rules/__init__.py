"""The rules that the data must keep beyond its types: one generator for each, which yields places and messages."""

from collections.abc import Callable, Iterator

from ..plan.plan import Plan
from ..reading.faults import Finding
from . import claims, evidence, history, provenance, redirects, structure, wording

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
    redirects.redirects_lead_on: {"activities", "agencies", "periods", "redirects", "reports", "sections", "topics"},
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
}
