"""Where the project lies, and the plan that its tests run on; how its site is built.

The plan of the tests is a copy of data/ that nobody edits: what holds for any data is a rule of `make check`, no test.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
INSIDE = "tests/support/first/data"  # where that plan lies in the project
DATA = ROOT / INSIDE
FROZEN = os.environ | {"DATA": str(DATA), "NO_MKDOCS_2_WARNING": "1"}


def build(target: Path, root: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """Runs `mkdocs build` as a maintainer would, into `target`; a copy of the project has its plan in data/."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)],
        cwd=root,
        env=FROZEN if root == ROOT else os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def publish(root: Path) -> "subprocess.CompletedProcess[str]":
    """Runs what `make site` runs, in a copy of the project."""
    return subprocess.run(
        [sys.executable, "-m", "macros.publish.build"], cwd=root, capture_output=True, text=True, check=False
    )
