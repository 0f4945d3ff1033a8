"""Buttons that are made in one line: with words, or with an icon and a name."""

from collections.abc import Callable

from ui.look.icons import icon
from ui.look.plain import PushButton, ToolButton, set_tip
from ui.look.theme import Role, dress


def text_button(text: str, icon_name: str, press: Callable[[], object], role: Role = Role.BODY) -> PushButton:
    """Make a button with words, already in the person's language; `icon_name` may be empty."""
    button = PushButton(text)
    if icon_name:
        button.setIcon(icon(icon_name))
    if role is not Role.BODY:
        dress(button, role)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: press())
    return button


def icon_button(text: str, icon_name: str, press: Callable[[], object], keys: str = "") -> ToolButton:
    """Make a button of an icon; `text` is its name and tip, with the `keys` that do the same."""
    button = ToolButton()
    button.setIcon(icon(icon_name))
    button.setAccessibleName(text)
    set_tip(button, f"{text} ({keys})" if keys else text)
    button.clicked.connect(lambda _checked=False: press())
    return button
