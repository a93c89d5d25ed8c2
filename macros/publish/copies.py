"""Compressed copies beside the files of a site, so that a server need not compress the same page again and again."""

import gzip
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

BEST = 11  # of brotli; it is slow, and done once
COPIES: dict[str, Callable[[bytes, int], bytes]] = {
    ".br": lambda content, quality: brotli.compress(content, quality=quality),
    ".gz": lambda content, quality: gzip.compress(content, compresslevel=min(quality, 9), mtime=0),
}


def is_copy(path: str) -> bool:
    """Tells whether a file has the name of a compressed copy."""
    return path.endswith(tuple(COPIES))


def compress(files: Iterable[Path], quality: int = BEST) -> None:
    """Puts a copy in brotli and one in gzip beside each file. `quality` is that of brotli, 0 to 11.

    A file that already stands under the name of a copy stays: MkDocs compresses the sitemap itself.
    """
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(lambda file: compress_file(file, quality), files):
            pass


def compress_file(file: Path, quality: int) -> None:
    """Puts the copies beside one file."""
    content = file.read_bytes()
    for suffix, compressed in COPIES.items():
        copy = file.with_name(file.name + suffix)
        if not copy.exists():
            copy.write_bytes(compressed(content, quality))
            shutil.copystat(file, copy)  # servers take the time of a file into its ETag
