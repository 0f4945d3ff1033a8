"""A line with a list below it: what is heard of the list, wherever the line stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.hearing import is_in_tree
from ui.form.editors.picking import Option, PickLine
from ui.look.spoken import LOSES_POPUPS


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Let a screen reader be there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_the_list_is_called_as_its_line_and_found_from_what_the_line_stands_in(window: QWidget) -> None:
    line = PickLine(lambda _text: [Option("a", "Rosario"), Option("b", "Rafaela")], last=lambda _text: "Crear…")
    line.setAccessibleName("Ciudad")
    QVBoxLayout(window).addWidget(line)
    line.show()
    line.setFocus()
    line.unfold()
    told = QAccessible.queryAccessibleInterface(line.popup)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Ciudad")
    assert [told.child(at).text(QAccessible.Text.Name) for at in range(3)] == ["Rosario", "Rafaela", "Crear…"]
    assert is_in_tree(line.popup, window) or not LOSES_POPUPS
    line.fold()
    above = QAccessible.queryAccessibleInterface(window)
    assert [above.child(at).object() for at in range(above.childCount())] == [line], (
        "the list is there while it is open"
    )
