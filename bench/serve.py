"""Asks nginx, as `make deploy` sets it up, for pages at 200 connections for 30 seconds: `make bench-serve`.

The load comes from wrk, on the same machine.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.figures import keep
from macros.publish.built import SITE, built_files
from macros.publish.copies import BEST
from macros.reading.faults import RefusalError
from tests.support.machine import MissingError, program
from tests.support.servers import Server, SilentError, serving

SCRIPT = Path(__file__).with_suffix(".lua")
CONNECTIONS, THREADS, SECONDS = 200, 2, 30
READ = (".html", ".css", ".js")  # what browsers of readers ask for


@dataclass(frozen=True)
class Measured:
    """What wrk counted. Failed requests had no whole answer; refused ones had a status above 399."""

    requests: int
    microseconds: int
    bytes: int
    failed: int
    refused: int
    p99: int  # microseconds

    @property
    def errors(self) -> int:
        return self.failed + self.refused

    @property
    def per_second(self) -> int:
        return round(self.requests / self.microseconds * 1_000_000)


def measure(server: Server, site: Path, seconds: int) -> Measured:
    """Asks the server for every page, style and script of the site in turn, for so many seconds."""
    addresses = [f"/{file.path.removesuffix('index.html')}\n" for file in built_files(site) if file.path.endswith(READ)]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as asked:
        asked.writelines(addresses)
        asked.flush()
        wrk = [program("wrk", package="wrk"), f"--threads={THREADS}", f"--connections={CONNECTIONS}"]
        wrk += [f"--duration={seconds}s", "--latency", f"--script={SCRIPT}", server.address, "--", asked.name]
        result = subprocess.run(wrk, capture_output=True, text=True, check=True)  # noqa: S603 - our own arguments
    return Measured(**json.loads(result.stdout.splitlines()[-1]))


def main() -> int:
    """Measures, prints and keeps the figures. Returns the exit status: 1 if there was an error, or else 0."""
    load = os.getloadavg()[0]
    try:
        with serving("nginx", SITE, BEST) as server:
            found = measure(server, SITE, SECONDS)
    except (MissingError, RefusalError, SilentError) as error:
        print(error, file=sys.stderr)
        return 1
    keep(
        "serving",
        "Serving many readers at once",
        f"wrk asked nginx, with the settings of `make deploy`, for every page, style and script in turn: {SECONDS} s, "
        f"{CONNECTIONS} connections. Both ran on one machine with {os.cpu_count()} cores.",
        {
            "requests": found.requests,
            "requests in a second": found.per_second,
            "megabytes in a second": round(found.bytes / found.microseconds, 1),
            "errors": found.errors,
            "milliseconds within which 99 of 100 were answered": round(found.p99 / 1000, 1),
            "programs waiting for a core when it began": round(load, 1),
        },
    )
    print(f"{found.requests} requests, {found.per_second} in a second, {found.errors} error(s).")
    return 1 if found.errors else 0


if __name__ == "__main__":
    sys.exit(main())
