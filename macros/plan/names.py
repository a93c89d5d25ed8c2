"""Names: where the source prints those of the bodies, and which of them are later than the order."""

from datetime import date
from functools import cached_property

from ..proof.mentions import Mention, find_mentions, official_texts
from ..records.joins import grouped
from ..records.kinds.agency import Agency, DatedName
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
        """The bodies that the source calls by a name later than the order."""
        return [agency for agency in self.records.agencies.values() if self.printed_later(agency)]

    def printed_later(self, agency: Agency) -> list[DatedName]:
        """Returns the names of a body that the source prints although they began after the day of the order."""
        signed = self.records.decree.date_document
        return [name for name in agency.names if name.from_ and name.from_ > signed and name.text in agency.spellings]

    def since(self, agency: Agency) -> list[DatedName]:
        """Returns the names that sources give a body after the one in the plan, the latest first."""
        signed = self.records.decree.date_document
        found = [name for name in agency.names if name.text not in agency.spellings and since(name) > signed]
        return sorted(found, key=since, reverse=True)


def since(name: DatedName) -> date:
    """Returns the first day on which a source knows a name; the first of all days where it only says until when."""
    return name.from_ or name.by or date.min
