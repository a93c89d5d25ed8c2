"""Pages stay light: counted from the built files, no browser is asked. The limits are those of bench/weight.py."""

from pathlib import Path

import pytest

from bench import weight


@pytest.fixture(scope="module")
def weights(built: Path) -> dict[str, weight.Weight]:
    """The longest page of each kind, weighed."""
    return {kind: weight.weigh(built, address) for kind, address in weight.heaviest(built).items()}


def test_each_kind_of_page_is_weighed(weights: dict[str, weight.Weight]) -> None:
    assert [*weights] == [*weight.KINDS, weight.ANY]


def test_no_first_page_is_heavier_than_the_limit(weights: dict[str, weight.Weight]) -> None:
    assert {kind: weights[kind] for kind in weight.KINDS if weights[kind].first > weight.FIRST} == {}
    assert weights[weight.ANY].first <= weight.LONGEST
    assert {kind: found for kind, found in weights.items() if found.requests > weight.REQUESTS} == {}


def test_no_later_page_is_heavier_than_the_limit(weights: dict[str, weight.Weight]) -> None:
    assert {kind: weights[kind] for kind in weight.KINDS if weights[kind].later > weight.LATER} == {}


def test_the_search_is_no_heavier_than_the_limit(built: Path) -> None:
    parts = [built / "search" / "index.json", *(built / "assets" / "vendor").glob("minisearch.*.js")]
    parts += [path for name in ("search", "hits", "find") for path in (built / "assets").glob(f"{name}.*.js")]
    assert len(parts) == 5
    assert sum(map(weight.sent, parts)) <= weight.SEARCH


def test_what_a_page_loads_and_what_it_keeps_is_counted(tmp_path: Path) -> None:
    head = '<link rel="stylesheet" href="{0}a.css"><link rel="icon" href="{0}i.svg"><script src="{0}{1}"></script>'
    (tmp_path / "find").mkdir()
    (tmp_path / "index.html").write_text(head.format("", "a.js") + '<script type="x">{}</script>', encoding="utf-8")
    (tmp_path / "find" / "index.html").write_text(head.format("../", "b.js"), encoding="utf-8")
    for name in ("a.css", "i.svg", "a.js", "b.js"):
        (tmp_path / name).touch()
    assert weight.loaded(tmp_path, "find/") == ["i.svg", "a.css", "b.js"]
    home, find = weight.weigh(tmp_path, ""), weight.weigh(tmp_path, "find/")
    page, empty = weight.sent(tmp_path / "find" / "index.html"), weight.sent(tmp_path / "a.css")
    assert (home.requests, home.later) == (4, weight.sent(tmp_path / "index.html"))
    assert find == weight.Weight(page + 3 * empty, 4, page + empty)
