"""Whose alternate a seat is, is chosen of the other seats of the same body."""

from app.records.reading import Record
from app.screens.layout import PartSection
from app.words.words import Words
from tests.make import CATALOG
from ui.form.editors.editor import Desk
from ui.form.editors.sibling import SiblingEditor
from ui.form.part_row import PartRow


def test_the_other_seats_are_offered_and_none_is_made(words: Words) -> None:
    part = next(part for part in CATALOG["body"].parts if part.name == "seats")
    seats = [
        Record("seat", "one", "Uruguay · Gloria", {"alternate_of_id": None}, {}),
        Record("seat", "two", "Uruguay · Hugo", {"alternate_of_id": "one"}, {}),
        Record("seat", "three", "Argentina · Ana", {"alternate_of_id": None}, {}),
    ]
    row = PartRow(part, PartSection("", "seats", ("country", "alternate_of_id"), ()), Desk(words, CATALOG), seats[2])
    editor = row.editors["alternate_of_id"]
    assert isinstance(editor, SiblingEditor)
    row.stand_among(lambda: seats)
    assert [(each.value, each.label) for each in editor.offer("")] == [("one", "Uruguay · Gloria")]
    assert [each.value for each in editor.offer("gloria")] == ["one"]
    assert [each.value for each in editor.offer("ana")] == []
    assert editor.creating.isHidden()
    assert editor.say_creating("Ana") == ""
