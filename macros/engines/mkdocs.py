"""MkDocs 1.6: builds with our hook, macros/pages.py. What runs as it does is built here too."""

from pathlib import Path

from click import Command

SETTINGS = "mkdocs.yml"


def build(folder: Path) -> str:
    """Builds the site into `folder`, and returns its address. Raises SystemExit after MkDocs said why it cannot."""
    from mkdocs.__main__ import cli  # here, so that ProperDocs can come first
    from mkdocs.config import load_config

    run(cli, folder)
    return load_config(SETTINGS).site_url or "/"


def run(cli: Command, folder: Path) -> None:
    """Runs `build` of a command line. Raises SystemExit if it fails."""
    try:
        cli(["build", "--quiet", "--config-file", SETTINGS, "--site-dir", str(folder)])
    except SystemExit as end:
        if end.code:
            raise
