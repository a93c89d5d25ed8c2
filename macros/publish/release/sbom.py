"""The list of what the site is made with (SBOM, CycloneDX): the locked packages, and the libraries that docs/ holds."""

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from ...reading.faults import RefusalError
from .archive import seconds

LOCK = "locks/site.txt"
VENDORED = "docs/assets/vendor"
HEAD = re.compile(r"/\*! (?P<name>\S+) (?P<version>\S+) \| (?P<licence>\S+) licence\b")


def sbom(project: Path, day: date) -> bytes:
    """Returns the list as JSON, dated `day`. Raises RefusalError for a lock or a library that says too little."""
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "--pyproject", "pyproject.toml"]
    command += ["--output-reproducible", LOCK]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(seconds(day))}
    result = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - no part of it is from outside
    if result.returncode:
        said = result.stderr.strip().rpartition("\n")[2].rpartition(" > ")[2]
        raise RefusalError(f"{LOCK}: cyclonedx-py cannot read it ({said}); run `make lock`. Nothing was written.")
    made = json.loads(result.stdout)
    libraries = [library(path, project) for path in sorted((project / VENDORED).glob("*.js"))]
    made["components"] += libraries
    made["dependencies"] += [{"ref": found["bom-ref"]} for found in libraries]
    return json.dumps(made, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def library(path: Path, project: Path) -> dict[str, Any]:
    """Returns the component that a file of a library is, by what its first line says. Raises RefusalError."""
    content = path.read_bytes()
    file = path.relative_to(project).as_posix()
    if not (head := HEAD.match(content.decode())):
        message = "its first line does not say what it is; begin it with /*! NAME VERSION | MIT licence"
        raise RefusalError(f"{file}: {message}. Nothing was written.")
    name = head["name"].lower()
    return {
        "type": "library",
        "bom-ref": file,
        "name": name,
        "version": head["version"],
        "purl": f"pkg:npm/{name}@{head['version']}",
        "licenses": [{"license": {"id": head["licence"]}}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}],
    }
