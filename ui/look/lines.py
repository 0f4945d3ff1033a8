"""The small buttons that Qt draws inside a line: named, so that they are heard."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.words.words import Words
from ui.look.icons import icon
from ui.look.plain import set_tip


def let_clear(line: QLineEdit, words: Words, *, clears: bool = True) -> None:
    """Show the cross that empties `line` once there is something in it, or with `clears` False take it away."""
    line.setClearButtonEnabled(clears)
    _name_new(line, words("Borrar el texto"))


def let_search(line: QLineEdit, words: Words) -> None:
    """Show the magnifier at the beginning of `line`, and the cross that empties it."""
    looking = line.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
    looking.triggered.connect(lambda _checked=False: line.setFocus())
    _name_new(line, words("Escribir qué se busca"))
    let_clear(line, words)


def _name_new(line: QLineEdit, text: str) -> None:
    """Call the button that came last `text`: Qt gives it neither name nor tip."""
    for button in line.findChildren(QAbstractButton):
        if not button.accessibleName():
            button.setAccessibleName(text)
            set_tip(button, text)
