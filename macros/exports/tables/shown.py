"""How the page of the data shows a file: its size, and its first lines."""

LINES, WIDTH = 10, 160  # as much as a phone can show without hiding the rest of the page


def size(content: bytes) -> str:
    """Returns the size of a file in words: 480 bytes, 12 KB, 1.2 MB (a KB is 1000 bytes)."""
    number = len(content)
    if number < 1000:
        return f"{number} bytes"
    return f"{number / 1000:.0f} KB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"


def sample(content: bytes) -> str:
    """Returns the first lines of a text file, long ones cut; "" for a file that is no text."""
    if b"\0" in content[:1000]:
        return ""
    lines = content.decode("utf-8-sig").splitlines()[:LINES]
    return "\n".join(line if len(line) <= WIDTH else f"{line[:WIDTH]}…" for line in lines)
