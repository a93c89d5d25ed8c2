"""How the files of the site are to be served: headers, content types, how long a browser may keep them.

Whatever serves them - nginx, Caddy, a CDN, an object store - takes the rules from here. Pages carry the policy
themselves too, because GitHub Pages sends no headers of ours.
"""

from pathlib import Path, PurePosixPath

from .fingerprint import is_immutable

METHODS = ("GET", "HEAD")

# Nothing runs, loads or is sent anywhere but from here.
DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",  # the search leads to /find/
}
HEADER_ONLY = {"frame-ancestors": "'none'"}  # browsers ignore it in a page (CSP Level 3, section 6.4.2)
UNUSED = ("camera", "geolocation", "microphone", "payment", "usb")
YEAR = 365 * 24 * 60 * 60  # seconds

CONTENT_TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    "": "text/plain; charset=utf-8",  # SHA256SUMS
}
NOT_COMPRESSED = {".gz", ".png", ".xlsx"}  # they are compressed already
KEPT = f"public, max-age={YEAR}, immutable"
ASKED = "no-cache"  # may be kept, but not shown before the server said that it is still so
WELL_KNOWN = ".well-known"  # the one hidden folder that is meant to be read (RFC 8615)


def policy(*, in_page: bool) -> str:
    """Returns the Content-Security-Policy: as a page states it in a <meta>, or as a server sends it."""
    directives = DIRECTIVES if in_page else DIRECTIVES | HEADER_ONLY
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def headers(*, https: bool) -> dict[str, str]:
    """Returns the headers that go with every answer, errors included, of a site whose address has `https` or not."""
    secure = {"Strict-Transport-Security": f"max-age={YEAR}"} if https else {}
    return secure | {
        "Content-Security-Policy": policy(in_page=False),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        # The data is for everybody: scripts of other sites may fetch it. No cookie and no login can be abused.
        "Access-Control-Allow-Origin": "*",
    }


def content_type(file: str) -> str:
    """Returns the content type of a file of the site. Raises KeyError for a kind that is not listed here."""
    return CONTENT_TYPES[PurePosixPath(file).suffix]


def cache_control(file: str) -> str:
    """Returns how long a browser may keep a file of the site without asking whether it changed."""
    return KEPT if is_immutable(file) else ASKED


def is_compressed(file: str) -> bool:
    """Tells whether a copy of the file is to be kept in brotli and in gzip."""
    return PurePosixPath(file).suffix not in NOT_COMPRESSED


def is_hidden(file: str) -> bool:
    """Tells whether a file is none for readers: its name, or that of a folder above it, begins with a dot."""
    return any(part.startswith(".") and part != WELL_KNOWN for part in PurePosixPath(file).parts)


def unfit(path: Path, file: str) -> str:
    """Returns why the file at `path`, called `file` in the site, must not go out, and what to do; "" if it may."""
    if path.is_symlink():
        return "this is a symbolic link; put the file itself here"
    if is_hidden(file):
        return "this file is hidden; remove it"
    if (suffix := PurePosixPath(file).suffix) not in CONTENT_TYPES:
        return f"no rule for '{suffix}'; add its content type to CONTENT_TYPES in macros/catalogue/serving.py"
    return ""
