"""The files of the built site, and how each is to be served: `make publish-dry-run` lists them."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from ..catalogue.serving import cache_control, content_type, headers, is_compressed, unfit
from ..reading.faults import RefusalError

SITE = Path("site")


@dataclass(frozen=True)
class BuiltFile:
    """One file: its path in the site, what it is, how long a browser may keep it, and its size in bytes."""

    path: str
    content_type: str
    cache_control: str
    compressed: bool
    size: int

    def __str__(self) -> str:
        compressed = "compressed" if self.compressed else "as it is"
        return "\t".join([self.path, self.content_type, self.cache_control, compressed, f"{self.size} bytes"])


def built_files(site: Path) -> list[BuiltFile]:
    """Returns the files of the built site, sorted by their paths.

    Raises RefusalError if there is no site, and with a line for every file that must not go out.
    """
    if not (site / "index.html").is_file():
        raise RefusalError(f"{site}: there is no built site here; run `make site`")
    found = (path for path in site.rglob("*") if path.is_symlink() or not path.is_dir())
    paths = sorted(path.relative_to(site).as_posix() for path in found)
    if faults := [f"{site}/{path}: {why}" for path in paths if (why := unfit(site / path, path))]:
        raise RefusalError("\n".join([*faults, f"{len(faults)} fault(s) in {site}. Nothing was published."]))
    return [
        BuiltFile(path, content_type(path), cache_control(path), is_compressed(path), (site / path).stat().st_size)
        for path in paths
    ]


def address_of(site: Path) -> str:
    """Returns the public address that the site was built for: robots.txt tells it. It ends with a slash."""
    sitemap = (site / "robots.txt").read_text(encoding="utf-8").split()[-1]
    return sitemap.removesuffix("sitemap.xml")


def publish_dry_run(arguments: list[str]) -> str:
    """Returns a line for each file that would go out, its columns divided by tabs, and the headers of all answers.

    Raises RefusalError where a file must not go out.
    """
    parser = argparse.ArgumentParser("python -m macros publish-dry-run", description="Tells how files are served.")
    parser.add_argument("site", nargs="?", type=Path, default=SITE)
    site = parser.parse_args(arguments).site
    files = built_files(site)
    sent = headers(https=address_of(site).startswith("https:"))
    return "\n".join(map(str, [*files, "", *(f"{name}: {value}" for name, value in sent.items())]))
