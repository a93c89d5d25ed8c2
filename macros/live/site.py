"""The site that is made page by page, when a page is asked for: the same bytes as `mkdocs build`, without the wait."""

import threading
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from ..exports.bundle import unmade
from ..pages.handwritten import menu_faults, page_faults, pages
from ..pages.hook import variable
from ..pages.nav import SETTINGS
from ..pages.render import Renderer


class Site:
    """The files of the project as they were when this was made. Each page is made once, and kept.

    Making it raises what `mkdocs build` would raise before the first page: first of all, faults in the data.
    """

    def __init__(self, project: Path, url: str) -> None:
        # What mkdocs.commands.build.build does up to the pages. Events that only serve a folder on disk are left out.
        config = load_config(str(project / SETTINGS), site_url=url)
        self.config = config = config.plugins.on_config(config)
        if faults := list(menu_faults(Path(config.docs_dir), self.renderer)):
            raise PluginError("\n".join(["", *faults]))
        env, files = config.theme.get_env(), get_files(config)
        files.add_files_from_theme(env, config)
        self.files = files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self.nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self.env = config.plugins.on_env(env, config=config, files=files)
        self.documents = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        for file in self.documents:
            if file.page is None:
                Page(None, file, config)  # puts itself into file.page
        self.at = {file.dest_uri: file for file in files if file.inclusion.value >= InclusionLevel.DRAFT.value}
        self.written = {path: (path, name, address) for path, name, address in pages(Path(config.docs_dir))}
        self.read: set[str] = set()  # the pages whose text is known
        self.made: dict[str, bytes] = {}
        self.alone = threading.Lock()  # MkDocs marks the page that it works on, so it makes one at a time

    @property
    def renderer(self) -> Renderer:
        """The renderer that `define_env` made."""
        renderer: Renderer = variable(self.config, "renderer")
        return renderer

    def content(self, name: str) -> bytes | None:
        """Returns the file `name` of the site, such as find/index.html; None if there is none. Raises for faults."""
        with self.alone:
            if name not in self.made:
                file = self.at.get(name)
                if file and not file.is_documentation_page():
                    return file.content_bytes
                if file:
                    self.made[name] = self.page(file)
                elif name in self.config.theme.static_templates:
                    self.made[name] = self.static(name)
                else:
                    return self.renderer.exports.get(name)
            return self.made[name]

    def page(self, file: File) -> bytes:
        """Returns a page as it is published."""
        config, page = self.config, file.page
        assert page is not None  # noqa: S101 - __init__ made one for each
        for printed in (page, page.previous_page, page.next_page):  # of its neighbours, the titles are printed
            if isinstance(printed, Page):
                self.read_page(printed)
        page.active = True
        try:
            context = get_context(self.nav, self.documents, config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            html = config.plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
        return str(html).encode(errors="xmlcharrefreplace")

    def read_page(self, page: Page) -> None:
        """Makes the text of a page, once."""
        config, files, file = self.config, self.files, page.file
        if file.src_uri in self.read:
            return
        written = self.written.get(Path(file.abs_src_path or ""))
        if faults := list(page_faults(*written, self.renderer)) if written else []:
            raise PluginError("\n".join(["", *faults]))
        page = config.plugins.on_pre_page(page, config=config, files=files) or page
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        self.read.add(file.src_uri)

    def static(self, name: str) -> bytes:
        """Returns a page that is a template alone: 404.html, sitemap.xml."""
        for file in self.documents if name == "sitemap.xml" else ():  # it prints the date of each page
            assert file.page is not None  # noqa: S101 - __init__ made one for each
            self.read_page(file.page)
        base = "/" if name == "404.html" else "."
        context = get_context(self.nav, self.files, self.config, base_url=base)
        made = str(self.env.get_template(name).render(context))
        return str(self.config.plugins.on_post_template(made, template_name=name, config=self.config)).encode()

    def check(self) -> None:
        """Tells what only the whole site shows, when every page was made: links to no heading, downloads of no file."""
        for file in self.documents:
            assert file.page is not None  # noqa: S101 - __init__ made one for each
            file.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        if found := list(unmade(variable(self.config, "plan"), self.renderer.exports)):
            raise PluginError("\n".join(["", *(f"{place}: {message}" for place, message in found)]))
