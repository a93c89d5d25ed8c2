"""A site of a few small files, for tests of what is done with any site."""

from pathlib import Path

FILES = {
    "index.html": "<title>A plan</title>",
    "404.html": "<title>Nothing here</title>",
    "find/index.html": "<title>Find</title>",
    "assets/site.1a2b3c4d.css": "body {}",
    "assets/site.css": "body {}",
    "data/SHA256SUMS": "0  a\n",
    "data/plan.xlsx": "PK",
    "robots.txt": "User-agent: *\nAllow: /\nSitemap: https://example.org/plan/sitemap.xml\n",
}


def write(site: Path, files: dict[str, str] = FILES) -> Path:
    """Makes a small site, as if it had been built for https://example.org/plan/."""
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return site
