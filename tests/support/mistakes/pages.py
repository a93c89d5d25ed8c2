"""Mistakes in a page that people write, each with one message."""

# a page, what stands in it, the mistake, the line, the message
MISTAKES = [
    (*("coverage", 'view("coverage")', 'view("covrage")', 9), "no view 'covrage'. Did you mean 'coverage'?"),
    (
        *("find", "description: ", "description: # ", 1),
        "'description' is missing; say in one sentence what is on the page",
    ),
    (
        *("glossary", "description: ", "view: about\ndescription: ", 1),
        "unknown key 'view'. Known keys: description, words, hide.",
    ),
    (*("matrix", "# ", "# {{ plan.nosuch }} ", 6), "braces hold a word with its values, and nothing else"),
    (*("order", "# ", "# {% if %} ", 4), "Expected an expression, got 'end of statement block'"),
    (
        *("related", "description: ", 'description: "', 1),
        "the page needs a head between two lines '---', with 'description: ...'; quote text with ': ' in it",
    ),
    (
        *("timeline", "hide: [navigation, toc]", "hide: tree", 1),
        "'hide' is a list of what the page has no room for; it may hold: navigation, status, toc",
    ),
]
