"""Files made again by another process, with other hashes of Python and in another time zone."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from .project import DATA, ROOT

PROGRAM = """
import hashlib, importlib, sys
from pathlib import Path
from macros.rules.checks import load
data, site, *modules = sys.argv[1:]
plan = load(Path(data))
for module in modules:
    for name, content in importlib.import_module(module).files(plan, site):
        print(name, hashlib.sha256(content).hexdigest())
"""

surroundings = pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles"},
    ],
    ids=lambda settings: settings["TZ"],
)


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Returns the SHA-256 of each file, by its name."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def digests_elsewhere(site: str, modules: list[str], settings: Mapping[str, str]) -> dict[str, str]:
    """Returns the SHA-256 of each file that another process makes with `files` of these modules, by its name."""
    command = [sys.executable, "-c", PROGRAM, str(DATA), site, *modules]
    environment = os.environ | settings
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return dict(line.split() for line in result.stdout.splitlines())
