"""The command behind `make site`: builds into a new folder, audits it, and only then puts it in the place of the last.

`site` is a symbolic link to a folder in .cache/builds/, because only a link can be exchanged at one stroke (rename of
POSIX). So a reader, and a build that is killed at any moment, find the last good site or the new one, each whole.
"""

import argparse
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .audit import audit, open_site
from .cut import cut_styles
from .engine import ENGINES, USUAL, EngineError, build

SITE = Path("site")
BUILDS = Path(".cache", "builds")


def main(arguments: Sequence[str]) -> int:
    """Builds the project of the current folder. Returns the exit status: 0, or 1 if the last good site stays."""
    parser = argparse.ArgumentParser(prog="python -m macros.publish.build", description=__doc__.split("\n")[0])
    parser.add_argument("--engine", default=USUAL, help=f"what builds the pages: {', '.join(ENGINES)}")
    try:
        engine = parser.parse_args(arguments).engine
        with alone(), new_folder() as folder:
            site = open_site(folder, build(engine, folder))
            faults = audit(site)
            if not faults:
                cut_styles(site)
                exchange(folder)
                return 0
            print(*faults, f"{len(faults)} fault(s) in the built pages.", sep="\n", file=sys.stderr)
    except OSError as error:
        print(f"{error.filename2 or error.filename or BUILDS}: {error.strerror}.", file=sys.stderr)
    except EngineError as error:
        print(error, file=sys.stderr)
    except SystemExit:
        pass  # the engine has said why
    print("The last good site stays." if SITE.exists() else "Nothing was built.", file=sys.stderr)
    return 1


@contextmanager
def alone() -> Iterator[None]:
    """Waits until no other build of this project runs. A build that is killed frees the way by itself."""
    BUILDS.mkdir(parents=True, exist_ok=True)
    with (BUILDS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def new_folder() -> Iterator[Path]:
    """Gives a folder to build into. At the end only the folder of the site is left, and none of a build that failed."""
    folder = Path(tempfile.mkdtemp(dir=BUILDS))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for path in BUILDS.iterdir():
            if path.is_dir() and path.resolve() != SITE.resolve():
                shutil.rmtree(path)


def exchange(folder: Path) -> None:
    """Lets `site` be `folder` from one moment to the next."""
    link = BUILDS / "link"
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(folder, SITE.parent))
    if SITE.is_dir() and not SITE.is_symlink():  # as `mkdocs build` makes it
        SITE.rename(folder.with_suffix(".before"))
    link.replace(SITE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
