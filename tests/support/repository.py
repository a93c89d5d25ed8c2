"""A git repository with our data, whose changes are told and written."""

import shutil
import subprocess
from pathlib import Path

from .desk import command
from .project import DATA


class Repository:
    """A git repository with our data in it."""

    def __init__(self, root: Path) -> None:
        self.root, self.log = root, root / "data" / "changes.yml"
        shutil.copytree(DATA, root / "data")
        self.git("init", "--quiet")
        self.commit()

    def git(self, *arguments: str) -> None:
        names = ["-c", "user.name=A", "-c", "user.email=a@plan.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *names, *arguments], cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "data")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A step")

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / "data" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def changes(self, *arguments: str) -> tuple[int, str, str]:
        """Returns the exit status of the command, what it prints, and what it complains of."""
        return command(self.root, "changes", *arguments)
