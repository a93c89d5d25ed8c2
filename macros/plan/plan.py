"""The plan: its records, and one part for each sort of question that pages ask of them."""

from ..records.load import Tables
from .claims import Claims
from .concordance import Concordance
from .deadlines import Deadlines
from .duties import Duties
from .evidence import Reporting
from .names import Names
from .records import Records
from .statements import Statements
from .table import Table
from .text import Text


class Plan:
    """The records under their numbers, and the parts that join them. A join is made when it is first asked for."""

    def __init__(self, tables: Tables) -> None:
        self.records = records = Records(tables)
        self.table = Table(records)
        self.text = Text(records, self.table)
        self.names = Names(records)
        self.duties = Duties(records)
        self.deadlines = Deadlines(records, self.duties)
        self.concordance = Concordance(records)
        self.statements = Statements(records, self.text)
        self.evidence = Reporting(records, self.concordance, self.statements)
        self.claims = Claims(records, self.duties, self.statements)
