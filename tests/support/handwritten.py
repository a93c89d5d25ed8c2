"""The addresses of the pages that people write; all others are made from the records."""

HAND_WRITTEN = {
    *("", "order/", "sections/", "groups/", "activities/", "agencies/", "deadlines/", "topics/"),
    *(
        "situations/",
        "find/",
        "matrix/",
        "timeline/",
        "whole/",
        "coverage/",
        "data/",
        "about/",
        "about/errata/",
        "about/accessibility/",
        "about/threats/",
        "about/trust/",
        "changes/",
        "glossary/",
        "related/",
        "contribute/",
        "contribute/data/",
        "contribute/macros/",
        "contribute/markdown/",
        "guides/ask-a-ministry/",
        "guides/read-the-plan/",
        "design/",
    ),
}
