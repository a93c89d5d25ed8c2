"""Data is text: what a hand-written page prints with {{ ... }} can never become Markdown, HTML or a link."""

import re
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup

MEANINGFUL = re.compile(r"[!-/:-@\[-`{-~]")  # all ASCII punctuation: Markdown and HTML use no other


def as_text(value: Any) -> Any:
    """Returns `value` with every punctuation mark written as an entity; markup from a template stays as it is."""
    if hasattr(value, "__html__"):
        return value
    return Markup(MEANINGFUL.sub(lambda match: f"&#{ord(match[0])};", str(value)))  # noqa: S704 - escaped here


class DataIsText(Extension):
    """The Jinja extension that mkdocs.yml gives to mkdocs-macros."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.autoescape = True
        environment.finalize = as_text
