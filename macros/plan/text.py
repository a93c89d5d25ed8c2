"""The text: where the copies of the sources print what was typed."""

from functools import cached_property

from ..proof.alignment import FOLDER, Alignment, Lines, align, pieces
from ..proof.quotes import Copy
from ..reading.files import open_text
from ..records.kinds.source import Source
from ..records.record import Record
from .records import Records
from .table import Table


class Text:
    """The copies of the sources, and the lines of them that print a value."""

    def __init__(self, records: Records, table: Table) -> None:
        self.records, self.table = records, table

    @cached_property
    def alignment(self) -> Alignment:
        """The order and the plan, put together again from the records and held against the source."""
        records = self.records
        typed = pieces(records.decree, records.sections, self.table.by_group, records.recommendations)
        return align(list(typed), records.folder, records.source)

    def lines(self, record: Record, key: str = "text") -> Lines:
        """Returns the lines of the source copy that print the value of `key`."""
        return self.alignment.lines[record.at(key)]

    def copy_lines(self, source: Source) -> list[str]:
        """Returns the lines of the copy of a source, in order; the first is line 1."""
        folder = self.records.folder
        return open_text(folder / FOLDER / str(source.file), folder).split("\n")

    @cached_property
    def copies(self) -> dict[str, Copy]:
        """The copy of each source that has one, by the id of the source."""
        sources = self.records.sources.items()
        return {id_: Copy("\n".join(self.copy_lines(source))) for id_, source in sources if source.file}
