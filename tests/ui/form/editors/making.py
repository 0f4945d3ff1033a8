"""Makes an editor of a kind in a window of the tests."""

from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.records.catalog import FieldInfo
from app.words.fields import Choice, Field, Kind
from ui.form.editors.editor import Desk, Editor
from ui.form.editors.make import make_editor
from ui.form.editors.typed import TypedEditor

E = TypeVar("E", bound=Editor)


class State(Choice):
    """A choice of the tests."""

    MEMBER = "member", "Miembro"
    APPLICANT = "applicant", "Postulante"


def make(kind: Kind, desk: Desk, window: QWidget) -> Editor:
    """Make the editor of a kind."""
    info = FieldInfo("x", Field("Dato", kind, choices=State), "municipality")
    editor = make_editor(info, desk, window)
    editor.resize(500, 120)
    editor.show()
    return editor


def make_as(expected: type[E], kind: Kind, desk: Desk, window: QWidget) -> E:
    """Make the editor of a kind, of the class that is expected."""
    editor = make(kind, desk, window)
    assert isinstance(editor, expected)
    return editor


def type_in(editor: TypedEditor, text: str) -> None:
    """Type over what an editor holds, and leave it."""
    editor.line.setFocus()
    editor.line.selectAll()
    QTest.keyClicks(editor.line, text)
    editor.settle()
