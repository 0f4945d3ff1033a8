"""The editor of a reference from a row of a part to another row of it, as from an alternate to the titular."""

from collections.abc import Callable, Sequence

from app.records.reading import Record
from app.words.folding import fold
from ui.form.editors.picking import Option
from ui.form.editors.reference import ReferenceEditor

Siblings = Callable[[], Sequence[Record]]


class SiblingEditor(ReferenceEditor):
    """One of the other rows that are saved; none is made here, since a row is added beside it."""

    _siblings: Siblings | None = None

    def stand_among(self, siblings: Siblings) -> None:
        """Offer what `siblings` returns, whenever it is asked."""
        self._siblings = siblings

    def offer(self, text: str) -> Sequence[Option]:
        """Return the other rows that `text` may mean, but for those that stand for another themselves."""
        if self._siblings is None:
            return super().offer(text)
        wanted = "" if text == self._shown else fold(text)
        free = (each for each in self._siblings() if not each.values.get(self.info.name))
        return [Option(each.id, each.title, "") for each in free if wanted in fold(each.title)]

    def say_creating(self, text: str) -> str:
        """Make none here."""
        return ""

    def _on_text(self) -> None:
        super()._on_text()
        self.creating.hide()
