"""The programs that can build the site. Each is a module of its own name here, with one function, `build`.

`build(folder)` builds the project of the current folder into `folder`, which is empty, and returns the address that its
pages say they have. Where it cannot, it raises EngineError, or SystemExit if the engine has said why itself.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ..faults import suggestion

ENGINES = ("mkdocs", "properdocs", "zensical")  # the name of each is that of its package, too
USUAL = ENGINES[0]


class EngineError(Exception):
    """Why an engine cannot build: one message for the person who asked."""


def engine(name: str) -> Callable[[Path], str]:
    """Returns the function `build` of an engine. Raises EngineError for one that we do not know or that is missing."""
    if name not in ENGINES:
        raise EngineError(f"'{name}' is no engine of ours.{suggestion(name, ENGINES)} Known: {', '.join(ENGINES)}.")
    if find_spec(name) is None:
        raise EngineError(f"The package '{name}' is not installed; add it: pip install --requirement requirements.txt")
    build: Callable[[Path], str] = import_module(f".{name}", __name__).build
    return build
