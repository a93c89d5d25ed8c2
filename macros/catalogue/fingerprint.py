"""Names that change with what they name: a browser may keep such a file for ever, and never shows an old one."""

import hashlib
import re

DIGITS = 8
NAMED = "css|js|svg"
OURS = re.compile(rf"assets/.+\.({NAMED})")
IMMUTABLE = re.compile(rf"assets/.+\.[0-9a-f]{{{DIGITS}}}\.({NAMED})")


def is_immutable(address: str) -> bool:
    """Tells whether other content would have another address."""
    return IMMUTABLE.fullmatch(address) is not None


def is_named_anew(address: str) -> bool:
    """Tells whether a file of ours gets a name of that kind: it is a style, a script or the icon."""
    return OURS.fullmatch(address) is not None and not is_immutable(address)


def fingerprinted(address: str, content: bytes) -> str:
    """Returns the address under which such a file is published: assets/site.css as assets/site.1a2b3c4d.css."""
    stem, dot, suffix = address.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:DIGITS]}{dot}{suffix}"
