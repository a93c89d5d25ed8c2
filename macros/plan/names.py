"""Names: where the source prints those of the bodies, and which of them are later than the order."""

from functools import cached_property

from ..proof.mentions import Mention, find_mentions, official_texts
from ..records.joins import grouped
from ..records.kinds.agency import Agency
from .records import Records


class Names:
    """The names of the bodies as the source prints them."""

    def __init__(self, records: Records) -> None:
        self.records = records

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Where the source prints a name of each body, by its id."""
        records = self.records
        texts = official_texts(records.decree, records.sections, records.activities, records.recommendations)
        return find_mentions(texts, records.agencies)

    def printed(self, agency: Agency) -> list[tuple[str, list[Mention]]]:
        """Returns each form in which the source prints the name of a body, with the places."""
        return list(grouped(self.mentions[agency.id], lambda mention: mention.printed).items())

    @cached_property
    def later(self) -> list[Agency]:
        """The bodies that the source calls by a name younger than the order."""
        signed = self.records.decree.date_document
        return [a for a in self.records.agencies.values() if any(n.from_ and n.from_ > signed for n in a.names)]
