"""What `make serve` shows: the last good state of the site, and the faults of the newest one."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from .messages import messages, warnings
from .site import Site

IDLE = 1.0  # seconds after a change before all other pages are tried: the open page comes first


@dataclass
class Live:
    """The site that is shown, its version, and what is wrong. Safe to use from several threads."""

    open: Callable[[], Site]
    tell: Callable[[list[str]], None] = lambda faults: None
    site: Site | None = None
    # Starts at the clock, so that pages of an earlier server know that they are old.
    version: int = field(default_factory=time.time_ns)
    unopened: list[str] = field(default_factory=list)  # why the newest state cannot be shown at all
    broken: dict[str, list[str]] = field(default_factory=dict)  # what is wrong with single pages of `site`
    kept: dict[str, bytes] = field(default_factory=dict)  # the last good page at each address
    changed: threading.Condition = field(default_factory=threading.Condition)
    opened: threading.Event = field(default_factory=threading.Event)

    @property
    def faults(self) -> list[str]:
        """The messages to show, each once."""
        with self.changed:
            broken = [] if self.unopened else [message for found in self.broken.values() for message in found]
            return list(dict.fromkeys(self.unopened + broken))

    def renew(self) -> None:
        """Reads the project again. If that fails, the last good site stays, and the faults are told."""
        with warnings() as said:
            try:
                site, faults = self.open(), list[str]()
            except (Exception, SystemExit) as error:  # MkDocs gives up by SystemExit
                site, faults = None, [*said, *messages(error)]
        with self.changed:
            self.unopened = faults
            if site:
                self.site, self.broken, self.version = site, {}, self.version + 1
                if said:
                    self.broken[""] = said
            self.changed.notify_all()
        self.opened.set()
        if site:
            threading.Thread(target=self.try_all, args=(site,), daemon=True).start()
        self.tell(self.faults)

    def content(self, name: str) -> bytes | None:
        """Returns the file `name` as it was last good; None if there is none. A fault in it is told."""
        self.opened.wait()
        if not (site := self.site):
            return None
        content = self.attempt(site, name, partial(site.content, name))
        return self.kept.get(name) if content is None and name in self.broken else content

    def attempt(self, site: Site, name: str, work: Callable[[], bytes | None]) -> bytes | None:
        """Returns what `work` for the page `name` returns, and keeps it; None if it fails. Keeps the faults too."""
        content = None
        with warnings() as said:
            try:
                content = work()
            except (Exception, SystemExit) as error:
                said += messages(error)
        if content is not None and name.endswith(".html"):
            self.kept[name] = content
        with self.changed:
            if said and site is self.site and self.broken.get(name) != said:
                self.broken[name] = list(dict.fromkeys(said))
                self.changed.notify_all()
        return content

    def try_all(self, site: Site) -> None:
        """Makes every page, so that a fault in one that nobody opens is told too. Stops when `site` is an old one."""
        time.sleep(IDLE)
        for name in [file.dest_uri for file in site.documents] + ["404.html"]:
            if site is not self.site:
                return
            self.attempt(site, name, partial(site.content, name))
        if not self.broken:
            self.attempt(site, "", site.check)
        if site is self.site and self.faults and not self.unopened:
            self.tell(self.faults)

    def wait(self, seen: tuple[int, list[str]] | None, seconds: float) -> tuple[int, list[str]]:
        """Returns the version and the faults as soon as they are not those `seen`, or after some seconds."""
        with self.changed:
            self.changed.wait_for(lambda: (self.version, self.faults) != seen, seconds)
            return self.version, self.faults
