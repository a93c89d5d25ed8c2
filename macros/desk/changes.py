"""The command behind `make changes`: tells what changed in the data since a git revision, and writes it down."""

import argparse
import io
import subprocess
import tarfile
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ..reading.dates import day
from ..reading.faults import DataError, RefusalError
from ..records.kinds.change import Change, is_brief, replaced, rewrite, values, what, words
from ..records.load import tables
from ..records.values import iso_day
from ..rules.checks import load
from .compare import compare
from .states import state

DATA = Path("data")


def changes(arguments: list[str]) -> str:
    """Writes what changed since a revision into changes.yml, and returns it in words.

    What changes.yml has gained since that revision gives way to the difference that is there: a draft that was taken
    back is gone, and two drafts are one change. Raises DataError for faults in
    the data, RefusalError where git or the old data cannot be read or the day is too early.
    """
    parser = argparse.ArgumentParser("python -m macros changes", description="Tells and writes what changed in data/.")
    parser.add_argument("--since", default="HEAD", metavar="REV", help="a git revision to compare with (HEAD)")
    parser.add_argument("--date", default=date.today().isoformat(), help="the day of the changes (today): 2026-11-22")
    options = parser.parse_args(arguments)
    on = day_of(options.date)
    plan = load(DATA)
    if on < plan.records.updated:
        raise RefusalError(
            f"{DATA}/changes.yml has a change of {day(plan.records.updated)}; give that day or a later --date"
        )
    with TemporaryDirectory() as target:
        take_out(options.since, Path(target))
        try:
            found = list(compare(state(Path(target, DATA)), state(DATA), on))
        except DataError as error:
            raise RefusalError(f"the data of {options.since} cannot be read: {error.faults[0]}") from None
        known = Counter(map(dated, tables(Path(target, DATA)).records.get("changes", [])))
    told = [change for change in plan.records.changes if not lasts(change, known)]
    gone, new = replaced(found, told)
    if gone or new:
        rewrite(DATA / "changes.yml", gone, new)
    lines = [line for change in found for line in (words(change), *([] if is_brief(change) else values(change)))]
    return "\n".join([*lines, ending(len(found), len(gone), len(new), options.since)])


def dated(change: Change) -> tuple[date, tuple[str | None, ...]]:
    return change.date, what(change)


def lasts(change: Change, known: Counter[tuple[date, tuple[str | None, ...]]]) -> bool:
    """Tells whether the revision has this change too, and strikes it from what is known of it."""
    known[dated(change)] -= 1
    return known[dated(change)] >= 0


def ending(found: int, gone: int, new: int, revision: str) -> str:
    """Returns the last line of what `changes` says."""
    head = f"{found} change(s) since {revision}" if found else f"Nothing changed in {DATA}/ since {revision}"
    out = f"{gone} taken out of {DATA}/changes.yml: not there any more" if gone else ""
    written = f"{new} written to {DATA}/changes.yml" if new else f"all in {DATA}/changes.yml already" if found else ""
    return ", ".join(part for part in (head, written, out) if part) + "."


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
