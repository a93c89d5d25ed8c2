"""Turns templates and the plan into HTML. It knows Jinja, and no site generator."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from . import cells
from .addresses import Addressed
from .addresses import address as address_of
from .plan import Plan

TEMPLATES = Path(__file__).parent / "templates"


# Not strftime: its words change with the locale of the machine.
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Rendered:
    """A page as HTML: every value in it is escaped. Hand-written pages have a title and description of their own."""

    title: Markup
    description: Markup
    content: Markup


class BrokenTemplateError(Exception):
    """A template that cannot be read or that asks for something that is not there: "file:line: message"."""


def day(value: date) -> str:
    """Returns a date in words: 24 July 2014."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def one_line(html: Markup) -> Markup:
    """Returns `html` with every run of white space made one space."""
    return Markup(" ").join(html.split())


class Renderer:
    """Renders templates about the plan.

    Every value is escaped by Jinja: data is text, and only a template can write markup.
    """

    def __init__(self, plan: Plan, templates: Path = TEMPLATES) -> None:
        self.plan = plan
        self.env = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.globals.update(
            plan=plan,
            shown_as_printed=lambda activity: cells.shown_as_printed(activity, plan.agencies, plan.vocabulary),
        )
        self.env.filters["day"] = day
        self.templates = templates

    def page(self, template: str, address: str, **context: Any) -> Rendered:
        """Returns what `template` says of the page at `address`, which is relative to the root of the site.

        `href` in a template gives the link from the page to a record. Raises BrokenTemplateError.
        """
        root = "../" * address.count("/") or "./"

        def href(record: Addressed) -> str:
            target = address_of(self.plan, record)
            return target if "://" in target else root + target

        try:
            module = self.env.get_template(template).make_module({"root": root, "href": href, **context})
        except TemplateSyntaxError as error:
            raise BrokenTemplateError(f"{self.templates.name}/{error.name}:{error.lineno}: {error.message}") from None
        except Exception as error:
            raise BrokenTemplateError(f"{self.templates.name}/{self.place(error, template)}: {error}") from error
        title, description = getattr(module, "title", Markup()), getattr(module, "description", Markup())
        return Rendered(title, one_line(description), module.__html__())

    def place(self, error: Exception, template: str) -> str:
        """Returns the "file:line" of the innermost template that ran when `error` was raised."""
        trace, found = error.__traceback__, template
        while trace:
            if running := trace.tb_frame.f_globals.get("__jinja_template__"):
                found = f"{running.name}:{running.get_corresponding_lineno(trace.tb_lineno)}"
            trace = trace.tb_next
        return found
