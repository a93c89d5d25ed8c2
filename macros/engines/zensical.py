"""Zensical: runs no hook and not all of Jinja, so it is given a source that needs neither, and it prints the frame."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from markupsafe import escape
from yaml_env_tag import add_env_tag

from ..checks import load
from ..exports.bundle import write
from ..faults import DataError
from ..frame import menu, of_site
from ..handwritten import environment
from ..plan import Plan
from ..rehearsal import faults, linked, told
from ..render import Renderer
from . import EngineError
from .source import DOCS, Source, TakenError

SETTINGS = Path("mkdocs.yml")
SEARCH = "search.json"  # its own index, which our pages do not ask for
PLAIN = {"pymdownx.highlight": {"use_pygments": False}}  # it colours code, unless it is told not to
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
WARNING = re.compile(r"^(?:Warning|Error): (.+)\n.*?\[ (\S+?):\d+:\d+ \]", re.MULTILINE)
BROKEN = re.compile(r"^RuntimeError: (.+) \(in (\S+:\d+)\)$", re.MULTILINE)


class Loader(yaml.SafeLoader):
    """Reads the settings, in which !ENV names a variable of the environment."""


add_env_tag(Loader)


def build(folder: Path) -> str:
    """Builds the site into `folder`, and returns its address. Raises EngineError for all that is wrong."""
    settings = yaml.load(SETTINGS.read_bytes(), Loader)  # noqa: S506 - a SafeLoader
    url = f"{settings['site_url'].rstrip('/')}/"
    try:
        plan = load(Path(settings["extra"]["data"]))
    except DataError as error:
        raise EngineError(f"{len(error.faults)} fault(s) in the data. Nothing was built.\n{error}") from None
    renderer = Renderer(plan, url, settings["extra"]["repository"])
    if found := linked(DOCS):
        raise EngineError("\n".join(found))
    if found := faults(DOCS, renderer, environment(plan.folder), {"plan": plan}):
        raise EngineError(told(found))
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:  # Zensical builds only inside of its project
        site = make(Path(work).resolve(), settings, renderer)
        folder.rmdir()
        site.rename(folder)
    try:
        write(renderer.exports, folder)
    except FileExistsError as error:
        raise EngineError(str(error)) from None
    return url


def make(work: Path, settings: dict[str, Any], renderer: Renderer) -> Path:
    """Writes the source into the folder `work`, runs Zensical there, and returns the folder of the site."""
    nav = menu(renderer.plan, settings["nav"])
    docs = work / "docs"
    titles = {file: title for entry in nav for title, file in entry.items()}
    source = Source(docs, renderer, settings["extra"]["repository"], titles)
    try:
        source.write()
    except TakenError as error:
        raise EngineError(str(error)) from None
    frame = {"assets": source.assets, "styles": settings["extra_css"], "scripts": settings["extra_javascript"]}
    own = own_settings(settings, renderer.plan, renderer.site_url) | {"nav": nav}
    own["extra"] = settings["extra"] | of_site(renderer.plan) | frame
    (work / "settings.json").write_text(json.dumps(own, ensure_ascii=False), encoding="utf-8")
    run(work)
    (work / "site" / SEARCH).unlink(missing_ok=True)
    return work / "site"


def own_settings(settings: dict[str, Any], plan: Plan, site_url: str) -> dict[str, Any]:
    """Returns the settings that are the same in mkdocs.yml, and those that must be others."""
    theme = settings["theme"] | {"name": None, "custom_dir": str(Path(settings["theme"]["custom_dir"]).resolve())}
    return {
        "site_name": str(escape(plan.site.name)),  # the frame prints both as they are
        "site_description": str(escape(plan.site.description)),
        "site_url": site_url,
        "copyright": settings["copyright"],
        "strict": settings["strict"],
        "theme": theme,
        "markdown_extensions": [PLAIN, *settings["markdown_extensions"]],
        "plugins": {"search": {"enabled": False}},
        "validation": {"invalid_link_anchors": False},  # it does not see what our templates made; the audit does
    }


def run(work: Path) -> None:
    """Runs Zensical in a folder, without its cache, which does not notice all edits. Raises EngineError if it fails."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", "settings.json"]
    result = subprocess.run([*command, "--strict"], cwd=work, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if result.returncode:
        said = COLOUR.sub("", result.stdout + result.stderr)
        messages = [f"docs/{file}: {message}" for message, file in WARNING.findall(said)]
        messages += [f"overrides/{place}: {message}" for message, place in BROKEN.findall(said)]
        raise EngineError("\n".join(messages) or f"Zensical: {said.strip().splitlines()[-1]}")
