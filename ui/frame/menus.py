"""The menu bar: the commands in their menus, the recent files, and how the window is seen."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar

from app.file.settings import Settings
from app.screens.screen import Screen
from app.words.words import Words, mark
from ui.look.actions import Actions
from ui.look.icons import icon
from ui.look.menus import OWN_COMMANDS, SEPARATOR
from ui.look.plain import Menu, set_tip
from ui.look.theme import Scheme

LANGUAGE_NAMES = (("es", "Español"), ("pt", "Português"), ("en", "English"))
"""Each language by its own name, so that whoever landed in another finds theirs."""
SCHEME_NAMES = (
    (Scheme.SYSTEM, mark("Como el sistema")),
    (Scheme.LIGHT, mark("Claro")),
    (Scheme.DARK, mark("Oscuro")),
)
MOST_NUMBERED = 9
"""The rooms that a digit shows; the others are found by their name."""
FILE = (
    *("new_file", "open_file", "open_sample", SEPARATOR),
    *("import", "export_list", "export_calendar", "report", "print", SEPARATOR),
)
FILE_END = ("file_history", "backup", "passphrase", SEPARATOR, "close_file", "quit")
EDIT = ("undo", "redo", SEPARATOR, "note", "new_record", "edit_record", "save_record", "history", SEPARATOR)
EDIT_GOING = ("back", "forward", SEPARATOR, "previous_record", "next_record", "other_pane", SEPARATOR)
EDIT_MARKED = (
    *("edit_many", "verify", *OWN_COMMANDS, "show_evidence", "tell_of", "export_selected", "delete"),
    SEPARATOR,
)
EDIT_END = (
    *("select_all", "select_none", "copy", "copy_emails", SEPARATOR),
    *("search", "filter", "notice", SEPARATOR),
    "settings",
)


class Viewing(Protocol):
    """What the menu of views asks of the window."""

    def choose_language(self, language: str) -> None:
        """Speak another language."""

    def choose_scheme(self, scheme: Scheme) -> None:
        """Wear other colours."""

    def grow_text(self, step: int) -> None:
        """Write larger or smaller, by `step` in percent; 0 for the usual size."""

    def collapse_rail(self) -> None:
        """Show the rail as icons alone, or with names."""

    def show_room(self, name: str) -> None:
        """Show a room."""


class Menus:
    """The menus of one window; they hold no state but what they show."""

    def __init__(self, bar: QMenuBar, actions: Actions, words: Words) -> None:
        """Write the menus into `bar`."""
        self.words = words
        self._actions = actions
        self.file = _add_menu(bar, words("&Archivo"))
        self._fill(self.file, FILE[:3])
        self.recent = self.file.offer_menu(words("Archivos recientes"))
        self.recent.setToolTipsVisible(True)
        self._fill(self.file, FILE[3:])
        self._fill(self.file, FILE_END)
        self.edit = _add_menu(bar, words("&Edición"))
        self._fill(self.edit, EDIT + EDIT_GOING + EDIT_MARKED + EDIT_END)
        self.view = _add_menu(bar, words("&Ver"))
        self.help = _add_menu(bar, words("A&yuda"))
        self._fill(self.help, ("help", "about"))

    def show_recent(self, paths: Sequence[str], opening: Callable[[Path], object]) -> None:
        """List the files opened last."""
        self.recent.clear()
        for name in paths:
            path = Path(name)
            action = self.recent.offer(path.name, partial(opening, path))
            set_tip(action, name)
        self.recent.setEnabled(bool(paths))

    def show_views(self, window: Viewing, screens: Sequence[Screen], settings: Settings, *, is_open: bool) -> None:
        """Write what can be seen and how."""
        menu = self.view
        menu.clear()
        for former in menu.findChildren(Menu):  # an inner menu is no action of its own, and stays
            former.deleteLater()
        for number, screen in enumerate(screens, start=1):
            action = menu.offer(self.words(screen.title), partial(window.show_room, screen.name))
            action.setIcon(icon(screen.icon))
            if number <= MOST_NUMBERED:
                action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.setEnabled(is_open)
        menu.addSeparator()
        menu.offer(self.words("Achicar o ampliar la barra lateral"), window.collapse_rail).setShortcut("Ctrl+B")
        for text, step, keys in (
            (self.words("Texto más grande"), 10, ("Ctrl++", "Ctrl+=")),
            (self.words("Texto más chico"), -10, ("Ctrl+-",)),
            (self.words("Tamaño normal"), 0, ("Ctrl+0",)),
        ):
            action = menu.offer(text, partial(window.grow_text, step))
            action.setShortcuts([QKeySequence(key) for key in keys])
        colours = menu.offer_menu(self.words("Colores"))
        group = QActionGroup(colours)
        for scheme, said in SCHEME_NAMES:
            action = colours.offer(self.words(said), partial(window.choose_scheme, scheme))
            action.setCheckable(True)
            action.setChecked(settings.scheme == scheme.value)
            group.addAction(action)
        languages = menu.offer_menu(self.words("Idioma"))
        group = QActionGroup(languages)
        for code, said in LANGUAGE_NAMES:
            action = languages.offer(said, partial(window.choose_language, code))
            action.setCheckable(True)
            action.setChecked(settings.language == code)
            group.addAction(action)

    def _fill(self, menu: Menu, names: Sequence[str]) -> None:
        for name in names:
            if name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])


def _add_menu(bar: QMenuBar, title: str) -> Menu:
    """Add a menu to the bar; `title` marks by & the letter that opens it."""
    menu = Menu(parent=bar)
    menu.setTitle(title)
    bar.addMenu(menu)
    return menu
