"""The styles, scripts and pictures of the pages: those that every page needs are joined into one of each sort."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..catalogue.fingerprint import fingerprinted, is_named_anew

# The theme’s own colours (palette.*.css) are left out: ours stand in site.css.
THEME = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
COMMENT = re.compile(r"^ */\*.*?\*/ *\n", re.DOTALL | re.MULTILINE)  # on lines of its own: readers need none
STYLES, SCRIPTS = "assets/all.css", "assets/all.js"


def publish(files: Files, config: MkDocsConfig) -> None:
    """Joins the styles of the theme and ours, and our scripts; gives every file of assets/ a lasting name.

    `config.extra["assets"]` then has the published name of each, and `extra_css` and `extra_javascript` have one entry.
    Of the theme nothing else is published: its script and its search are not used.
    """
    ours = [file for file in files if file.src_dir == config.docs_dir]
    theme = [
        file for file in files if file.src_dir not in (config.docs_dir, None) and file.src_uri.startswith("assets/")
    ]
    sheets = [file.content_string for file in theme if THEME.fullmatch(file.src_uri)]
    if not sheets:
        raise FileNotFoundError(f"the theme has no file {THEME.pattern}: has it changed? See macros/pages/assets.py")
    for file in theme:
        files.remove(file)
    names = {"css": [str(path) for path in config.extra_css], "js": [str(path) for path in config.extra_javascript]}
    texts = {file.src_uri: file for file in ours if file.src_uri in {*names["css"], *names["js"]}}
    published = config.extra["assets"] = {}
    joined = {
        STYLES: [*map(without_map, sheets), *(texts[name].content_string for name in names["css"])],
        SCRIPTS: [COMMENT.sub("", texts[name].content_string) for name in names["js"]],
    }
    for name, parts in joined.items():
        content = "\n".join(parts)
        published[name] = fingerprinted(name, content.encode())
        files.append(File.generated(config, published[name], content=content))
    for file in texts.values():
        files.remove(file)
    for file in ours:
        if file.src_uri not in texts and is_named_anew(file.src_uri):
            file.dest_uri = published[file.src_uri] = fingerprinted(file.src_uri, file.content_bytes)
    config.extra_css, config.extra_javascript = [published[STYLES]], [published[SCRIPTS]]


def without_map(sheet: str) -> str:
    """Returns a style sheet without its last line, which names a file for those who work on the theme."""
    return re.sub(r"/\*# sourceMappingURL=.*?\*/\s*$", "", sheet)
