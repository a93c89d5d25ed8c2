"""Data is text: what a word of a hand-written page prints can never become Markdown, HTML or a link."""

import re
from typing import Any

from markupsafe import Markup

from .marks import CLOSE, OPEN

MEANINGFUL = re.compile(rf"[!-/:-@\[-`{{-~{OPEN}{CLOSE}]")  # all ASCII punctuation: Markdown and HTML use no other


def as_text(value: Any) -> Any:
    """Returns `value` with every punctuation mark written as an entity; markup from a template stays as it is."""
    if hasattr(value, "__html__"):
        return value
    return Markup(MEANINGFUL.sub(lambda match: f"&#{ord(match[0])};", str(value)))  # noqa: S704 - escaped here
