"""A pull request says in Markdown what it changes; nothing that a stranger wrote can do anything there."""

import os
import re
from unittest.mock import patch

import pytest
import yaml
from markdown_it import MarkdownIt

from macros.desk.review import MOST, faulty, inert, markdown
from macros.plan.plan import Plan

from ..support.attacks import ATTACK
from ..support.desk import command
from ..support.html import parse
from ..support.project import ROOT
from ..support.repository import Repository
from ..support.told_change import made

SITE = "https://plan.example/"


def review(repository: Repository, *arguments: str) -> tuple[int, str, str]:
    """Returns the exit status of the command, what it prints, and what it complains of."""
    with patch.dict(os.environ, SITE_URL=SITE):
        return command(repository.root, "review", *arguments)


def test_a_small_edit_in_markdown(repository: Repository) -> None:
    before = repository.log.read_bytes()
    repository.edit("topics.yml", "label: Children\n", "label: Children and young people\n")
    repository.edit("situations.yml", "question: A witness is afraid\n", f"question: {'A' * 61}\n")
    (repository.root / "docs").mkdir()
    (repository.root / "docs" / "help.md").write_text("Old.\n")
    repository.git("add", "docs")
    repository.git("commit", "--quiet", "--message", "A page")
    (repository.root / "docs" / "help.md").write_text("New.\n")
    assert review(repository) == (
        0,
        f"""## What this change does

2 changes in `data/`, of records on 2 pages. 1 hand-written page. The plan’s words are proven against its copy.

- `Topic children: label changed from Children to Children and young people` ([page]({SITE}topics/children/))
- `Situation afraid-witness: question changed` ([page]({SITE}situations/#afraid-witness))
  - `Before: A witness is afraid`
  - `After: {"A" * 61}`
- `docs/help.md` changes
""",
        "",
    )
    assert repository.log.read_bytes() == before


def test_no_change_is_said(repository: Repository) -> None:
    told = "## What this change does\n\nNothing changes in `data/`, and no hand-written page.\n"
    assert review(repository) == (0, told, "")


def test_faults_are_told_on_the_page_and_fail_the_check(repository: Repository) -> None:
    repository.edit("topics.yml", "label: Children\n", "lable: Children\n")
    status, told, complaint = review(repository)
    assert (status, complaint.splitlines()[-1]) == (1, "2 fault(s) in data. Nothing was written.")
    assert told.splitlines()[0] == "## This change cannot be published yet"
    assert told.splitlines()[2].startswith("2 messages. Each names the file")
    assert re.search(r"^- `data/topics\.yml:\d+:3: unknown key 'lable'. Did you mean 'label'\?`$", told, re.MULTILINE)


@pytest.mark.parametrize("revision", ["nowhere", "--output=x"])
def test_an_unknown_revision_is_said(repository: Repository, revision: str) -> None:
    line = f"git finds no revision '{revision}' here; name one that `git log` lists\n"
    assert review(repository, f"--since={revision}") == (1, "", line)


HOSTILE = [
    ATTACK,
    "@everyone and a@b.example and #1 and GH-1 and www.evil.invalid",
    "`` ` ``` @everyone <b>",
    "`",
    "```\n\n<script>steal()</script>\n\n# Heading\n- [x] task\n| a | b |\n|---|---|",
    "\u202e\u200b](https://evil.invalid)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_shown(plan: Plan, text: str) -> None:
    line = " ".join(text.split())
    changes = [
        made("topic", "children", "label", line[:50], line[:55]),
        made("topic", line, None, None, line),
        made("activity", "13.2.1", line, line, f"{line} {'x' * 61}"),
        made("agency", f"../../{line}", "name", None, line),
    ]
    told = "\n".join([*markdown(plan, changes, [f"docs/{text}.md"], SITE), *faulty([text, line])])
    page = parse(MarkdownIt("gfm-like", {"linkify": False}).render(told))
    assert {element.tag for element in page.elements} <= {"h2", "p", "ul", "li", "code", "a"}
    assert {link.split("#")[0] for link in page.links} <= {f"{SITE}topics/children/", f"{SITE}activities/13.2.1/"}
    for element in page.all("h2") + page.all("p"):
        assert "@" not in element.text
    outside = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", told)
    assert not re.search(r"[@<>]|evil|steal|everyone", outside)


@pytest.mark.parametrize("text", HOSTILE)
def test_inert_text_is_one_line_of_code(text: str) -> None:
    fence, content = re.fullmatch(r"(`+)(.*?)\1", inert(text)).groups()  # type: ignore[union-attr]
    assert fence not in re.findall("`+", content)
    assert "\n" not in content
    assert not re.search("[\u200b\u202e]", content)


def test_a_long_list_is_cut_and_says_so(plan: Plan) -> None:
    changes = [made("topic", "children", "label", "a" * 5000, str(n)) for n in range(MOST + 7)]
    lines = list(markdown(plan, changes, [], SITE))
    assert lines[-1] == "- and 7 more"
    assert max(map(len, lines)) < 700


def test_pull_requests_are_reviewed() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "review.yml").read_text(encoding="utf-8"))
    assert workflow[True] == {"pull_request": None}  # YAML reads "on" as true
    (run,) = [step["run"] for step in workflow["jobs"]["review"]["steps"] if "run" in step]
    assert run == 'make --silent review SINCE=HEAD^1 >> "$GITHUB_STEP_SUMMARY"'
