"""What GitHub runs for a stranger's pull request can read the code, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ..support.project import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
PUBLISHES = ("publish", "deploy", {"pages": "write", "id-token": "write"})  # the only job that may write, to Pages
GOOD = """
name: test
on:
  pull_request:
permissions:
  contents: read
jobs:
  test:
    steps:
      - uses: actions/checkout@v4
        with: {persist-credentials: false}
      - run: make test
"""


def dangers(text: str) -> Iterator[str]:
    """Yields what a workflow could do to us if a stranger wrote the pull request that it runs for."""
    workflow = yaml.safe_load(text)
    events = workflow[True]  # YAML reads "on" as true
    for event in ("pull_request_target", "workflow_run", "issue_comment"):
        if event in events:
            yield f"{event} runs with our rights"
    if workflow.get("permissions") != {"contents": "read"}:
        yield "it may do more than read"
    if "secrets" in str(workflow):
        yield "it names a secret"
    for name, job in workflow["jobs"].items():
        if "permissions" in job and (workflow["name"], name, job["permissions"]) != PUBLISHES:
            yield f"{name} may do more than read"
        for step in job["steps"]:
            if "${{" in step.get("run", ""):
                yield f"a command of {name} holds a value from outside"
            if (
                "actions/checkout@" in step.get("uses", "")
                and step.get("with", {}).get("persist-credentials") is not False
            ):
                yield f"{name} keeps credentials for the commands that follow"


@pytest.mark.parametrize("path", WORKFLOWS, ids=[path.name for path in WORKFLOWS])
def test_a_workflow_can_only_read(path: Path) -> None:
    assert list(dangers(path.read_text(encoding="utf-8"))) == []


def test_what_may_write_runs_only_for_what_was_merged() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8"))
    assert workflow[True] == {"push": {"branches": ["main"]}}


@pytest.mark.parametrize(
    ("old", "new", "danger"),
    [
        ("pull_request:", "pull_request_target:", "pull_request_target runs with our rights"),
        ("contents: read", "contents: write", "it may do more than read"),
        ("permissions:\n  contents: read\n", "", "it may do more than read"),
        ("make test", "TOKEN=${{ secrets.TOKEN }} make", "it names a secret"),
        ("make test", "echo ${{ github.event.pull_request.title }}", "a command of test holds a value from outside"),
        ("    steps:", "    permissions: {issues: write}\n    steps:", "test may do more than read"),
        ("        with: {persist-credentials: false}\n", "", "test keeps credentials for the commands that follow"),
    ],
)
def test_a_workflow_that_could_do_more_is_noticed(old: str, new: str, danger: str) -> None:
    assert list(dangers(GOOD)) == []
    assert old in GOOD
    assert danger in list(dangers(GOOD.replace(old, new)))
