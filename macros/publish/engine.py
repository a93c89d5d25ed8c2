"""What builds the pages: MkDocs, or ProperDocs, which continues MkDocs 1.x and runs our hook and the plugins too."""

import logging
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from jinja2 import TemplateError

from ..pages.nav import SETTINGS
from ..pages.place import told
from ..reading.faults import suggestion

ENGINES = ("mkdocs", "properdocs")  # the name of each is that of its package, too
USUAL = ENGINES[0]


class EngineError(Exception):
    """Why an engine cannot build: one message for the person who asked."""


def build(engine: str, folder: Path) -> str:
    """Builds the project of the current folder into the empty `folder`. Returns the address that its pages say.

    Raises EngineError for an engine that we do not know or that is missing, and SystemExit after the engine has said
    why it cannot build. From the first import of ProperDocs on, every import of `mkdocs` gives its modules: none may
    have come before.
    """
    if engine not in ENGINES:
        known = ", ".join(ENGINES)
        raise EngineError(f"'{engine}' is no engine of ours.{suggestion(engine, ENGINES)} Known: {known}.")
    if find_spec(engine) is None:
        raise EngineError(f"The package '{engine}' is not installed; add it: pip install --requirement locks/tests.txt")
    cli = import_module(f"{engine}.__main__").cli
    logging.disable(logging.INFO)  # not --quiet: it would take the warnings too, which `strict` makes faults
    try:
        cli(["build", "--config-file", str(SETTINGS), "--site-dir", str(folder)])
    except SystemExit as end:
        if end.code:
            raise
    except TemplateError as error:  # the pages around the text: all other templates are tried before
        raise EngineError(told(error)) from None
    finally:
        logging.disable(logging.NOTSET)
    return import_module(f"{engine}.config").load_config(str(SETTINGS)).site_url or "/"
