"""YAML is read as text, and what could mislead a reader is refused with one message."""

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.reading.data import Value, read
from macros.reading.faults import DataError, Fault


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "some.yml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def message(folder: Path, content: str | bytes) -> str:
    """Returns what reading `content` as data/some.yml is refused with, without the name of the folder."""
    with pytest.raises(DataError) as caught:
        read(written(folder, content), folder)
    return str(caught.value).replace(f"{folder.name}/", "data/")


@pytest.mark.parametrize(
    "text",
    ["13.10", "no", "yes", "0412", "+99412", "12:30:45", "2014-02-30", "1e3", "0x10", "1_000", ".inf", "true"],
)
def test_a_plain_value_stays_the_text_that_was_typed(tmp_path: Path, text: str) -> None:
    assert read(written(tmp_path, f"key: {text}\n"), tmp_path).value == {"key": text}


def test_every_value_knows_its_line_and_column(tmp_path: Path) -> None:
    document = read(written(tmp_path, "- id: mia\n  list: [a, b]\n"), tmp_path)
    assert [
        (document.place((0, *rest)).line, document.place((0, *rest)).column) for rest in [("id",), ("list", 1)]
    ] == [
        (1, 7),
        (2, 13),
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    assert read(written(tmp_path, "\ufeffa: 1\r\nb: 2\r\n"), tmp_path).value == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "a: 1\na: 2\n",
            "data/some.yml:2:1: the key 'a' already stands on line 1; remove one, or begin a record with '- '",
        ),
        (
            "a: 1\nb:\n  c: 1\n  c: 1\n",
            "data/some.yml:4:3: the key 'c' already stands on line 3; remove one, or begin a record with '- '",
        ),
        (
            "a: &x 1\nb: *x\n",
            "data/some.yml:1:4: anchors are not allowed; remove it, or quote text that starts with '&'\n"
            "data/some.yml:2:4: aliases are not allowed; write the value out, or quote text that starts with '*'",
        ),
        (
            "b: *x\n",
            "data/some.yml:1:4: aliases are not allowed; write the value out, or quote text that starts with '*'",
        ),
        ("<<: {a: 1}\n", "data/some.yml:1:1: merge keys are not allowed; write the values out"),
        ("a: !!int 1\n", "data/some.yml:1:4: tags are not allowed; remove it, or quote text that starts with '!'"),
        (
            "a: !!python/object:os.system x\n",
            "data/some.yml:1:4: tags are not allowed; remove it, or quote text that starts with '!'",
        ),
        ("a: 1\n---\nb: 1\n", "data/some.yml:2:1: one document to a file; remove this '---' line"),
        (
            "a: item #3\n",
            "data/some.yml:1:8: what follows # here is lost; quote the text, or put the comment on a line of its own",
        ),
        (
            "a: b: c\n",
            "data/some.yml:1:5: a ': ' too many; quote text with ': ' in it, or check the indent and the line above",
        ),
        ("a: 'b\n", "data/some.yml:1:4: the quote or bracket that opens here is never closed; close it"),
        (
            "a:\n\tb: 1\n",
            "data/some.yml:2:1: use spaces in place of tabs, and quote text that starts with a symbol",
        ),
        ("? [a]\n: b\n", "data/some.yml:1:3: a key is one plain word"),
        ("a: x\u202ey\n", "data/some.yml:1:5: the invisible character U+202E stands here; delete it"),
        ("a: x\u200by\n", "data/some.yml:1:5: the invisible character U+200B stands here; delete it"),
        ("a: x\x07y\n", "data/some.yml:1:5: the invisible character U+0007 stands here; delete it"),
        ('a: "x\\u202Ey"\n', "data/some.yml:1:4: the escape of the invisible character U+202E stands here; delete it"),
        ('a: "\\0"\n', "data/some.yml:1:4: the escape of the invisible character U+0000 stands here; delete it"),
        ("a: ä\n".encode("latin-1"), "data/some.yml:1:4: this byte is not UTF-8; save the file as UTF-8"),
        ("a: 1\n".encode("utf-16"), "data/some.yml:1:1: this byte is not UTF-8; save the file as UTF-8"),
        ("[" * 200_000, "data/some.yml:1:13: this is nested more than 12 levels deep; make it flatter"),
        ("a: " + "x" * 4_100_000, "data/some.yml:1:1: this file is larger than 4 MB; shorten it"),
    ],
)
def test_what_could_mislead_is_refused(tmp_path: Path, content: str | bytes, expected: str) -> None:
    assert message(tmp_path, content) == expected


def test_every_invisible_character_is_told_at_once(tmp_path: Path) -> None:
    assert message(tmp_path, "a: x\u202ey\nb: z\u2066\n").count("invisible") == 2


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a: 1\n")
    (tmp_path / "some.yml").symlink_to(tmp_path / "secret")
    with pytest.raises(DataError, match="this is a symbolic link; put the file itself here"):
        read(tmp_path / "some.yml", tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"some\.yml:1:1: this file is missing; restore it, or create it"):
        read(tmp_path / "some.yml", tmp_path)


YAML_LIKE = st.text(alphabet=string.printable + "äß“”Ж\u202e\x00\ufeff", max_size=200) | st.lists(
    st.sampled_from(
        ["- ", "a: ", "  ", "\n", "[", "]", "{", "}", '"', "'", "#", "&x ", "*x", "!t ", "|\n", ">-\n", "---\n"]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=YAML_LIKE | st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_never_crash(tmp_path: Path, content: str | bytes) -> None:
    faults: tuple[Fault, ...] = ()
    value: Value = None
    try:
        value = read(written(tmp_path, content), tmp_path).value
    except DataError as error:
        faults = error.faults
        assert faults
    assert isinstance(value, str | list | dict | None)
    assert all(fault.place.line > 0 and fault.place.column > 0 and fault.message for fault in faults)
