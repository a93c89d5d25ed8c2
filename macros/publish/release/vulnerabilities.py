"""The command behind `make vulnerabilities`: asks PyPI, through pip-audit, which faults of our dependencies are known.

What could not be asked is told, and never taken for safe.
"""

import json
import re
import subprocess
import sys
from typing import Any

LOCK = "locks/bench.txt"
COMMAND = ("pip_audit", "--requirement", LOCK, "--require-hashes", "--disable-pip", "--format", "json")
QUIET = ("--progress-spinner", "off")
UNREACHABLE = re.compile(r"ConnectionError|ProxyError|SSLError|Timeout|ServiceError|may be blocking this service")


def verdict(report: str, complaint: str) -> tuple[str, int]:
    """Returns what to tell, and the exit status: 1 for a known fault, and for a lock that cannot be read.

    `report` is what pip-audit printed, as JSON, or nothing; `complaint` is what it said beside that.
    """
    last = complaint.strip().rpartition("\n")[2]
    if not report and UNREACHABLE.search(last):
        return "The list of known faults cannot be reached from here. Nothing was checked.", 0
    if not report:
        return f"{LOCK}: pip-audit cannot check it: {last}", 1
    asked = json.loads(report)["dependencies"]
    known = [told(package, fault) for package in asked for fault in package.get("vulns", [])]
    checked = sum("vulns" in package for package in asked)
    summary = f"{checked} of {len(asked)} locked packages were checked; {len(known)} known fault(s)."
    if unknown := len(asked) - checked:
        summary += f" The address of PyPI did not know {unknown}: ask from another network."
    return "\n".join([*known, summary]), int(bool(known))


def told(package: dict[str, Any], fault: dict[str, Any]) -> str:
    """Returns one known fault in a line, with what to do."""
    mended = " or ".join(fault["fix_versions"])
    advice = f"mended in {mended}: raise it in pyproject.toml, then `make lock`" if mended else "not mended yet"
    return f"{LOCK}: {package['name']} {package['version']} has the known fault {fault['id']}; {advice}"


def main() -> int:
    """Asks, and prints the answer. Returns the exit status: 0 or 1."""
    command = [sys.executable, "-m", *COMMAND, *QUIET]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    words, status = verdict(result.stdout, result.stderr)
    print(words, file=sys.stderr if status else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
