"""References of a resolution: of the agenda only the items of its own meeting are offered."""

from collections.abc import Callable, Mapping, Sequence

from app.records.reading import Hit, Record
from app.words.folding import fold
from ui.form.editors.editor import NOTHING_KNOWN, References


class ItemsOfMeeting:
    """Looks for everything where the window does, but for the items of the agenda."""

    def __init__(self, others: References) -> None:
        """Ask `others` for what is no item."""
        self.meeting: Record | None = None
        self._others = others

    def choose(self, entity: str, text: str) -> Sequence[Hit]:
        """Return the records of `entity` that `text` may mean."""
        if entity != "agenda_item":
            return self._others.choose(entity, text)
        items = self.meeting.parts.get("agenda_items", ()) if self.meeting else ()
        wanted = fold(text)
        return [Hit(entity, item.id, item.title) for item in items if wanted in fold(item.title)]

    def search(self, text: str) -> Sequence[Hit]:
        """Return the records of any kind that have the words of `text`."""
        return self._others.search(text)

    def titles(self, entity: str, ids: Sequence[str]) -> Mapping[str, str]:
        """Return what each record is called."""
        return self._others.titles(entity, ids)

    def open(self, entity: str, id: str) -> None:
        """Show the record in its room."""
        self._others.open(entity, id)

    def create(
        self, entity: str, text: str, done: Callable[[str], None], values: Mapping[str, object] = NOTHING_KNOWN
    ) -> None:
        """Let the person make a record; an item of the agenda is one of the meeting."""
        if entity == "agenda_item" and self.meeting is not None:
            values = {**values, "meeting_id": self.meeting.id}
        self._others.create(entity, text, done, values)
