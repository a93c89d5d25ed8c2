"""Renews screenshot.png, the picture in README.md, from the built site: `make screenshot`."""

import functools
import shutil
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from .conftest import Quiet

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Serves site/ and takes the picture of one activity."""
    handler = functools.partial(Quiet, directory=str(ROOT / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/activities/13.2.3/")
        page.screenshot(path=ROOT / "screenshot.png")
        chromium.close()
        server.shutdown()


if __name__ == "__main__":
    main()
