"""ProperDocs 1.6: a continuation of MkDocs 1.x under another name. Our hook and the plugins run on it as they are."""

from pathlib import Path

from .mkdocs import SETTINGS, run


def build(folder: Path) -> str:
    """Builds the site into `folder`, and returns its address. Raises SystemExit after ProperDocs said why it cannot.

    From the first import on, every import of `mkdocs` gives the module of ProperDocs: so none may have come before.
    """
    from properdocs.__main__ import cli
    from properdocs.config import load_config

    run(cli, folder)
    return load_config(SETTINGS).site_url or "/"
