"""The MkDocs hook: adds the generated pages, and renders them from HTML templates without Markdown."""

import importlib
import json
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

REPORTS = "reports/index.md"  # is in the menu only while there are reports


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
    docs, files = Path(config.docs_dir), core("files")
    if linked := [f"docs/{path.relative_to(docs).as_posix()}: {files.LINK}" for path in files.links(docs)]:
        raise PluginError("\n".join(linked))
    site = variable(config, "plan").site
    # The templates print both as they are.
    config.site_name, config.site_description = escape(site.name), escape(site.description)
    if not variable(config, "plan").reports:
        config.nav = [item for item in config.nav or [] if REPORTS not in item.values()]
    config.extra["policy"] = core("serving").policy(in_page=True)
    config.edit_uri = f"{config.extra['repository']}/edit/main/docs/"
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Tries every template and hand-written page before MkDocs empties the site folder. Tells all faults at once."""
    macros: Any = config.plugins["macros"]
    renderer = variable(config, "renderer")
    faults: dict[str, None] = {}
    unmade = core("exports.bundle").unmade(variable(config, "plan"), renderer.exports)
    faults |= dict.fromkeys(f"{place}: {message}" for place, message in unmade)
    for leaf in core("catalogue").leaves(variable(config, "plan")):
        try:
            renderer.leaf(leaf)
        except core("render").BrokenTemplateError as error:
            faults[f"macros/{error}"] = None
    written = core("handwritten").faults(Path(config.docs_dir), renderer, macros.env, macros.variables)
    faults |= dict.fromkeys(written)
    addresses = {address for _, _, address in core("handwritten").pages(Path(config.docs_dir))}
    unled = core("rules.redirects").redirects_end_at_pages(variable(config, "plan"), addresses)
    faults |= dict.fromkeys(f"{place}: {message}" for place, message in unled)
    try:
        config.theme.get_env().get_template("main.html")
    except TemplateSyntaxError as error:
        faults[f"overrides/{error.name}:{error.lineno}: {error.message}"] = None
    if faults:
        raise PluginError(f"{len(faults)} fault(s) in the pages. Nothing was built.\n" + "\n".join(faults))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for each record, the copies of the sources, the redirects, and the search index."""
    publish_assets(files, config)
    taken = {file.dest_uri: file.src_uri for file in files}

    def add(made_from: str, src_uri: str, **what: Any) -> File:
        file = File.generated(config, src_uri, **what)
        if file.dest_uri in taken:
            raise PluginError(f"docs/{taken[file.dest_uri]}: this page is made from {made_from}; remove the file")
        taken[file.dest_uri] = src_uri
        files.append(file)
        return file

    plan = variable(config, "plan")
    for leaf in core("catalogue").leaves(plan):
        index = leaf.address.count("/") == 1
        src_uri = f"{leaf.address}index.md" if index else f"{leaf.address.rstrip('/')}.md"
        file = add(leaf.place.file, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.leaf = leaf  # type: ignore[attr-defined]
    for source in plan.sources.values():
        if source.file:
            copy = plan.folder / core("proof").FOLDER / source.file
            add(source.at("file").file, f"sources/{source.file}", content=copy.read_bytes())
    for redirect in plan.redirects:
        content = str(variable(config, "renderer").redirect(redirect).content)
        add(redirect.at().file, f"{redirect.from_}index.html", content=content)
    entries = [*core("search").index(plan), *core("handwritten").entries(Path(config.docs_dir))]
    content = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    add("the data", "search/index.json", content=content)
    return files


def publish_assets(files: Files, config: MkDocsConfig) -> None:
    """Gives our styles, scripts and the icon lasting names, and tells the templates."""
    name = core("fingerprint")
    config.extra["assets"] = published = {}
    for file in files:
        if name.is_named_anew(file.src_uri):
            file.dest_uri = published[file.src_uri] = name.fingerprinted(file.src_uri, file.content_bytes)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts a generated page under the index of its kind: the menu and the breadcrumbs follow. Dates every page."""
    leaf = getattr(page.file, "leaf", None)
    page.update_date = core("exports.revised").revised(variable(config, "plan"), page.url, leaf is not None)
    if leaf:
        index = files.get_file_from_path(f"{leaf.kind}/index.md")
        if index is page.file:
            index = None
        page.parent = index.page if index else None  # type: ignore[assignment]
        page.edit_url = f"{config.extra['repository']}/edit/main/{leaf.place.file}#L{leaf.place.line}"
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Renders a generated page; on a hand-written one, adds the template that its `view` names."""
    renderer = variable(config, "renderer")
    if leaf := getattr(page.file, "leaf", None):
        rendered = renderer.leaf(leaf)
        page.title, page.meta["description"] = rendered.title, rendered.description
        html = str(rendered.content)
    elif view := page.meta.get("view"):
        html += str(renderer.view(view, page.url).content)
    else:
        return html
    page.toc = contents(core("outline").outline(html))
    return html


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Tells the page what machines can fetch instead of it, what it is about, and where to report a problem."""
    plan, leaf = variable(config, "plan"), getattr(page.file, "leaf", None)
    subject = leaf.subject if leaf else None
    trail = [("Home", ""), *((parent.title, parent.url) for parent in reversed(parents(page)))]
    about = core("exports.linked").About(page.url, page.title, page.meta["description"], subject, trail)
    downloads = [download.file for download in plan.downloads]
    page.meta["linked"] = core("exports.linked").script(plan, about, downloads, config.site_url)
    page.meta["twin"] = core("exports.keys").twin(page.url, subject)
    page.meta["feed"] = core("exports.keys").feed(subject)
    title = Markup(page.title).striptags()  # noqa: S704 - MkDocs and our templates give titles as HTML
    problem = core("problem").problem(config.extra["repository"], (config.site_url or "/") + page.url, title, subject)
    page.meta["problem"] = problem
    return context


def parents(page: Page) -> list[Any]:
    """Returns the pages above a page, the nearest first."""
    found, above = [], page.parent
    while above is not None:
        found.append(above)
        above = above.parent
    return found


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the exports beside the pages. No page may have taken the place of one."""
    for name, content in variable(config, "renderer").exports.items():
        path = Path(config.site_dir, name)
        if path.exists():
            raise PluginError(f"{name}: a page or an asset has the address of an exported file; move it")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def contents(headings: list[Any]) -> TableOfContents:
    """Returns headings as the table of contents of MkDocs."""

    def link(heading: Any) -> AnchorLink:
        anchor = AnchorLink(heading.title, heading.id, heading.level)
        anchor.children = [link(child) for child in heading.children]
        return anchor

    return TableOfContents([link(heading) for heading in headings])
