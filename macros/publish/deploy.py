"""Makes dist/: the site with compressed copies, and the settings of nginx and of Caddy for it: `make deploy`."""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..catalogue import serving
from ..catalogue.fingerprint import IMMUTABLE
from ..reading.faults import RefusalError
from .built import SITE, BuiltFile, address_of, built_files
from .copies import BEST, COPIES, compress, is_copy

SERVERS = Path(__file__).parent / "servers"
SETTINGS = ("nginx.conf", "Caddyfile")
DIST = Path("dist")
FOLDER = "site"  # in dist/
LISTEN = "127.0.0.1:8000"
WHERE = re.compile(r"([0-9.]+|\[[0-9a-f:]+\]):\d{1,5}")  # so that nothing else gets into the settings


def settings(name: str, files: list[BuiltFile], public: str, listen: str) -> str:
    """Returns the settings of one server: the template servers/`name`, filled in.

    `public` is the address that readers know, and `listen` where nginx answers.
    """
    env = Environment(  # noqa: S701 - the settings of a server are not HTML
        loader=FileSystemLoader(SERVERS),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    address = urlsplit(public)
    return env.get_template(name).render(
        serving=serving,
        headers=serving.headers(https=address.scheme == "https"),
        immutable=IMMUTABLE.pattern,
        copies="|".join(suffix.lstrip(".") for suffix in COPIES),
        no_copies=[file.path for file in files if is_copy(file.path)],
        address=address,
        folder=FOLDER,
        listen=listen,
    )


def deploy(site: Path, dist: Path, listen: str = LISTEN, quality: int = BEST) -> str:
    """Writes the site and the settings of the servers into `dist`, and returns what was written.

    Below the folder dist/site/ stands the path of the public address, if it has one. `quality` is that of brotli.
    Raises RefusalError, and leaves `dist` as it was, where a file must not go out or `listen` is no address.
    """
    if not WHERE.fullmatch(listen):
        raise RefusalError(f"LISTEN={listen}: give an address of this machine and a port, such as {LISTEN}")
    files = built_files(site)
    public = address_of(site)
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dist, prefix=".new-") as folder:
        new = Path(folder)
        root = new / FOLDER / urlsplit(public).path.strip("/")
        copy([file.path for file in files], site, root)
        compress([root / file.path for file in files if file.compressed], quality)
        make_readable(new / FOLDER)
        for name in SETTINGS:
            (new / name).write_text(settings(name, files, public, listen), encoding="utf-8")
        if (dist / FOLDER).exists():
            (dist / FOLDER).rename(new / "old")  # goes with the folder
        for name in (FOLDER, *SETTINGS):
            (new / name).rename(dist / name)
    return f"{dist}: {len(files)} files for {public}, and the settings {' and '.join(SETTINGS)}."


def copy(paths: Iterable[str], site: Path, root: Path) -> None:
    """Copies files of the site, and the times at which they changed, to the same paths below `root`."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(site / path, root / path)


def make_readable(folder: Path) -> None:
    """Lets everybody read a folder and all in it: the server is another user than who built the site."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def main(arguments: list[str]) -> int:
    """Runs the command, and prints what was done. Returns the exit status: 0 or 1."""
    parser = argparse.ArgumentParser("python -m macros.publish.deploy", description="Make dist/ from the built site.")
    parser.add_argument("--site", type=Path, default=SITE)
    parser.add_argument("--dist", type=Path, default=DIST)
    parser.add_argument("--listen", default=LISTEN, help="where nginx answers")
    asked = parser.parse_args(arguments)
    try:
        print(deploy(asked.site, asked.dist, asked.listen))
    except RefusalError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or asked.dist}: {error.strerror}. {asked.dist} is as it was.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
