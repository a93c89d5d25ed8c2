"""A record: a mapping in a data file that knows where it stands, and refuses keys that it does not know."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, PrivateAttr

from ..reading.data import Document, Where
from ..reading.faults import Place

NOWHERE = Document("?")  # where a record stands that was not read from a file


class Record(BaseModel):
    """A mapping in a data file. Unknown keys are refused. The words under each key say what to type there."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
    _document: Document = PrivateAttr(default_factory=lambda: NOWHERE)
    _where: Where = PrivateAttr(default=())

    def at(self, *where: str | int) -> Place:
        """Returns where the record stands in its file or, with the keys that lead there, a value in it."""
        return self._document.place((*self._where, *where))

    def parts(self) -> Iterator["Record"]:
        """Yields the record and every record inside it."""
        yield self
        for key in type(self).model_fields:
            value = getattr(self, key)
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, Record):
                    yield from part.parts()

    def stands_at(self, document: Document, where: Where) -> None:
        """Remembers, for this record and those inside it, the place it was read from."""
        self._document, self._where = document, where
        for key in type(self).model_fields:
            value = getattr(self, key)
            for step, part in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(part, Record):
                    part.stands_at(document, (*where, key) if step is None else (*where, key, step))
