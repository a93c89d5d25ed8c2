"""All exports together, with their checksums: what is written beside the pages after the site is built."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..plan.plan import Plan
from ..reading.faults import Finding, suggestion
from . import Files, card, plain
from .akn import document as akn
from .api import documents as api
from .api import schemas
from .calendars import calendars
from .feeds import feeds
from .shelf import Shelf
from .tables import csv_files, workbook

SUMS = "data/SHA256SUMS"
FORMATS: tuple[Callable[[Plan, str], Files], ...] = (
    api.files,
    schemas.files,
    csv_files.files,
    workbook.files,
    calendars.files,
    feeds.files,
    akn.files,
    plain.files,
    card.files,
)


def unmade(plan: Plan, made: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yields a finding for each file that downloads.yml offers and no exporter makes."""
    for download in plan.records.downloads:
        if download.file not in made:
            yield download.at("file"), f"no exporter makes '{download.file}'.{suggestion(download.file, made)}"


def bundle(plan: Plan, site_url: str) -> Mapping[str, bytes]:
    """Returns every exported file under its address, and the SHA-256 of each in the format of `sha256sum`.

    Raises ValueError where two exporters write the same file.
    """
    found = Shelf()
    for files in FORMATS:
        for name, content in files(plan, site_url):
            found.add(name, content)
    found.add(SUMS, checksums(found))
    return found


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Returns the SHA-256 of each file under its name, one to a line, sorted by name: `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def write(made: Mapping[str, bytes], site: Path) -> None:
    """Writes the exports beside the pages of a built site. Raises FileExistsError where one has their address."""
    for name, content in made.items():
        path = site / name
        if path.exists():
            raise FileExistsError(f"{name}: a page or an asset has the address of an exported file; move it")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
