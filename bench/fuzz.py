"""Reads 60,000 spoilt data files: each must be taken, or refused with messages that have a place. `make fuzz`.

A file is read and checked alone. Of those that are taken, one in four is then read with all other files, and every
rule is tried on it. The same seed gives the same files. Seconds are those of the processor: others may be running.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from os import cpu_count
from pathlib import Path
from random import Random

from macros.reading.faults import DataError, Fault
from macros.records.load import tables
from macros.rules.checks import load
from tests.support.mutants import mutant

from .figures import keep

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SAVED = ROOT / ".cache" / "fuzz"
FILES, SHARE, JOINED, SLOW = 60_000, 500, 4, 1.0
HOW = (
    "Our own data files with bytes flipped, lines dropped, doubled and moved, words swapped, attacks, signs of YAML, "
    "random letters and random structures put in: one to six changes each. Each file was read and checked alone; one "
    "in four of those that were taken, with all other files. Seconds of the processor."
)


@dataclass
class Found:
    """What came of some files: how many of which outcome, the slowest in seconds, and the names of saved inputs."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    saved: list[str] = field(default_factory=list)

    def add(self, other: "Found") -> None:
        self.counts += other.counts
        self.slowest = max(self.slowest, other.slowest)
        self.saved += other.saved


class Bench:
    """Two folders: one holds nothing but the file that is tried, the other all files."""

    def __init__(self, folder: Path) -> None:
        self.alone, self.all = folder / "alone", folder / "all"
        self.alone.mkdir()
        shutil.copytree(DATA, self.all)

    def faults_alone(self, name: str, content: bytes) -> list[Fault]:
        """Returns the faults of a file that is read and checked alone, after it has been found that all are whole."""
        path = self.alone / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        faults = [fault for fault in tables(self.alone).faults if fault.place.file.endswith(f"/{name}")]
        path.unlink()
        return whole(faults)

    def faults_joined(self, name: str, content: bytes) -> list[Fault]:
        """Returns the faults of all files with this one among them, after it has been found that all are whole."""
        path = self.all / name
        path.write_bytes(content)
        try:
            load(self.all)
        except DataError as error:
            return whole(error.faults)
        finally:
            shutil.copy(DATA / name, path)
        return []


def whole(faults: "tuple[Fault, ...] | list[Fault]") -> list[Fault]:
    """Returns faults that have a file, a line, a column and a message of one line. Raises ValueError for others."""
    for fault in faults:
        place = fault.place
        if not (place.file and place.line > 0 and place.column > 0 and fault.message.strip()) or "\n" in str(fault):
            raise ValueError(f"a fault without its place or its message: {fault!r}")
    return list(faults)


def tried(bench: Bench, name: str, content: bytes, found: Found, *, join: bool) -> None:
    """Reads a file, and with `join` all others too if it is taken; counts what came of it, and saves the worst."""
    start = time.process_time()
    try:
        outcome = "refused" if bench.faults_alone(name, content) else "taken"
        if join and outcome == "taken":
            found.counts["joined"] += 1
            found.counts["refused when joined"] += bool(bench.faults_joined(name, content))
    except Exception as error:
        outcome = "unexpected exceptions"
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    seconds = time.process_time() - start
    found.counts[outcome] += 1
    found.slowest = max(found.slowest, seconds)
    found.counts["over 1 s"] += seconds > SLOW
    if outcome == "unexpected exceptions" or seconds > SLOW:
        found.saved.append(save(name, content))


def save(name: str, content: bytes) -> str:
    """Keeps an input under .cache/fuzz/, and returns its path."""
    SAVED.mkdir(parents=True, exist_ok=True)
    path = SAVED / f"{sha256(content).hexdigest()[:8]}-{name.replace('/', '-')}"
    path.write_bytes(content)
    return path.relative_to(ROOT).as_posix()


def share(seed: int, first: int) -> Found:
    """Tries a share of the files, from number `first` on. A file depends on the seed and its number alone."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for number in range(first, first + SHARE):
            tried(bench, *mutant(Random(f"{seed} {number}"), DATA), found, join=number % JOINED == 0)  # noqa: S311
    return found


def shares(seed: int, files: int) -> Iterator[Found]:
    with ProcessPoolExecutor(cpu_count()) as pool:
        yield from pool.map(partial(share, seed), range(0, files, SHARE))


def main() -> int:
    """Tries the files, prints and keeps the figures. Returns 1 if something happened that should not."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=FILES, help=f"rounded up to {SHARE}")
    asked = parser.parse_args()
    total = Found()
    for found in shares(asked.seed, asked.files):
        total.add(found)
    names = ("refused", "taken", "joined", "refused when joined", "unexpected exceptions", "over 1 s")
    done = sum(total.counts[name] for name in ("refused", "taken", "unexpected exceptions"))
    figures = {"files": done} | {name: total.counts[name] for name in names}
    figures |= {"slowest, seconds": round(total.slowest, 2)}  # type: ignore[dict-item]
    print("\n".join(f"{name}: {figure}" for name, figure in figures.items()))
    if total.saved:
        print("These inputs should not do what they did:", *total.saved, sep="\n", file=sys.stderr)
        return 1
    keep("fuzz", "Fuzzing of the reader", f"{HOW} `make fuzz SEED={asked.seed}`.", dict(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
