"""`python -m macros [FOLDER]` checks the data and says what it holds: the command behind `make check`."""

import sys
from pathlib import Path

from .checks import load
from .faults import DataError


def main(arguments: list[str]) -> int:
    """Prints what the data folder holds, or every fault in it. Returns the exit status: 0 or 1."""
    folder = Path(arguments[0] if arguments else "data")
    try:
        plan = load(folder)
    except DataError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.faults)} fault(s) in {folder}. Nothing was built.", file=sys.stderr)
        return 1
    print(
        f"{folder}: {len(plan.sections)} sections, {len(plan.paragraphs)} paragraphs, {len(plan.groups)} groups, "
        f"{len(plan.activities)} activities, {len(plan.agencies)} bodies, {len(plan.recommendations)} Notes. No faults."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
