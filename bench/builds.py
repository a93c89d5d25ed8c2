"""Times whole builds against other site generators, at 1, 10 and 50 times the data: part of `make bench`.

The commands run in turn, A B C A B C ..., so that what else the machine does hits all of them. What is measured is the
time of the processor, of the program and the system, with all processes that a command starts.
"""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from math import log
from pathlib import Path

from tests.support.machine import program

from . import packages
from .figures import ROOT
from .grow import grow
from .peers import PEERS, write_all

SIZES = {1: 5, 10: 5, 50: 1}  # how many times the data, and how often each command runs
LARGEST = max(SIZES)
LIMITS = {  # by the issue: at most so many times the processor time of the peer
    1: {"zensical": 1.0, "eleventy": 1.0, "hugo": 3.5},
    10: {"zensical": 1.0, "hugo": 2.5},
}
MOST_GROWTH, MOST_MEMORY, MOST_EXPORTS = 1.05, 700, 0.20
ELEVENTY = ("@11ty/eleventy", "cmd.cjs")


@dataclass
class Command:
    """A command, the folder in which it runs, and what it must not find there: what an earlier run left."""

    words: list[str]
    folder: Path
    made: list[str]
    more: dict[str, str] = field(default_factory=dict)  # variables of the environment

    def run(self) -> tuple[float, float]:
        """Returns the seconds of processor time, and the peak of the memory in MB. Raises an error if it fails."""
        for name in self.made:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "http://127.0.0.1:8000/"} | self.more
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody who builds twice sets it
        with subprocess.Popen(  # noqa: S603 - our own commands
            self.words, cwd=self.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            assert process.stderr  # noqa: S101 - it is a pipe
            said = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{' '.join(self.words)}: {said.decode()}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def commands(times: int, work: Path) -> dict[str, Command]:
    """Writes what is built at this size, and returns the command of each generator. At the largest size, only ours."""
    data, site = work / f"data{times}", work / f"site{times}"
    grow(times, data)
    ours = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    found = {"ours": Command(ours, ROOT, [str(site)], {"DATA": str(data)})}
    if times == LARGEST:
        return found
    found["ours"].run()
    peers = work / f"peers{times}"
    write_all(site, peers)
    words = {
        "floor": [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        "zensical": [sys.executable, "-m", "zensical", "build"],
        "hugo": [program("hugo", package="hugo"), "--quiet", "--destination", "site"],
        "eleventy": ["node", str(packages.installed(*ELEVENTY)), "--quiet", "--config=eleventy.config.mjs"],
    }
    return found | {name: Command(words[name], peers / name, ["site", ".cache", "resources"]) for name in PEERS}


def in_turn(commands: dict[str, Command], rounds: int) -> dict[str, dict[str, float]]:
    """Runs each command so many times, in turn. Returns medians: seconds, MB, and our seconds as a part of its own."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(command.run())
    found = {}
    for name, measured in runs.items():
        ratios = [ours[0] / other[0] for ours, other in zip(runs["ours"], measured, strict=True)]
        seconds, memory = (statistics.median(column) for column in zip(*measured, strict=True))
        found[name] = {
            "seconds": round(seconds, 2),
            "MB": round(memory),
            "ours to it": round(statistics.median(ratios), 2),
        }
    return found


def exports(times: int, work: Path) -> float:
    """Returns what the exporters add to a build, as a part of its time without them: the median of five builds."""
    command = [sys.executable, "-m", "bench.exports", str(work / "exports")]
    run: Callable[[], subprocess.CompletedProcess[str]] = partial(
        subprocess.run, command, cwd=ROOT, env=os.environ | {"DATA": str(work / f"data{times}")}, text=True, check=True,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    return round(statistics.median(float(run().stdout.splitlines()[-1]) for _ in range(5)), 2)


def growth(seconds: dict[int, float]) -> float:
    """Returns the power of the data by which the time grows, from the smallest size to the largest."""
    least, most = min(seconds), max(seconds)
    return round(log(seconds[most] / seconds[least]) / log(most / least), 2)


def machine() -> dict[str, str]:
    """Returns what the figures depend on: the machine and the versions."""
    hugo = subprocess.run([program("hugo", package="hugo"), "version"], capture_output=True, text=True, check=True)  # noqa: S603
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)  # noqa: S607
    return {
        "cores": str(os.cpu_count()),
        "machine": platform.machine(),
        "Python": platform.python_version(),
        "MkDocs": version("mkdocs"),
        "Zensical": version("zensical"),
        "Hugo": hugo.stdout.split()[1],
        "Eleventy": packages.version(ELEVENTY[0]),
        "Node.js": node.stdout.strip(),
    }


def broken(found: dict[int, dict[str, dict[str, float]]], power: float, share: dict[int, float]) -> list[str]:
    """Returns a sentence for each limit that does not hold."""
    faults = [
        f"at {times}x ours takes {found[times][name]['ours to it']} of {name}, not {most} or less"
        for times, limits in LIMITS.items()
        for name, most in limits.items()
        if found[times][name]["ours to it"] > most
    ]
    memory = found[LARGEST]["ours"]["MB"]
    faults += [f"the time grows with data^{power}, not data^{MOST_GROWTH} or slower"] * (power > MOST_GROWTH)
    faults += [f"at {LARGEST}x the memory peaks at {memory} MB, not below {MOST_MEMORY}"] * (memory >= MOST_MEMORY)
    faults += [f"at {n}x the exporters add {part:.0%}" for n, part in share.items() if part > MOST_EXPORTS]
    return faults


def main(work: Path) -> list[str]:
    """Measures in the folder `work`, prints the table, keeps it, and returns a sentence for each broken limit."""
    found = {times: in_turn(commands(times, work), rounds) for times, rounds in SIZES.items()}
    power = growth({times: rows["ours"]["seconds"] for times, rows in found.items()})
    share = {times: exports(times, work) for times in LIMITS}
    faults = broken(found, power, share)
    for times, rows in found.items():
        for name, row in rows.items():
            print(f"{times:3}x {name:9}", "  ".join(f"{key} {value:g}" for key, value in row.items()))
    print(f"growth data^{power}", f"exporters add {share}", *faults, sep="\n")
    result = {"machine": machine(), "builds": found, "growth": power, "exporters add": share, "limits broken": faults}
    path = ROOT / "bench" / "results" / "builds.json"
    path.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return faults
