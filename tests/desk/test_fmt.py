"""`make fmt` gives the files of the data one style: comments stay, values stay, and a second run changes nothing."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.desk.house import StyleError, formatted, values
from macros.reading.data import Value, read
from macros.reading.style import item, scalar

from ..support.data_copy import DataCopy
from ..support.desk import difference, run, touched
from ..support.project import DATA

STYLED = cache(formatted)
FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yml"))
UGLY = """# head
-   a: '13.1'
    b:
    - x   
    -   y


    c: > 
        one  two
        three
    # about d
    d: this is
       plain
    n: 013
    yes: no
    value: 7
    e:
      f: {a: 'b', c: "d, e"}
      g: |
        literal  
          text

        end
    h: [{p: q}, long,
      list]
- a: "13.2"   
  q: 'it''s'
# the end"""  # noqa: W291
NEAT = """# head
- a: "13.1"
  b:
    - x
    - y

  c: >-
    one two three
  # about d
  d: >-
    this is plain
  n: "013"
  yes: "no"
  value: 7
  e:
    f: {a: b, c: "d, e"}
    g: |
      literal  
        text

      end
  h: [{p: q}, long, list]
- a: "13.2"
  q: it's
# the end
"""  # noqa: W291


@pytest.fixture(autouse=True)
def style_each_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most tests run the command on all files, and spoil one: the style of the others is worked out once."""
    monkeypatch.setattr("macros.desk.fmt.formatted", STYLED)


@pytest.mark.parametrize("file", FILES)
def test_our_files_are_in_the_house_style(file: str) -> None:
    text = (DATA / file).read_text(encoding="utf-8")
    assert STYLED(text) == text


def test_the_house_style() -> None:
    assert formatted(UGLY) == NEAT
    assert formatted(NEAT) == NEAT


def test_line_ends_of_windows_and_a_mark_at_the_start_go() -> None:
    assert formatted("\ufeff- a: b\r\n- c: d\r\n") == "- a: b\n- c: d\n"


def test_a_folded_text_is_folded_anew_only_where_a_line_is_too_long() -> None:
    words = " ".join(["word"] * 30)
    short = "a: >-\n  some words\n  and more\n"
    assert formatted(short) == short
    new = formatted(f"a: >-\n  {words}\n  and more\n")
    assert max(map(len, new.split("\n"))) <= 120
    assert " ".join(new.split()) == f"a: >- {words} and more"


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_spoilt_comes_back_to_the_same_bytes(file: str) -> None:
    text = (DATA / file).read_text(encoding="utf-8")
    spoilt = re.sub(r"\n\n(?=- |  - )", "  \n\n\n\n", text).rstrip("\n") + "\n\n\n"
    assert spoilt != text
    assert formatted(spoilt) == text


def test_the_check_names_the_file_and_the_line_and_writes_nothing(data: DataCopy) -> None:
    data.edit("topics.yml", "  label: Children\n", "  label: 'Children'  \n")
    path = data.folder / "topics.yml"
    before = path.read_bytes()
    line = before.decode().split("\n").index("  label: 'Children'  ") + 1
    complaint = f"data/topics.yml:{line}: this is not the house style; run `make fmt`\n"
    assert run(data, "fmt", "--check") == (1, [""], complaint)
    assert path.read_bytes() == before
    assert run(data, "fmt") == (0, ["data/topics.yml: put into the house style."], "")
    assert touched(data) == []
    assert run(data, "fmt") == (0, ["data: every file is in the house style."], "")


def test_comments_stay(data: DataCopy) -> None:
    data.edit("topics.yml", "  label: Children\n", "  # ours\n  label: 'Children'  # also ours\n")
    assert run(data, "fmt")[0] == 0
    assert difference(data, "topics.yml") == ["-  label: Children", "+  # ours", '+  label: "Children"  # also ours']


def test_a_file_that_cannot_be_read_stops_all(data: DataCopy) -> None:
    data.edit("topics.yml", "  label: Children\n", "  label: 'Children'\n")
    data.edit("periods.yml", "{id: regular,", "{id: *regular,")
    before = (data.folder / "topics.yml").read_bytes()
    status, printed, complaint = run(data, "fmt")
    assert (status, printed) == (1, [""])
    assert complaint.startswith("data/periods.yml:")
    assert complaint.endswith("1 fault(s) in data. Nothing was written.\n")
    assert (data.folder / "topics.yml").read_bytes() == before


def test_a_text_whose_value_would_change_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.desk.house.restyled", lambda text: text.replace("b", "c"))
    with pytest.raises(StyleError, match="the house style would change a value here; write the file more simply"):
        formatted("a: b\n")


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20).map(
    lambda words: " ".join(words.split())
)
WORDS = st.lists(TEXTS.filter(bool), min_size=1, max_size=60).map(" ".join)


@given(WORDS)
def test_any_text_that_the_desk_writes_is_read_back(words: str) -> None:
    assert yaml.safe_load(f"- {scalar(words)}\n") == [words]
    assert yaml.safe_load(f"[{scalar(words, flow=True)}]\n") == [words]
    assert yaml.safe_load("\n".join(item({"a": words, "b": [words]}))) == [{"a": words, "b": [words]}]


@given(
    st.lists(st.fixed_dictionaries({"a": WORDS, "b": st.lists(WORDS, min_size=1, max_size=3)}), min_size=1, max_size=3)
)
def test_any_records_keep_their_values_and_the_style_comes_to_rest(rows: list[dict[str, str | list[str]]]) -> None:
    text = yaml.safe_dump(rows, allow_unicode=True, width=60)
    new = formatted(text)
    assert values(new) == values(text)
    assert formatted(new) == new


def test_what_our_reader_says_stays_the_same(tmp_path: Path) -> None:
    (tmp_path / "ugly.yml").write_text(UGLY.replace("    yes: no\n", ""), encoding="utf-8")
    (tmp_path / "neat.yml").write_text(formatted(UGLY.replace("    yes: no\n", "")), encoding="utf-8")
    ugly, neat = (read(tmp_path / f"{name}.yml", tmp_path).value for name in ("ugly", "neat"))
    assert isinstance(ugly, list)
    assert isinstance(neat, list)
    assert isinstance(ugly[0], dict)
    folded: dict[str, Value] = {"c": "one two three"}  # only white space in folded texts does not count
    assert [ugly[0] | folded, *ugly[1:]] == neat
