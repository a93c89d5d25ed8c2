"""The data in the formats of other trades. Nothing here knows MkDocs or Jinja.

Each module has a function `files(plan, site_url)` that yields the address of a file, relative to the root of the site,
and its bytes. The same data gives the same bytes, on every machine and at every time.
"""

from collections.abc import Iterator

Files = Iterator[tuple[str, bytes]]
