"""Mistakes in a page that people write, each with one message."""

# a page, what stands in it, the mistake, the line, the message
MISTAKES = [
    ("about", "view: about", "veiw: about", 1, "unknown key 'veiw'. Did you mean 'view'?"),
    (
        "coverage",
        "view: coverage",
        "view: covrage",
        1,
        "no view 'covrage' in macros/pages/templates/views/. Did you mean 'coverage'?",
    ),
    ("find", "description: ", "# ", 1, "'description' is missing; say in one sentence what is on the page"),
    (
        *("help", "view: help", 'view: "help', 1),
        "the page needs a head between two lines '---', with 'description: ...'; quote text with ': ' in it",
    ),
    ("matrix", "# ", "# {{ plan.nosuch }} ", 5, "'macros.plan.plan.Plan object' has no attribute 'nosuch'"),
    ("order", "# ", "# {% if %} ", 5, "Expected an expression, got 'end of statement block'"),
]
