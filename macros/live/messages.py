"""What MkDocs, Jinja and the data complain of, as the lines that `make site` prints."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateError
from mkdocs.exceptions import PluginError

from ..pages.place import told
from ..pages.render import BrokenTemplateError


class Warnings(logging.Handler):
    """Gathers what MkDocs warns of: `make site` is strict, so each warning is a fault there."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self.ours = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the message, without the time or the level; another thread is at work on another page."""
        if record.thread == self.ours:
            self.said.append(record.getMessage())


@contextmanager
def warnings() -> Iterator[list[str]]:
    """Gives the list of what MkDocs warns of inside the `with`; nothing of it goes to the terminal by itself."""
    log, gathered = logging.getLogger("mkdocs"), Warnings()
    log.addHandler(gathered)
    try:
        yield gathered.said
    finally:
        log.removeHandler(gathered)


def messages(error: BaseException) -> list[str]:
    """Returns the faults that an exception tells, one to a line, as `make site` prints them."""
    match error:
        case TemplateError():
            return [told(error)]
        case BrokenTemplateError() | PluginError():
            head, *lines = str(error).split("\n")
            return lines or [head]
    return [f"{type(error).__name__}: {error}"]
