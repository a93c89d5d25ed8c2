"""Whatever stands in a data file, it is taken, or refused with messages that have a place: nothing else happens."""

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz import Bench, whole
from macros.reading.data import Value, read
from macros.reading.faults import DataError, Fault, Place
from macros.records.folder import LISTS, SINGLE, YEARS

from ..support.mutants import mutant, originals
from ..support.poison import fields
from ..support.project import DATA

KEYS = sorted({key for model in (LISTS | SINGLE | YEARS).values() for key in fields(model)})
TEXTS = st.text(max_size=20) | st.sampled_from(["13.1.1", "mia", "2014", "yes", "order-667", ""])
STRUCTURES = st.recursive(
    TEXTS | st.none() | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"))


@settings(max_examples=300)
@given(seed=st.integers(0, 2**64))
def test_a_spoilt_file_is_taken_or_refused_with_places(bench: Bench, seed: int) -> None:
    name, content = mutant(Random(seed), DATA)  # noqa: S311 - the same number gives the same file
    faults = bench.faults_alone(name, content) or bench.faults_joined(name, content)
    assert all(fault.place.line > 0 and fault.message for fault in faults)


@settings(max_examples=300)
@given(name=st.sampled_from([name for name, _ in originals(DATA)]), value=STRUCTURES)
def test_any_structure_is_taken_or_refused_with_places(bench: Bench, name: str, value: object) -> None:
    faults = bench.faults_alone(name, yaml.safe_dump(value, allow_unicode=True).encode("utf-8", "replace"))
    assert all(fault.place.line > 0 and fault.message for fault in faults)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_any_text_is_read_as_it_is_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "some.yml"
    path.write_text(yaml.safe_dump({"key": text}, default_style='"', allow_unicode=True), encoding="utf-8")
    faults: list[Fault] = []
    value: Value = {"key": text}
    try:
        value = read(path, tmp_path).value
    except DataError as error:
        faults = whole(error.faults)
    assert value == {"key": text}
    assert all("invisible character" in fault.message for fault in faults)


def test_the_same_seed_spoils_the_same_file_in_the_same_way() -> None:
    found = [mutant(Random(f"1 {n}"), DATA) for n in range(100)]  # noqa: S311
    assert found == [mutant(Random(f"1 {n}"), DATA) for n in range(100)]  # noqa: S311
    assert len(set(found)) == len(found)


def test_a_file_of_our_own_is_taken(bench: Bench) -> None:
    for name, text in originals(DATA):
        assert bench.faults_alone(name, text.encode()) == []
        assert bench.faults_joined(name, text.encode()) == []


@pytest.mark.parametrize(
    "fault",
    [
        Fault(Place("", 1, 1), "write it"),
        Fault(Place("data/some.yml", 0, 1), "write it"),
        Fault(Place("data/some.yml", 1, 0), "write it"),
        Fault(Place("data/some.yml", 1, 1), " "),
        Fault(Place("data/some.yml", 1, 1), "write\nit"),
    ],
)
def test_a_fault_without_a_place_or_a_message_of_one_line_would_be_seen(fault: Fault) -> None:
    with pytest.raises(ValueError, match="a fault without its place or its message"):
        whole([fault])
