"""Where each page stands: the menu, the tree beside the text, what is above a page, before and after it."""

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link
from mkdocs.structure.nav import Section as Branch
from mkdocs.structure.pages import Page

from ..catalogue.leaves import Leaf
from ..catalogue.short import short
from ..plan.plan import Plan
from ..records.kinds.activity import Activity
from .nav import REPORTS
from .render import Renderer

Entry = Any  # of `nav:` in mkdocs.yml: a file, {title: file}, or {title: [entry, ...]}
IN_TREE = ("sections", "groups", "deadlines", "help", "reports")  # kinds with few pages: every page prints the tree
FEW = 40  # pages of such a kind; where there are more, they are found through their index alone
BODIES = "agencies/index.md"


def menu(renderer: Renderer, entries: Iterable[Entry]) -> list[Entry]:
    """Returns `nav:` with the pages of records behind the index of their kind, and without what leads to nothing."""
    kept = [entry for entry in entries if renderer.plan.records.reports or not leads_to_reports(entry)]
    return [grown(renderer, entry) for entry in kept]


def leads_to_reports(entry: Entry) -> bool:
    """Tells whether an entry is that of the reports: its first page is made only while there are any."""
    inside = next(iter(entry.values())) if isinstance(entry, dict) else entry
    first = inside[0] if isinstance(inside, list) and inside else inside
    return bool(first == REPORTS)


def grown(renderer: Renderer, entry: Entry) -> Entry:
    """Returns an entry; if it is a list, with the pages of each kind after its index."""
    if not isinstance(entry, dict):
        return entry
    return {
        title: [one for each in inside for one in [grown(renderer, each), *behind(renderer, each)]]
        if isinstance(inside, list)
        else inside
        for title, inside in entry.items()
    }


def behind(renderer: Renderer, entry: Entry) -> list[str]:
    """Returns the files of the pages that follow an entry, which is the index of their kind."""
    index = next(iter(entry.values())) if isinstance(entry, dict) else entry
    found = [
        leaf.file
        for leaf in renderer.leaves.values()
        if leaf.kind in IN_TREE and index in leaf.indexes and leaf.file != index
        if leaf.address.count("/") == 2 and not leaf.run  # unlike the claims of a report
    ]
    return found if len(found) <= FEW else []


def place(renderer: Renderer, files: Files, config: MkDocsConfig) -> None:
    """Gives each page of a record its short name, the page above it, and its neighbours; and bodies their kinds."""
    for file in files.documentation_pages():
        if file.page is None:
            Page(None, file, config)  # puts itself into file.page
    for leaf in renderer.leaves.values():
        page = page_of(files, leaf.file)
        page.title = escape(short(renderer.plan, leaf.subject))
        if not isinstance(page.parent, Branch):
            page.parent = above(renderer.plan, leaf, files)
        page.previous_page = beside(renderer, leaf.previous, files) or page.previous_page
        page.next_page = beside(renderer, leaf.following, files) or page.next_page
    if (index := files.get_file_from_path(BODIES)) and isinstance(
        branch := page_of(files, index.src_uri).parent, Branch
    ):
        branch.children[1:1] = list(kinds(renderer.plan, branch))


def above(plan: Plan, leaf: Leaf, files: Files) -> Any:
    """Returns what stands above a page outside the tree: its group, the page that it belongs to, or its index."""
    if isinstance(leaf.subject, Activity):
        return page_of(files, f"groups/{leaf.subject.group}.md")
    parent = leaf.base if leaf.run else leaf.address.rstrip("/").rpartition("/")[0] + "/"
    for file in (f"{parent.rstrip('/')}.md", *leaf.indexes):
        if found := files.get_file_from_path(file):
            page = page_of(files, found.src_uri)
            stands_first = isinstance(page.parent, Branch) and page.is_index
            return None if page.file.src_uri == leaf.file else page.parent if stands_first else page
    return None


def beside(renderer: Renderer, address: str | None, files: Files) -> Any:
    """Returns the page of a record at an address; None for none."""
    return page_of(files, renderer.leaves[address].file) if address else None


def kinds(plan: Plan, branch: Branch) -> Iterator[Link]:
    """Yields a link to each kind of bodies on the page of all bodies."""
    for kind in plan.records.kinds.values():
        if any(agency.kind == kind.id for agency in plan.records.agencies.values()):
            link = Link(str(escape(kind.heading)), f"agencies/#kind-{kind.id}")
            link.parent = branch
            yield link


def page_of(files: Files, name: str) -> Any:
    """Returns the page of a file in docs/, which is there."""
    file = files.get_file_from_path(name)
    assert isinstance(file, File)  # noqa: S101 - the caller got its name from a list of files
    return file.page


def trail(page: Page) -> list[tuple[str, str]]:
    """Returns the title and the address of what stands above a page, the farthest first."""
    return [(str(above.title), first(above).url) for above in reversed(list(page.ancestors))]


def first(item: Any) -> Any:
    """Returns a page; of a branch, its first."""
    return first(item.children[0]) if isinstance(item, Branch) else item
