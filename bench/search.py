"""Compares three searches on the queries of tests/support/queries.json: `make bench`.

Ours (MiniSearch over the index made from the data), that of Material for MkDocs (the same pages in its stock frame),
and Pagefind. Each query is typed, or asked through the engine's own call, in Chromium. A hit is a wanted page among the
first three pages. Bytes are the files of the search, from opening the page to the first answer, compressed with gzip
level 9. Stock Material fetches its index when the page opens; the other two wait for the reader. Seconds include the
typing.
"""

import functools
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response

from bench.peers import material, write_all
from tests.support.machine import chromium
from tests.support.quiet import Quiet

ROOT = Path(__file__).parent.parent
OURS = "ours, MiniSearch 7.2.0"
QUERIES = json.loads((ROOT / "tests" / "support" / "queries.json").read_text(encoding="utf-8"))
PAGEFIND = """async ([base, query]) => {
    const engine = await import(base + "pagefind/pagefind.js");
    const found = await engine.search(query);
    return Promise.all(found.results.slice(0, 10).map(async (result) => (await result.data()).url));
}"""


def typed(box: str, results: str) -> Callable[[Page, str, str], list[str]]:
    """Returns a way to ask by typing: the selectors are those of the box and of the links of the results."""

    def ask(page: Page, base: str, query: str) -> list[str]:
        page.locator(box).click()
        page.locator(box).press_sequentially(query, delay=15)
        page.locator(results).first.wait_for(state="attached", timeout=5000)
        links: list[str] = page.locator(results).evaluate_all("links => links.map(link => link.href)")
        return links

    return ask


def asked(page: Page, base: str, query: str) -> list[str]:
    """Asks Pagefind through its own call: it has no box of its own on our pages."""
    links: list[str] = page.evaluate(PAGEFIND, [base, query])
    return links


def answers(page: Page) -> list[Response]:
    """Returns the list in which the answers that the page gets are noted."""
    found: list[Response] = []
    page.on("response", lambda response: found.append(response))
    return found


def measure(browser: Browser, site: Path, ask: Callable[[Page, str, str], list[str]]) -> dict[str, Any]:
    """Returns hits, kilobytes of the first query, the number of its requests, and median seconds of a first query."""
    handler = functools.partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}/"
        hits, sizes, requests, seconds = 0, [], [], []
        for case in QUERIES:
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            fetched = answers(page)
            page.goto(f"{base}help/", wait_until="networkidle")
            start = time.perf_counter()
            try:
                links = ask(page, base, case["q"])
            except Exception:  # no result at all
                links = []
            seconds.append(time.perf_counter() - start)
            page.wait_for_load_state("networkidle")
            pages = list(
                dict.fromkeys("/" + link.replace(base, "").lstrip("/").split("#")[0].split("?")[0] for link in links)
            )
            hits += bool(set(case["want"]) & set(pages[:3]))
            parts = [response for response in fetched if "search" in response.url or "pagefind" in response.url]
            sizes.append(sum(len(gzip.compress(response.body(), 9)) for response in parts))
            requests.append(len(parts))
            page.context.close()
        server.shutdown()
    return {
        "hits": f"{hits} of {len(QUERIES)}",
        "kB for the first query": round(statistics.median(sizes) / 1000, 1),
        "requests": int(statistics.median(requests)),
        "seconds, median": round(statistics.median(seconds), 2),
    }


def stock(folder: Path) -> Path:
    """Builds the same pages with Material and its search. Its index is fetched with every first page, not on demand."""
    write_all(ROOT / "site", folder)
    material(folder / "floor")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder / "floor", check=True)
    return folder / "floor" / "site"


def pagefind(folder: Path) -> Path | None:
    """Copies the site and indexes it with Pagefind, if `pip install 'pagefind[bin]'` was run; else None."""
    target = folder / "pagefind"
    shutil.copytree(ROOT / "site", target)
    done = subprocess.run([sys.executable, "-m", "pagefind", "--site", str(target)], capture_output=True, check=False)  # noqa: S603
    return target if done.returncode == 0 else None


def main() -> list[str]:
    """Prints the comparison as a table, and keeps it in bench/results/search.json. Returns what ours does not find."""
    rows: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        rows[OURS] = measure(browser, ROOT / "site", typed(".md-search__input", ".md-search-result__link"))
        material = typed(".md-search__input", ".md-search-result__item > a")
        rows["Material 9.8, built in"] = measure(browser, stock(Path(folder)), material)
        if found := pagefind(Path(folder)):
            rows["Pagefind"] = measure(browser, found, asked)
    for name, row in rows.items():
        print(f"{name:24}", "  ".join(f"{key}: {value}" for key, value in row.items()))
    results = ROOT / "bench" / "results" / "search.json"
    results.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    hits = rows[OURS]["hits"]
    return [f"ours finds {hits}"] * (hits != f"{len(QUERIES)} of {len(QUERIES)}")
