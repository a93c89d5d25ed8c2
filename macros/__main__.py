"""The commands of a maintainer: `python -m macros [FOLDER]` checks the data, `python -m macros changes` tells changes.

`python -m macros schema` writes the schemas for editors. They are behind `make check`, `changes` and `schema`.
"""

import argparse
import io
import subprocess
import sys
import tarfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .checks import load
from .compare import compare
from .dates import day
from .editor import write
from .faults import DataError
from .fields import iso_day
from .history import append, is_brief, untold, values, what, words
from .load import tables
from .states import state

DATA = Path("data")
SCHEMAS = Path("schemas")


class RefusalError(Exception):
    """Why a command does nothing, in one line."""


def main(arguments: list[str]) -> int:
    """Runs the command that the arguments name, and prints what it says. Returns the exit status: 0 or 1."""
    writes = WRITING.get(arguments[0]) if arguments else None
    folder = Path(arguments[0]) if arguments and not writes else DATA
    try:
        print(writes(arguments[1:]) if writes else check(folder))
    except DataError as error:
        print(error, file=sys.stderr)
        done = "written" if writes else "built"
        print(f"{len(error.faults)} fault(s) in {folder}. Nothing was {done}.", file=sys.stderr)
        return 1
    except RefusalError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def check(folder: Path) -> str:
    """Returns what the data folder holds. Raises DataError with every fault in it."""
    plan = load(folder)
    return (
        f"{folder}: {len(plan.sections)} sections, {len(plan.paragraphs)} paragraphs, {len(plan.groups)} groups, "
        f"{len(plan.activities)} activities, {len(plan.agencies)} bodies, {len(plan.recommendations)} Notes. No faults."
    )


def changes(arguments: list[str]) -> str:
    """Writes what changed since a revision into changes.yml, and returns it in words.

    What changes.yml has gained since that revision, or today, is not written again. Raises DataError for faults in
    the data, RefusalError where git or the old data cannot be read or the day is too early.
    """
    parser = argparse.ArgumentParser("python -m macros changes", description="Tells and writes what changed in data/.")
    parser.add_argument("--since", default="HEAD", metavar="REV", help="a git revision to compare with (HEAD)")
    parser.add_argument("--date", default=date.today().isoformat(), help="the day of the changes (today): 2026-11-22")
    options = parser.parse_args(arguments)
    on = day_of(options.date)
    plan = load(DATA)
    if on < plan.updated:
        raise RefusalError(f"{DATA}/changes.yml has a change of {day(plan.updated)}; give that day or a later --date")
    with TemporaryDirectory() as target:
        take_out(options.since, Path(target))
        try:
            found = list(compare(state(Path(target, DATA)), state(DATA), on))
        except DataError as error:
            raise RefusalError(f"the data of {options.since} cannot be read: {error.faults[0]}") from None
        known = {(change.date, what(change)) for change in tables(Path(target, DATA)).records.get("changes", [])}
    new = untold(found, [c for c in plan.changes if c.date == on or (c.date, what(c)) not in known])
    if new:
        append(DATA / "changes.yml", new)
    lines = [line for change in found for line in (words(change), *([] if is_brief(change) else values(change)))]
    return "\n".join([*lines, ending(len(found), len(new), options.since)])


def schema(arguments: list[str]) -> str:
    """Writes the schemas for editors, and returns how many. Raises DataError for faults in the data files."""
    argparse.ArgumentParser("python -m macros schema", description="Writes schemas/.").parse_args(arguments)
    return write(tables(DATA), SCHEMAS)


def ending(found: int, new: int, revision: str) -> str:
    """Returns the last line of what `changes` says."""
    if not found:
        return f"Nothing changed in {DATA}/ since {revision}."
    written = f"{new} written to {DATA}/changes.yml" if new else f"all in {DATA}/changes.yml already"
    return f"{found} change(s) since {revision}, {written}."


def day_of(value: str) -> date:
    """Returns the day that --date gives. Raises RefusalError for what is no day."""
    try:
        return iso_day(value)
    except ValueError as error:
        raise RefusalError(f"--date {value}: {error}") from None


def take_out(revision: str, target: Path) -> None:
    """Puts the data folder as it was at a git revision into `target`. Raises RefusalError if git cannot."""
    advice = f"git finds no revision '{revision}' here; name one that `git log` lists"
    commit = git(advice, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    advice = f"the revision {revision} has no folder {DATA}/; name a later one"
    with tarfile.open(fileobj=io.BytesIO(git(advice, "archive", "--format=tar", commit, str(DATA)))) as archive:
        for member in archive:
            if content := archive.extractfile(member) if member.isfile() else None:
                path = target / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def git(advice: str, *arguments: str) -> bytes:
    """Returns what a git command prints. Raises RefusalError with the advice, and git's own words if it has any."""
    try:
        result = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607 - no shell
    except OSError:
        raise RefusalError("there is no git on this machine; install it") from None
    if result.returncode:
        said = " ".join(result.stderr.decode(errors="replace").split())
        raise RefusalError(f"{advice} ({said})" if said else advice)
    return result.stdout


WRITING = {"changes": changes, "schema": schema}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
