"""The command behind `make schema`: writes the schemas for editors into schemas/."""

import argparse
from pathlib import Path

from ..records.load import tables
from .editor import schemas

DATA = Path("data")
SCHEMAS = Path("schemas")


def schema(arguments: list[str]) -> str:
    """Writes the schemas that are not as they should be, removes those of no file, and returns what was done.

    Raises DataError, before anything is written, for faults in the data files.
    """
    parser = argparse.ArgumentParser("python -m macros schema", description="Writes the schemas for editors.")
    parser.parse_args(arguments)
    made = dict(schemas(tables(DATA)))
    SCHEMAS.mkdir(exist_ok=True)
    old = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")}
    for name in old.keys() - made.keys():
        (SCHEMAS / name).unlink()
    changed = [name for name, text in made.items() if old.get(name) != text]
    for name in changed:
        (SCHEMAS / name).write_text(made[name], encoding="utf-8")
    return f"{SCHEMAS}: {len(made)} schemas, {len(changed)} of them new or changed."
