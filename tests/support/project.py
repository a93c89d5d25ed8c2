"""Where the project and its data lie, and how its site is built."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"


def build(target: Path, root: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """Runs `mkdocs build` as a maintainer would, into `target`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def publish(root: Path) -> "subprocess.CompletedProcess[str]":
    """Runs what `make site` runs, in a copy of the project."""
    return subprocess.run(
        [sys.executable, "-m", "macros.publish.build"], cwd=root, capture_output=True, text=True, check=False
    )
