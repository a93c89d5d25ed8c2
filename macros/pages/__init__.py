"""Templates, hand-written pages and the hook: from the plan to the pages that MkDocs builds.

It knows Jinja, and the hook knows MkDocs; nothing below does.
"""
