"""The program behind the site. Only `define_env`, the hook in pages.py, live/ and engines/ know a site generator."""

from pathlib import Path
from typing import Any

from .reading.faults import DataError
from .rules.checks import load


def define_env(env: Any) -> None:
    """Gives every page the plan: the entry point of mkdocs-macros, called at the start of each build."""
    from mkdocs.exceptions import PluginError  # here, so that the core can be imported without MkDocs

    from .pages.render import Renderer

    try:
        plan = load(Path(env.project_dir, env.conf["extra"]["data"]))
    except DataError as error:
        raise PluginError(f"{len(error.faults)} fault(s) in the data. Nothing was built.\n{error}") from None
    env.variables["plan"] = plan
    env.variables["renderer"] = Renderer(plan, env.conf["site_url"] or "/", env.conf["extra"]["repository"])
