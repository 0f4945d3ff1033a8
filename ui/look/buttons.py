"""Buttons that are made in one line: with words, or with an icon and a name."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QToolButton

from ui.look.icons import icon
from ui.look.theme import Role, dress


def text_button(text: str, icon_name: str, press: Callable[[], object], role: Role = Role.BODY) -> QPushButton:
    """Make a button with words, already in the person's language; `icon_name` may be empty."""
    button = QPushButton(text)
    if icon_name:
        button.setIcon(icon(icon_name))
    if role is not Role.BODY:
        dress(button, role)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: press())
    return button


def icon_button(text: str, icon_name: str, press: Callable[[], object], keys: str = "") -> QToolButton:
    """Make a button of an icon; `text` is its name and tip, with the `keys` that do the same."""
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({keys})" if keys else text)
    button.clicked.connect(lambda _checked=False: press())
    return button
