"""The benches tell each limit that is broken, and what is compared is the same pages."""

from pathlib import Path

import pytest

from bench import builds, peers

from ..support.html import Document

KEPT = {"seconds": 1.0, "MB": 100.0, "ours to it": 0.9}


def rows(**changed: float) -> dict[int, dict[str, dict[str, float]]]:
    """Returns figures that keep every limit, with others for some peers at 1x and for ours at 50x."""
    names = ["ours", *peers.PEERS]
    found = {times: {name: dict(KEPT) for name in names} for times in builds.SIZES}
    for name, value in changed.items():
        if name == "memory":
            found[builds.LARGEST]["ours"]["MB"] = value
        else:
            found[1][name]["ours to it"] = value
    return found


def test_figures_within_the_limits_break_none() -> None:
    assert builds.broken(rows(), 1.0, {1: 0.2, 10: 0.1}) == []


def test_each_broken_limit_is_told() -> None:
    assert builds.broken(rows(hugo=4.5, memory=700), 1.2, {1: 0.21, 10: 0.1}) == [
        "at 1x ours takes 4.5 of hugo, not 3.5 or less",
        "the time grows with data^1.2, not data^1.05 or slower",
        "at 50x the memory peaks at 700 MB, not below 700",
        "at 1x the exporters add 21%",
    ]


@pytest.mark.parametrize(("seconds", "power"), [({1: 2.0, 50: 100.0}, 1.0), ({1: 2.0, 10: 2.0}, 0.0)])
def test_growth_is_the_power_of_the_data(seconds: dict[int, float], power: float) -> None:
    assert builds.growth(seconds) == power


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    command = builds.Command(["python3", "-c", "import sys; sys.exit('no such plan')"], tmp_path, [])
    with pytest.raises(RuntimeError, match=r"import sys; .*: no such plan"):
        command.run()


def test_a_peer_gets_the_words_and_links_of_a_page(built: Path, pages: dict[str, Document], tmp_path: Path) -> None:
    address = "sections/4/"
    assert peers.write(built, tmp_path, built / address / "index.html")
    links = [link for link in pages[address].links if link.startswith("../../activities/13.")]
    target = links[0].removeprefix("../../")
    for peer, place in peers.PEERS.items():
        start, name = place.split("/")
        text = (tmp_path / peer / start / address / name).read_text(encoding="utf-8")
        assert [heading.text for heading in pages[address].all("h2") if heading.text not in text] == []
        assert (f"(../../{target}index.md)" if start == "docs" else f"(/{target})") in text
