"""The second plan, smaller than ours: where it lies, and what makes a build take it."""

import os

from .project import ROOT

INSIDE = "tests/support/second"  # where it lies in the project, and in a copy of it
FOLDER = ROOT / INSIDE
ENVIRONMENT = os.environ | {"DATA": INSIDE, "NO_MKDOCS_2_WARNING": "1"}
