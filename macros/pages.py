"""The MkDocs hook: adds the generated pages, and renders them from HTML templates without Markdown."""

import importlib
import json
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents


def core(module: str) -> Any:
    """Returns a module of the package: a hook is loaded by its path and cannot import relatively."""
    return importlib.import_module(f"macros.{module}")


def variable(config: MkDocsConfig, name: str) -> Any:
    """Returns what `define_env` put among the variables of mkdocs-macros."""
    macros: Any = config.plugins["macros"]
    return macros.variables[name]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Takes the name of the site from the data: another plan is another data folder, and nothing else."""
    site = variable(config, "plan").site
    # The theme prints both as they are.
    config.site_name, config.site_description = escape(site.name), escape(site.description)
    config.edit_uri = f"{config.extra['repository']}/edit/main/docs/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for each record, and the copies of the sources."""
    for file in files:
        if file.abs_src_path and Path(file.abs_src_path).is_symlink():
            raise PluginError(f"docs/{file.src_uri}: this is a symbolic link; put the file itself here")
    plan = variable(config, "plan")
    for leaf in core("catalogue").leaves(plan):
        src_uri = f"{leaf.address.rstrip('/')}.md"
        if files.get_file_from_path(src_uri):
            raise PluginError(f"docs/{src_uri}: this page is made from {leaf.place.file}; remove the file")
        file = File.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.leaf = leaf  # type: ignore[attr-defined]
        files.append(file)
    for source in plan.sources.values():
        if source.file:
            copy = plan.folder / core("proof").FOLDER / source.file
            files.append(File.generated(config, f"sources/{source.file}", content=copy.read_bytes()))
    entries = json.dumps(core("search").index(plan), ensure_ascii=False, separators=(",", ":"))
    files.append(File.generated(config, "search/index.json", content=entries))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts a generated page under the index of its kind: the menu and the breadcrumbs follow."""
    if leaf := getattr(page.file, "leaf", None):
        index = files.get_file_from_path(f"{leaf.kind}/index.md")
        page.parent = index.page if index else None  # type: ignore[assignment]
        page.edit_url = f"{config.extra['repository']}/edit/main/{leaf.place.file}#L{leaf.place.line}"
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Renders a generated page; on a hand-written one, adds the template that its `view` names."""
    leaf = getattr(page.file, "leaf", None)
    view = page.meta.get("view")
    if not leaf and not view:
        return html
    template, context = (leaf.template, {"leaf": leaf, "subject": leaf.subject}) if leaf else (f"{view}.html", {})
    try:
        rendered = variable(config, "renderer").page(template, page.url, **context)
    except core("render").BrokenTemplateError as error:
        raise PluginError(f"macros/{error}") from None
    if leaf:
        page.title = rendered.title
        page.meta["description"] = rendered.description
    html += str(rendered.content)
    page.toc = contents(core("outline").outline(html))
    return html


def contents(headings: list[Any]) -> TableOfContents:
    """Returns headings as the table of contents of MkDocs."""

    def link(heading: Any) -> AnchorLink:
        anchor = AnchorLink(heading.title, heading.id, heading.level)
        anchor.children = [link(child) for child in heading.children]
        return anchor

    return TableOfContents([link(heading) for heading in headings])
