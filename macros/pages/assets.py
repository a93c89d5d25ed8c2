"""The styles, scripts and pictures of the pages: those that every page needs are joined into one of each sort."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..catalogue.fingerprint import fingerprinted, is_named_anew
from .sheet import faults

# The theme’s own colours (palette.*.css) are left out: ours stand in site.css.
THEME = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
COMMENT = re.compile(r"^ */\*.*?\*/ *\n", re.DOTALL | re.MULTILINE)  # on lines of its own: readers need none


class AssetError(Exception):
    """A file that the pages need is not there: "file:line: message"."""


def publish(files: Files, config: MkDocsConfig) -> None:
    """Joins the styles of the theme and ours, and our scripts; gives every file of assets/ a lasting name.

    `config.extra["assets"]` then has the published name of each, and `extra_css` and `extra_javascript` have one entry.
    Raises AssetError.
    """
    styles = "\n".join([*of_theme(files, config), *taken(files, config, "extra_css")])
    scripts = "\n".join(COMMENT.sub("", script) for script in taken(files, config, "extra_javascript"))
    published = config.extra["assets"] = {}
    for file in files:
        if file.src_dir == config.docs_dir and is_named_anew(file.src_uri):
            file.dest_uri = published[file.src_uri] = fingerprinted(file.src_uri, file.content_bytes)
    config.extra_css = [joined(files, config, "assets/all.css", styles)]
    config.extra_javascript = [joined(files, config, "assets/all.js", scripts)]


def of_theme(files: Files, config: MkDocsConfig) -> list[str]:
    """Returns the styles of the theme, and takes its files out: its script, its search and its maps are not used."""
    theme = [file for file in files if file.src_dir not in (config.docs_dir, None) and "assets/" in file.src_uri]
    sheets = [file.content_string for file in theme if THEME.fullmatch(file.src_uri)]
    if not sheets:
        raise AssetError(f"macros/pages/assets.py:1: the theme has no file {THEME.pattern}; look what it has now")
    for file in theme:
        files.remove(file)
    return sheets


def taken(files: Files, config: MkDocsConfig, key: str) -> Iterator[str]:
    """Yields the text of each file that mkdocs.yml names under `key`, and takes it out: it is a part of another now."""
    for name in map(str, config[key]):
        file = files.get_file_from_path(name)
        if file is None:
            settings = Path(config.config_file_path)
            lines = settings.read_text(encoding="utf-8").split("\n")
            line = next((n for n, text in enumerate(lines, 1) if name in text), 1)
            raise AssetError(f"{settings.name}:{line}: {key} names '{name}', and there is no docs/{name}")
        files.remove(file)
        if key == "extra_css" and (
            told := [f"docs/{name}:{n}:{m}: {what}" for n, m, what in sorted(faults(file.content_string))]
        ):
            raise AssetError("\n".join(told))
        yield file.content_string


def joined(files: Files, config: MkDocsConfig, name: str, content: str) -> str:
    """Adds a file to the site, and returns the name under which it is published."""
    published = fingerprinted(name, content.encode())
    files.append(File.generated(config, published, content=content))
    return published
