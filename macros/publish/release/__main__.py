"""The command behind `make release`: packs the built site/ into dist/release/, whole or not at all."""

import json
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...catalogue.keys import API
from ...exports.bundle import checksums
from ...exports.tables.shown import size
from ...reading.dates import day
from ...reading.faults import RefusalError
from ..built import SITE, built_files
from .archive import tar_gz, zipped
from .offline import edition
from .sbom import sbom

TARGET = "dist/release"
PLAN = f"{API}plan.json"  # says when the data of the site changed last


def content(site: Path) -> dict[str, bytes]:
    """Returns the files of the built site under their names. Raises RefusalError where one must not go out."""
    return {file.path: (site / file.path).read_bytes() for file in built_files(site)}


def note(updated: date) -> Callable[[str], str]:
    """Returns what the edition says of its age on the page that has the given address on the site, as HTML."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    env.filters["day"] = day
    template = env.get_template("edition.html")
    return lambda public: template.render(updated=updated, public=public)


def released(project: Path) -> dict[str, bytes]:
    """Returns the files of the release under their names. Raises RefusalError."""
    site = content(project / SITE)
    updated = date.fromisoformat(json.loads(site[PLAN])["updated"])
    version = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    made = {
        "sbom.cdx.json": sbom(project, updated),
        f"site-{version}.tar.gz": tar_gz(site, f"site-{version}", updated),
        f"offline-{version}.zip": zipped(edition(site, note(updated)), f"offline-{version}", updated),
    }
    return made | {"SHA256SUMS": checksums(made)}


def put(files: Mapping[str, bytes], target: Path) -> None:
    """Writes `files` into the folder `target`, in the place of all that it held."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as folder:
        new = Path(folder, "new")
        new.mkdir()
        for name, content in files.items():
            (new / name).write_bytes(content)
        if target.exists():
            target.rename(Path(folder, "old"))
        new.rename(target)


def main() -> int:
    """Makes the release of the project in this folder. Returns the exit status: 0 or 1."""
    project = Path()
    try:
        files = released(project)
        put(files, project / TARGET)
    except RefusalError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or TARGET}: {error.strerror}. Nothing was written.", file=sys.stderr)
        return 1
    for name, content in files.items():
        print(f"{TARGET}/{name}: {size(content)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
