"""The commands of a maintainer: `python -m macros [FOLDER]` checks the data; the others stand in COMMANDS.

Each is behind the target of the Makefile that has its name.
"""

import sys
from collections.abc import Callable, Sized
from pathlib import Path

from .desk.asking.ask import StoppedError
from .desk.asking.new import new
from .desk.changes import changes
from .desk.fmt import fmt
from .desk.rename import rename_agency
from .desk.review import review
from .desk.schema import schema
from .pages.handwritten import faults, pages
from .pages.redirects import redirects_end_at_pages
from .pages.render import Renderer
from .publish.built import publish_dry_run
from .reading.faults import DataError, Fault, RefusalError
from .rules.checks import load

DATA, DOCS = Path("data"), Path("docs")
COMMANDS: dict[str, Callable[[list[str]], str]] = {
    "changes": changes,
    "fmt": fmt,
    "new": new,
    "publish-dry-run": publish_dry_run,
    "rename-agency": rename_agency,
    "review": review,
    "schema": schema,
}


def main(arguments: list[str]) -> int:
    """Runs the command that the arguments name, and prints what it says. Returns the exit status: 0 or 1."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    folder = DATA if command or not arguments else Path(arguments[0])
    try:
        print(command(arguments[1:]) if command else check(folder))
    except DataError as error:
        print(error, file=sys.stderr)
        done = "written" if command else "built"
        print(f"{len(error.faults)} fault(s) in {folder}. Nothing was {done}.", file=sys.stderr)
    except RefusalError as error:
        print(error, file=sys.stderr)
    except (StoppedError, KeyboardInterrupt):
        print("\nStopped. Nothing was written.", file=sys.stderr)
    else:
        return 0
    return 1


def check(folder: Path) -> str:
    """Returns what the data folder holds.

    Raises DataError with every fault in it, and RefusalError with every fault of the pages that are written by hand.
    """
    plan = load(folder)
    written = {address for _, _, address in pages(DOCS)}
    if unled := [Fault(*finding) for finding in redirects_end_at_pages(plan, written)]:
        raise DataError(unled)
    if found := list(faults(DOCS, Renderer(plan, "/"))):
        raise RefusalError("\n".join([*found, f"{len(found)} fault(s) in {DOCS}. Nothing was built."]))
    records = plan.records
    counts: dict[str, Sized] = {
        "sections": records.sections,
        "paragraphs": records.paragraphs,
        "groups": records.groups,
        "activities": records.activities,
        "bodies": records.agencies,
        "Notes": records.recommendations,
    }
    held = ", ".join(f"{len(found)} {name}" for name, found in counts.items())
    return f"{folder}: {held}. No faults."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
