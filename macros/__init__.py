"""The program behind the site. Only `define_env`, pages/hook.py, live/ and publish/engine.py know a site generator."""

from pathlib import Path
from typing import Any

from .reading.faults import DataError
from .rules.checks import load


def define_env(env: Any) -> None:
    """Gives the pages our words, and nothing else: the entry point of mkdocs-macros, called as each build begins."""
    from mkdocs.exceptions import PluginError  # here, so that the core can be imported without MkDocs

    from .pages.additions import STUB
    from .pages.render import BrokenTemplateError, Renderer
    from .pages.sandbox import PageError, rendered
    from .pages.words import of_records, vocabulary

    try:
        plan = load(Path(env.project_dir, env.conf["extra"]["data"]))
    except DataError as error:
        raise PluginError(f"{len(error.faults)} fault(s) in the data. Nothing was built.\n{error}") from None
    env.variables["plan"] = plan
    env.variables["renderer"] = renderer = Renderer(plan, env.conf["site_url"] or "/", env.conf["extra"]["repository"])
    words, of_record = (make(renderer, lambda: env.page.url) for make in (vocabulary, of_records))
    for name, word in {**words, **of_record}.items():
        env.macro(word, name)

    def render(markdown: str, force_rendering: bool = False) -> str:
        """Renders the text or the title of a page in our sandbox, in the place of what mkdocs-macros does itself."""
        if env.page.url in renderer.leaves and markdown != STUB.decode():
            return markdown  # the title of a record's page is data, and no page text
        try:
            return rendered(markdown, of_record if env.page.url in renderer.leaves else words)
        except PageError as error:  # the hook has tried each page, and told its lines; this ends the build in any case
            raise PluginError(f"docs/{env.page.file.src_uri}: {error}") from None
        except BrokenTemplateError as error:
            raise PluginError(str(error)) from None

    env.render = render
