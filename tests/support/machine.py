"""The programs of this machine that tests and benches start."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

# The first of these is Chromium without its windows: half of the work. Not every system has it.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ALSO = "/usr/sbin"  # where Debian keeps servers; not everybody's PATH has it


class MissingError(Exception):
    """A program that is not on this machine, and the package that has it."""


def program(*names: str, package: str) -> str:
    """Returns the path of the first of these programs. Raises MissingError where there is none."""
    path = os.pathsep.join([os.environ.get("PATH", ""), ALSO])
    for name in names:
        if found := shutil.which(name, path=path):
            return found
    raise MissingError(f"no {names[0]} on this machine: install the package '{package}'")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Gives the Chromium of this machine, started anew. Raises MissingError where there is none."""
    path = program(*BROWSERS, package="chromium")
    with sync_playwright() as playwright:
        # What Chromium asks its maker about forms is no request of the page, and would hide one.
        quiet = "--disable-features=AutofillServerCommunication"
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", quiet])
        yield browser
        browser.close()


@contextmanager
def skipped_where_missing() -> Iterator[None]:
    """Skips the test where a program is missing. In CI it fails."""
    try:
        yield
    except MissingError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))
