"""Writes a project whose data is poisoned: the source copies follow, so that every rule of the data is kept."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.plan.plan import Plan
from macros.proof import alignment as proof
from macros.records.folder import LISTS, OPTIONAL, SINGLE, YEARS
from macros.records.kinds.source import Source
from macros.records.load import tables
from macros.records.values import one_line
from macros.rules.wording import SAME, shared_words

from .attacks import CORPUS
from .poison import Poison
from .project import DATA, ROOT

MODELS = LISTS | SINGLE | YEARS | {name: OPTIONAL[name] for name in ("glossary", "related", "search")}
REDIRECT = [{"from": "old/page/", "to": "help/"}]


def poisoned(root: Path, *, tame: bool = False) -> list[str]:
    """Writes a project into `root`, and returns the attacks of each value; `tame` writes harmless letters for them."""
    shutil.copytree(DATA, root / "data")
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    folder = root / "data"
    data = {name: [row for path in files(folder, name) for row in rows(path)] for name in MODELS}
    first = data["activities"][0]
    first["as_printed"]["number"] = f"{first['number']}."  # the only text that no record of ours has
    data["glossary"] = [
        {**term, "printed": term.get("printed", ["Note"])[:1]} for term in data["glossary"][:6] if "see" not in term
    ]
    poison = Poison(data, tame)
    written = records(poison, data)
    written["vocabulary"][0]["connectors"] += [f"{''.join(text.split())}…" for text in CORPUS]  # none is printed
    (report,) = written["reports"]
    words = [term["term"] for term in written["glossary"]]  # each must be read somewhere
    odd = " ".join([*(erratum["quote"] for erratum in report["errata"]), *words])
    report["facts"].append({"id": "odd", "label": "Odd places", "quote": odd, "category": "setting"})
    quoted = [record["quote"] for name in ("errata", "contacts") for record in written[name]]
    quoted += [printed for term in written["glossary"] for printed in term.get("printed", [])]
    written["sources"][0]["footer"] += " " + " ".join(quoted)
    share_words(written, parted(records(Poison(data, tame=False), data)))
    for name, found in written.items():
        for path in files(folder, name):
            path.write_text(as_yaml(found if name in LISTS | OPTIONAL else found[0]), encoding="utf-8")
    (folder / "redirects.yml").write_text(as_yaml(REDIRECT), encoding="utf-8")
    print_anew(folder)
    return poison.bundles


def files(folder: Path, name: str) -> list[Path]:
    """Returns the files of a kind of record."""
    return [folder / f"{name}.yml"] if name not in YEARS else sorted((folder / name).glob("*.yml"))


def rows(path: Path) -> list[Any]:
    """Returns the records that a file of our own data holds, as text."""
    value = yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but text
    return value if isinstance(value, list) else [value]


def as_yaml(value: Any) -> str:
    """Returns a value as YAML. Every text is on one line, so that the lines are those of the tame plan."""
    text: str = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"', width=10**6)
    return text


def records(poison: Poison, data: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Returns the poisoned records of each kind."""
    return {name: [poison.record(row, MODELS[name]) for row in data[name]] for name in MODELS}


def share_words(written: dict[str, list[Any]], apart: set[tuple[str, str]]) -> None:
    """Adds the words of each activity that repeats a paragraph to that paragraph: the attacks would part them.

    Links of `apart`, which not even that would hold together, become links to the same measure in other words.
    """
    paragraphs = {p["number"]: p for section in written["sections"] for p in section.get("paragraphs", [])}
    for activity in written["activities"]:
        for provision in activity.get("provisions", []):
            if (activity["number"], provision["paragraph"]) in apart:
                provision["how"] = "close"
            elif provision["how"] == "verbatim":
                paragraphs[provision["paragraph"]]["text"] += f" {activity['text']}"


def parted(written: dict[str, list[Any]]) -> set[tuple[str, str]]:
    """Returns the activities and paragraphs that share no words: a quote of an attack begins a name in quotes.

    It is asked of the attacks alone, so that the harmless plan has the same links.
    """
    share_words(written, set())
    paragraphs = {p["number"]: p["text"] for section in written["sections"] for p in section.get("paragraphs", [])}
    links = [(a, p) for a in written["activities"] for p in a.get("provisions", []) if p["how"] == "verbatim"]
    return {
        (a["number"], p["paragraph"]) for a, p in links if shared_words(a["text"], paragraphs[p["paragraph"]]) < SAME
    }


def print_anew(folder: Path) -> None:
    """Writes the source copies that the poisoned records are proven against, with their sums."""
    for report in print_plan(folder).records.reports.values():
        text = "\n".join(fact.quote for fact in report.all_facts)
        write_copy(folder, report.source, text, folder / "reports" / f"{report.year}.yml")


def print_plan(folder: Path) -> Plan:
    """Writes the copy of the source that the plan is proven against, with its sum. Returns the plan."""
    found = tables(folder)
    assert not found.faults, found.faults
    plan = Plan(found)
    pieces = proof.pieces(plan.records.decree, plan.records.sections, plan.table.by_group, plan.records.recommendations)
    text = "\n".join(" ".join(piece.words) for piece in pieces) + f"\n{one_line(plan.records.source.footer or '')}\n"
    write_copy(folder, plan.records.source, text, folder / "sources.yml")
    return plan


def write_copy(folder: Path, source: Source, text: str, file: Path) -> None:
    """Writes the copy of a source, and its new sum into the file that holds its record."""
    (folder / "sources" / str(source.file)).write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    file.write_text(file.read_text(encoding="utf-8").replace(str(source.sha256), digest), encoding="utf-8")
