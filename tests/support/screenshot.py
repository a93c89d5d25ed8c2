"""Takes pictures of the built site: `make screenshot` for README.md, `make screenshots` for eight key pages."""

import functools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer

from playwright.sync_api import Browser

from .machine import chromium
from .project import ROOT
from .quiet import Quiet

KEY_PAGES = ["", "sections/4/", "activities/13.2.3/", "agencies/mia/", "find/", "matrix/", "timeline/", "situations/"]


@contextmanager
def site() -> Iterator[tuple[Browser, str]]:
    """Serves site/ and starts Chromium: yields the browser and the address."""
    handler = functools.partial(Quiet, directory=str(ROOT / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, chromium() as browser:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield browser, f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def one() -> None:
    """Renews docs/assets/screenshot.png, the picture in README.md."""
    with site() as (browser, address):
        page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
        page.goto(f"{address}activities/13.2.3/")
        page.screenshot(path=ROOT / "docs" / "assets" / "screenshot.png")


def all_() -> None:
    """Writes the key pages, light and dark, at the widths of phones, a tablet and desks, to .cache/screenshots/."""
    folder = ROOT / ".cache" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with site() as (browser, address):
        for scheme in ("light", "dark"):
            for width in (320, 390, 768, 1280, 1920):
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page = context.new_page()
                for here in KEY_PAGES:
                    page.goto(address + here)
                    name = here.strip("/").replace("/", "-") or "home"
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                context.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder.relative_to(ROOT)}")


if __name__ == "__main__":
    all_() if "all" in sys.argv else one()
