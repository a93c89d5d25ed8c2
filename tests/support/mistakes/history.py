"""Edits that break a rule of the history, and some that break none."""

from macros.records.kinds.change import KINDS

HEADING = '- date: "2026-11-22"\n'  # how each change in the file begins

# the fact, what stands in changes.yml, the edit, the messages
RULES: list[tuple[str, str, str, list[str]]] = [
    ("a record may be gone", 'record: "13.9.4"', 'record: "99.9.9"', []),
    ("a change has what was there, or what is now", "  after: Go on telling people in schools and", "", []),
    (
        "dates never go backwards",
        HEADING,
        HEADING.replace("2026-11-22", "2026-11-23")
        + '  kind: topic\n  record: children\n  after: Children\n- date: ¦"2026-11-22"\n',
        ["{0}: 22 November 2026 stands after 23 November 2026; put the changes in order of time"],
    ),
    (
        "a kind is one that the program knows",
        "kind: activity",
        "kind: ¦activty",
        ["{0}: no kind of record is called 'activty'. Did you mean 'activity'?"],
    ),
    (
        "a kind that is like none is answered with all",
        "kind: activity",
        "kind: ¦zzz",
        [f"{{0}}: no kind of record is called 'zzz'. Known kinds: {', '.join(KINDS)}."],
    ),
    (
        "a change has something to tell",
        HEADING,
        '- ¦date: "2026-11-22"\n  kind: topic\n  record: children\n' + HEADING,
        ["{0}: a change needs 'before' or 'after', or both"],
    ),
    (
        "a date is a day",
        HEADING,
        '- date: ¦"2026-11"\n',
        ["{0}: 'date': a date is a real day written year-month-day, such as '2030-12-31'"],
    ),
]
