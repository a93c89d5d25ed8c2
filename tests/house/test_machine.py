"""A test that needs a program of the machine is skipped where it is missing, but not in CI."""

import pytest

from ..support.machine import MissingError, program, skipped_where_missing

MESSAGE = "no unheard-of on this machine: install the package 'unheard'"


def test_the_first_program_that_is_there_is_taken() -> None:
    assert program("unheard-of", "sh", package="dash").endswith("/sh")


def test_what_is_missing_is_told_with_its_package() -> None:
    with pytest.raises(MissingError) as told:
        program("unheard-of", package="unheard")
    assert str(told.value) == MESSAGE


@pytest.mark.parametrize(("ci", "ended"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_without_the_program_a_test_is_skipped_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, ended: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(ended, match=MESSAGE), skipped_where_missing():
        program("unheard-of", package="unheard")
