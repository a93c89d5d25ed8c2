"""A server that runs in another process: what it sends, and what its log says."""

import time
import urllib.request
from pathlib import Path


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as response:  # noqa: S310 - our own server on this machine
        content: bytes = response.read()
    return content


def wait_for(log: Path, words: str, seconds: int = 60) -> str:
    """Returns what the log says after `words`, as soon as it says them."""
    for _ in range(seconds * 10):
        text = log.read_text(encoding="utf-8", errors="replace")
        if words in text:
            return text.split(words, 1)[1]
        time.sleep(0.1)
    raise AssertionError(f"the log never said {words!r}:\n{log.read_text(encoding='utf-8')}")
