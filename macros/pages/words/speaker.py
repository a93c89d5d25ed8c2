"""What all words share: they find records, or say what is wrong, and fill a template with them."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from ...catalogue import named
from ...catalogue.addresses import Addressed
from ...reading.faults import suggestion
from ..marks import Block, mark
from ..render import Rendered, Renderer
from ..sandbox import WordError

T = TypeVar("T")


class Speaker:
    """Speaks on the page whose address `where` gives: its links start from there."""

    def __init__(self, renderer: Renderer, where: Callable[[], str]) -> None:
        self._renderer, self._where, self._plan = renderer, where, renderer.plan

    def _find(self, id_: str, kind: str = "", kinds: Collection[str] = ()) -> Addressed:
        """Returns the record that a page names. Raises WordError."""
        try:
            return named.find(self._plan, id_, kind, kinds)
        except named.UnknownError as error:
            raise WordError(str(error)) from None

    def _one(self, key: str, known: Mapping[str, T], what: str) -> T:
        """Returns what has this key among the `known`. Raises WordError."""
        if key not in known:
            raise WordError(f"no {what} '{key}'.{suggestion(key, known)}")
        return known[key]

    def _all(self, kind: str, ids: str | list[str]) -> list[Addressed]:
        """Returns the records that a page names, one or a list; all of the kind where it names none."""
        asked = [ids] if isinstance(ids, str) else ids
        return [self._find(id_, kind) for id_ in asked if id_] or list(named.by_kind(self._plan)[kind].values())

    def _asked(self, kind: str, ids: str | list[str]) -> dict[str, str]:
        """Returns the ids of the records that a page names, each with its name; none where it names none."""
        if kind == "role":
            roles = self._plan.records.roles
            found = [self._one(id_, roles, kind) for id_ in ([ids] if isinstance(ids, str) else ids) if id_]
            return {role.id: role.label for role in found}
        return {named.key(record): named.name(self._plan, record) for record in self._all(kind, ids)} if ids else {}

    def _made(self, template: str, **context: Any) -> Rendered:
        """Returns what a template of words/ says on this page."""
        return self._renderer.page(f"words/{template}.html", self._where(), **context)

    def _block(self, template: str, **context: Any) -> Block:
        return self._marked(self._made(template, **context))

    def _marked(self, rendered: Rendered) -> Block:
        return Block(mark(rendered.content))
