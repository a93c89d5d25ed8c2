"""The MkDocs hook: adds a page for each record, and tells MkDocs what only our templates know of a page."""

import importlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc


def core(module: str) -> Any:
    """Returns a module of the package: a hook is loaded by its path and cannot import relatively."""
    return importlib.import_module(f"macros.{module}")


def variable(config: MkDocsConfig, name: str) -> Any:
    """Returns what `define_env` put among the variables of mkdocs-macros."""
    macros: Any = config.plugins["macros"]
    return macros.variables[name]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Takes the name of the site from the data: another plan is another data folder, and nothing else.

    Refuses symbolic links among the pages: MkDocs would follow them, and publish what they lead to.
    """
    if linked := core("pages.rehearsal").linked(Path(config.docs_dir)):
        raise PluginError("\n".join(linked))
    plan, renderer = variable(config, "plan"), variable(config, "renderer")
    # The templates print both as they are.
    config.site_name, config.site_description = escape(plan.records.site.title), escape(plan.records.site.description)
    config.nav = core("pages.tree").menu(renderer, config.nav or [])
    config.extra.update(core("pages.frame").of_site(plan))
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Tries every template and hand-written page before MkDocs empties the site folder. Tells all faults at once."""
    rehearsal = core("pages.rehearsal")
    faults = rehearsal.faults(Path(config.docs_dir), variable(config, "renderer"))
    try:
        config.theme.get_env().get_template("main.html")
    except TemplateSyntaxError as error:
        faults.append(core("pages.place").told(error))
    if faults:
        raise PluginError(rehearsal.told(faults))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for each record, the copies of the sources, the redirects, and the search index."""
    assets = core("pages.assets")
    try:
        assets.publish(files, config)
    except assets.AssetError as error:
        raise PluginError(str(error)) from None
    taken = {file.dest_uri: file.src_uri for file in files}
    for addition in core("pages.additions").additions(Path(config.docs_dir), variable(config, "renderer")):
        what = {"inclusion": InclusionLevel.NOT_IN_NAV} if addition.name.endswith(".md") else {}
        file = File.generated(config, addition.name, content=addition.content, **what)
        if file.dest_uri in taken:
            raise PluginError(core("pages.additions").clash(taken[file.dest_uri], addition.made_from))
        taken[file.dest_uri] = addition.name
        files.append(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Gives each page of a record its place in the tree."""
    core("pages.tree").place(variable(config, "renderer"), files, config)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keeps what Jinja made of the templates of the theme, while the site is served; sends no indents to readers."""
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = core("pages.compiled").COMPILED
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keeps the page of a record from Markdown, and dates every page."""
    leaf = variable(config, "renderer").leaves.get(page.url)
    revised = core("catalogue.revised").revised(variable(config, "plan"), page.url, leaf is not None)
    page.update_date = page.meta["revised"] = revised  # the first dates sitemap.xml.gz, the second is for the frame
    if leaf:
        page.meta["mark"] = markdown
        return ""
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gives the page of a record its text, title and description; and tells MkDocs the headings that words made."""
    renderer = variable(config, "renderer")
    if leaf := renderer.leaves.get(page.url):
        html, made = core("pages.marks").unmarked(page.meta.pop("mark")), renderer.taken(leaf)
        page.meta.update(title=made.title, description=made.description, hide=made.hide, language=made.language)
    outline = core("pages.outline")
    headings = outline.outline(html)
    page.toc = get_toc(outline.tokens(headings))
    if not leaf:
        page.meta["title"] = headings[0].title if headings else page.title
    # What would be empty leaves its room to the text.
    empty = ["navigation"] * (page.parent is None) + ["toc"] * (not headings or not headings[0].children)
    page.meta["hide"] = [*page.meta.get("hide", []), *empty]
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *core("pages.links").ID.findall(html)}
    return html


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Gives the frame what it prints of the page beside its text."""
    leaf = variable(config, "renderer").leaves.get(page.url)
    trail = [("Home", ""), *core("pages.tree").trail(page)]
    subject = leaf.subject if leaf else None
    about = core("exports.linked.page").About(page.url, page.meta["title"], page.meta["description"], subject, trail)
    url, repository = config.site_url or "/", config.extra["repository"]
    page.meta |= core("pages.frame").of_page(variable(config, "plan"), about, page.file.src_uri, leaf, url, repository)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mends what no block of the theme lets us mend."""
    return mended(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mends the pages that are templates alone."""
    return mended(output_content) if template_name.endswith(".html") else output_content


def mended(html: str) -> str:
    """Returns a page without that fault. Raises PluginError if the theme has changed."""
    try:
        return str(core("pages.frame").mended(html))
    except ValueError as error:
        raise PluginError(str(error)) from None


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the exports beside the pages."""
    try:
        core("exports.bundle").write(variable(config, "renderer").exports, Path(config.site_dir))
    except FileExistsError as error:
        raise PluginError(str(error)) from None
