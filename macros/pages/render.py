"""Turns templates and the plan into HTML. It knows Jinja, and no site generator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..catalogue.addresses import Addressed, whole
from ..catalogue.addresses import address as address_of
from ..catalogue.cite import cite
from ..catalogue.dictionary import dictionary
from ..catalogue.history import history
from ..catalogue.keys import feed
from ..catalogue.leaves import Leaf, leaves
from ..catalogue.measured import measured
from ..catalogue.serving import policy
from ..catalogue.standing import standing
from ..exports.api.models import VERSION
from ..exports.bundle import SUMS, bundle
from ..exports.calendars.whose import calendar_address, has_calendar
from ..exports.tables import shown
from ..plan.plan import Plan
from ..proof import cells
from ..reading.dates import day
from ..records.kinds.redirect import Redirect
from .compiled import COMPILED
from .pieces import Pieces
from .place import told

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Rendered:
    """A page as HTML: every value in it is escaped. Hand-written pages have a title and description of their own."""

    title: Markup
    description: Markup
    content: Markup
    hide: Sequence[str]  # what of the frame the page has no room for: "navigation", "toc", "footer"
    language: str  # of the text; "" if it is that of the frame


class BrokenTemplateError(Exception):
    """A template that cannot be read or that asks for something that is not there: "file:line: message"."""


def one_line(html: Markup) -> Markup:
    """Returns `html` with every run of white space made one space."""
    return Markup(" ").join(html.split())


class Renderer:
    """Renders templates about the plan.

    Every value is escaped by Jinja: data is text, and only a template can write markup.
    """

    def __init__(self, plan: Plan, site_url: str, repository: str = "", templates: Path = TEMPLATES) -> None:
        self.plan = plan
        self.pieces = Pieces(plan)
        self.site_url = site_url
        self.env = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=COMPILED,
        )
        self.env.globals.update(
            plan=plan,
            cite=lambda record: cite(plan, record, site_url),
            full=lambda record: whole(plan, record, site_url),
            full_root=site_url,
            policy=policy(in_page=True),
            repository=repository,
            calendar=lambda whose: calendar_address(whose) if has_calendar(plan, whose) else "",
            dictionary=lambda: dictionary(plan),
            feed=feed,
            history=lambda: history(plan),
            standing=standing(plan),
            measured=measured,
            exported=lambda file: self.exports[file],
            size=shown.size,
            sample=shown.sample,
            odd=self.pieces.odd,
            sums=SUMS,
            version=VERSION,
            shown_as_printed=lambda activity: cells.shown_as_printed(
                activity, plan.records.agencies, plan.records.vocabulary
            ),
        )
        self.env.filters["day"] = day
        self.templates = templates
        self.rendered: dict[tuple[str, str], Rendered] = {}  # by template and address

    @cached_property
    def exports(self) -> Mapping[str, bytes]:
        """Every exported file under its address. They are made once, and written after the build."""
        return bundle(self.plan, self.site_url)

    @cached_property
    def leaves(self) -> dict[str, Leaf]:
        """The pages that are made from records, by their addresses."""
        return {leaf.address: leaf for leaf in leaves(self.plan)}

    def leaf(self, leaf: Leaf) -> Rendered:
        """Returns a generated page. Raises BrokenTemplateError."""
        return self.once(leaf.template, leaf.address, leaf=leaf, subject=leaf.subject)

    def taken(self, leaf: Leaf) -> Rendered:
        """Returns a generated page, and forgets it: all pages together fill the memory. Raises BrokenTemplateError."""
        rendered = self.leaf(leaf)
        del self.rendered[leaf.template, leaf.address]
        return rendered

    def view(self, name: str, address: str) -> Rendered:
        """Returns what follows the text of the hand-written page at `address`. Raises BrokenTemplateError."""
        return self.once(f"views/{name}.html", address)

    def once(self, template: str, address: str, **context: Any) -> Rendered:
        """Returns `page`; what was rendered when it was tried is kept for the build. Raises BrokenTemplateError."""
        if (template, address) not in self.rendered:
            self.rendered[template, address] = self.page(template, address, **context)
        return self.rendered[template, address]

    def redirect(self, redirect: Redirect) -> Rendered:
        """Returns the page that sends readers on to another. Raises BrokenTemplateError."""
        return self.page("redirect.html", redirect.from_, redirect=redirect)

    def page(self, template: str, address: str, **context: Any) -> Rendered:
        """Returns what `template` says of the page at `address`, which is relative to the root of the site.

        `href` in a template gives the link from the page to a record. Raises BrokenTemplateError.
        """
        root = "../" * address.count("/") or "./"

        def href(record: Addressed) -> str:
            target = address_of(self.plan, record)
            return target if "://" in target else root + target

        seen: set[str] = set()  # the words of the glossary that the page has linked
        words = {"glossed": partial(self.pieces.glossed, seen=seen), "marked": partial(self.pieces.marked, seen=seen)}
        try:
            module = self.env.get_template(template).make_module({"root": root, "href": href, **words, **context})
        except Exception as error:
            raise BrokenTemplateError(told(error, template)) from error
        title, description = getattr(module, "title", Markup()), getattr(module, "description", Markup())
        hide, language = getattr(module, "hide", []), getattr(module, "language", "")
        return Rendered(title, one_line(description), module.__html__(), hide, language)
