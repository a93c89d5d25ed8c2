"""Makes spoilt copies of our own data files: what a slip, a bad tool or an attacker could make of them."""

from functools import cache
from pathlib import Path
from random import Random

from .changes import CHANGES

MOST = 6  # changes to one file


@cache
def originals(folder: Path) -> list[tuple[str, str]]:
    """Returns the name and the text of each YAML file of a data folder."""
    paths = sorted(folder.rglob("*.yml"))
    return [(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def excerpt(random: Random, text: str) -> str:
    """Returns a few records of a file that is a list, so that a change hits something; any other file as it is."""
    records = text.split("\n- ")
    if len(records) < 4 or random.random() < 0.2:
        return text
    start = random.randrange(1, len(records))
    return "- " + "\n- ".join(records[start : start + 3])


def mutant(random: Random, folder: Path) -> tuple[str, bytes]:
    """Returns the name of a file of a data folder, and its bytes after one change or several."""
    name, text = random.choice(originals(folder))
    text = excerpt(random, text)
    for _ in range(random.randint(1, MOST)):
        text = random.choice(CHANGES)(random, text)
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(random.choice([0, 0, 0, 1, 3]) if content else 0):
        content[random.randrange(len(content))] = random.randrange(256)
    return name, bytes(content)
