"""Fetches what the tests take from npm, without npm: the packages of npm/package-lock.json beside it, sum by sum."""

import base64
import hashlib
import io
import json
import tarfile
import urllib.request
from pathlib import Path

from .project import ROOT

LOCK = Path(__file__).parent / "npm" / "package-lock.json"
CACHE = ROOT / ".cache" / "npm"
REGISTRY = "https://registry.npmjs.org"


def version(name: str) -> str:
    """Returns the version of a package that the lock names."""
    locked: str = json.loads(LOCK.read_text(encoding="utf-8"))["packages"][f"node_modules/{name}"]["version"]
    return locked


def fetched(name: str, file: str) -> Path:
    """Returns where `file` of a package stands on this machine; the package is fetched once for each version.

    Raises OSError where npm cannot be reached, and AssertionError for a package that is not the locked one.
    """
    path = CACHE / f"{name}-{version(name)}" / file
    if not path.is_file():
        with urllib.request.urlopen(f"{REGISTRY}/{name}/-/{name}-{version(name)}.tgz", timeout=120) as answer:  # noqa: S310
            package = answer.read()
        check(name, package)
        with tarfile.open(fileobj=io.BytesIO(package)) as archive:
            member = archive.extractfile(f"package/{file}")
            assert member, f"{name} has no {file}"
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(".part")
            draft.write_bytes(member.read())
            draft.replace(path)
    return path


def check(name: str, package: bytes) -> None:
    """Raises AssertionError if the bytes do not have the sum of the lock."""
    locked = json.loads(LOCK.read_text(encoding="utf-8"))["packages"][f"node_modules/{name}"]["integrity"]
    kind, _, wanted = locked.partition("-")
    assert base64.b64encode(hashlib.new(kind, package).digest()).decode() == wanted, f"{name}: not the locked package"
