"""The items of the agenda that a resolution can refer to are those of its meeting."""

from collections.abc import Callable, Mapping

from app.records.reading import Record
from tests.ui.form.references import Cities
from ui.form.editors.editor import NOTHING_KNOWN
from ui.meetings.items import ItemsOfMeeting


class Making(Cities):
    """Makes records of any kind."""

    def create(
        self, entity: str, text: str, done: Callable[[str], None], values: Mapping[str, object] = NOTHING_KNOWN
    ) -> None:
        self.created.append(f"{entity}: {text}")
        self.begun = values
        done("1")


def test_an_item_that_is_made_on_the_way_is_one_of_the_meeting() -> None:
    making = Making()
    items = ItemsOfMeeting(making)
    items.meeting = Record("meeting", "m1", "Primera")
    items.create("agenda_item", "Presupuesto", lambda _key: None)
    assert (making.created, making.begun) == (["agenda_item: Presupuesto"], {"meeting_id": "m1"})
    items.create("person", "Ana", lambda _key: None)
    assert making.begun == {}
