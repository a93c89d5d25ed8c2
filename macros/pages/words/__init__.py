"""The words that a page may call: each says something of the plan, in the templates of the pages of the records.

`define_env` registers them, and the page /contribute/macros/ is made from what is written under each of them. In an
example {activity} stands for the number of an activity of the plan at hand, and so on: it is true of any plan.
"""

from collections.abc import Callable

from markupsafe import Markup

from ...reading.faults import DataError
from ...reading.files import open_text
from ..marks import Block, mark
from ..render import Renderer
from ..sandbox import WordError, Words
from .blocks import Blocks
from .explained import Word, explained
from .recipes import page_of
from .sentences import Sentences

RECIPES = "contribute.md"  # in the data: its examples are from there


class Vocabulary(Sentences, Blocks):
    """All words of the hand-written pages. Each raises WordError for what is not there."""

    def recipes(self) -> Markup:
        """The recipes for people who change the data, from contribute.md among the data.

        Gives Markdown: the file is a text like those in docs/, and holds no value of the data.
        """
        folder = self._plan.records.folder
        try:
            text = open_text(folder / RECIPES, folder)
        except DataError as error:
            raise WordError(str(error)) from None
        return Markup(page_of(text, self._fold))  # noqa: S704 - it is a page, only kept with the data

    def _fold(self, id: str, heading: str) -> tuple[str, str]:
        hole = "…"
        before, _, after = self._made("fold", id=id, heading=heading, text=hole).content.rpartition(hole)
        return mark(before), mark(after)

    def words(self) -> Block:
        """This list: what each word says, what it takes and gives, with an example.

        Gives a block.
        """
        return self._block("words", words=self._explained())

    def _explained(self) -> list[Word]:
        return explained(self._plan, vocabulary(self._renderer, self._where))


def vocabulary(renderer: Renderer, where: Callable[[], str]) -> Words:
    """Returns the words that hand-written pages may call, by name; `where` gives the address of the page at hand."""
    spoken = Vocabulary(renderer, where)
    named = (name for part in (*Vocabulary.__mro__[1:-2], Vocabulary) for name in vars(part))
    return {name: getattr(spoken, name) for name in named if not name.startswith("_")}


def of_records(renderer: Renderer, where: Callable[[], str]) -> Words:
    """Returns the one word of the pages that nobody writes: each is the page of a record."""

    def page() -> Block:
        """Returns the page of the record that has this address, whole. Raises BrokenTemplateError."""
        return Block(mark(renderer.leaf(renderer.leaves[where()]).content))

    return {"page": page}
