"""Checksums that `sha256sum --check` reads."""

import hashlib
from collections.abc import Mapping


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Returns the SHA-256 of each file under its name, one to a line, sorted by name."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()
