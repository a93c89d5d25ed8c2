"""A form: the answers to the questions on one record, by the key of each."""

from collections.abc import Iterable

from ...reading.data import Value
from ...records.record import Record
from .ask import Check, ask, ask_many, ask_yes
from .known import Known, by_model, not_one_of, one_of


class Form:
    """Asks for the fields of a record of one model, and keeps what was answered under their keys."""

    def __init__(self, known: Known, model: type[Record]) -> None:
        self.known = known
        self.model = model
        self.given: dict[str, Value] = {}

    def text(
        self,
        key: str,
        question: str,
        proposal: str = "",
        optional: bool = False,
        check: Check[str] | None = None,
    ) -> str:
        """Asks for one value that the model takes, and that passes `check` where there is one. Returns it, or ""."""
        by_field = by_model(self.model, key)

        def both(answer: str) -> str:
            return check(by_field(answer)) if check else by_field(answer)

        answer = ask(question, both, proposal, optional)
        if answer is not None:
            self.given[key] = answer
        return answer or ""

    def key(self, key: str, question: str, taken: Iterable[str], proposal: str = "") -> str:
        """Asks for the id or number of the record, which no other has. Returns it."""
        return self.text(key, question, proposal, check=not_one_of(taken, lambda answer: answer))

    def choice(self, key: str, question: str, kind: str, proposal: str = "", optional: bool = False) -> str:
        """Asks for the key of a record that there is. Returns it, or ""."""
        return self.text(key, question, proposal, optional, one_of(kind, self.known.keys.get(kind, [])))

    def choices(self, key: str, question: str, kind: str, proposal: str = "", optional: bool = False) -> list[str]:
        """Asks for the keys of records that there are, with commas between them. Returns them."""
        check = one_of(kind, self.known.keys.get(kind, []))
        return self.keep(key, ask_many(question, check, ",", proposal, optional))

    def texts(self, key: str, question: str, sign: str, proposal: str = "", optional: bool = False) -> list[str]:
        """Asks for several values with signs between them. Returns them."""
        return self.keep(key, ask_many(question, by_model(self.model, key), sign, proposal, optional))

    def yes(self, key: str, question: str) -> bool:
        """Asks whether something is so, and keeps only a yes. Returns it."""
        if answer := ask_yes(question):
            self.given[key] = "yes"
        return answer

    def keep(self, key: str, answers: list[str]) -> list[str]:
        if answers:
            self.given[key] = list(answers)
        return answers
