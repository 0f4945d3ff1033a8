"""The saved views of a list: queries that the person has named."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.file.settings import SavedView
from app.records.catalog import Query
from app.records.views import read_query, write_query
from app.screens.screen import ReadyView
from app.words.problems import ProblemError
from ui.look.icons import icon
from ui.look.opening import open_dialog
from ui.look.plain import Menu, ToolButton, set_tip
from ui.look.unsaved import WritingDialog
from ui.work.workspace import Workspace


def saved_views(workspace: Workspace, entity: str) -> Sequence[SavedView]:
    """Return the views that the person has saved of the list of `entity`."""
    return workspace.preferences.settings.views.get(entity, ())


def remove_view(workspace: Workspace, entity: str, name: str) -> None:
    """Take a saved view of the list of `entity` away."""
    workspace.preferences.keep(lambda settings: settings.without_view(entity, name))


class NameDialog(WritingDialog):
    """Asks for the name of a view."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Ask for a name; an empty one cannot be accepted."""
        words = workspace.words
        super().__init__(words, words("Guardar esta vista"), words("Guardar"), parent)
        self.field = QLineEdit()
        self.ask(words("Nombre de la vista"), self.field)
        self.field.textChanged.connect(self._judge)
        self._judge("")

    @property
    def name(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def holds_words(self) -> bool:
        """Tell whether a name is written."""
        return bool(self.name)

    def _judge(self, text: str) -> None:
        self.accepting.setEnabled(bool(text.strip()))


class ViewsButton(ToolButton):
    """The button whose menu shows the saved views, saves the present one and takes one away."""

    chosen = Signal(object)
    """Query: the person wants to see this."""

    def __init__(
        self, workspace: Workspace, name: str, current: Callable[[], Query], ready: Sequence[ReadyView] = ()
    ) -> None:
        """Offer the views of the list `name`, those that are `ready` first; `current` gives what to save."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self._name = name
        self._current = current
        self._ready = ready
        self.dialog: NameDialog | None = None
        self.setIcon(icon("bookmark-simple"))
        self.setText(self.words("Vistas"))
        set_tip(self, self.words("Vistas guardadas"))
        self.setAccessibleName(self.words("Vistas guardadas"))
        self.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = Menu(parent=self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    def fill(self) -> None:
        """Write the menu anew."""
        menu = self._menu
        menu.clear()
        for made in self._ready:
            query = Query(self._name, filters=made.filters)
            menu.offer(self.words(made.title), partial(self.chosen.emit, query))
        if self._ready:
            menu.addSeparator()
        views = saved_views(self.workspace, self._name)
        for view in views:
            menu.offer(view.name, partial(self.show_view, view))
        if not views:
            menu.offer(self.words("Todavía no hay vistas guardadas")).setEnabled(False)
        menu.addSeparator()
        menu.offer(self.words("Guardar esta vista…"), self.ask_name)
        if views:
            removing = menu.offer_menu(self.words("Quitar una vista"))
            for view in views:
                removing.offer(view.name, partial(self.remove, view.name))

    def show_view(self, view: SavedView) -> None:
        """Show a saved view, or say why this version cannot."""
        try:
            self.chosen.emit(read_query(view.query, self.workspace.catalog))
        except ProblemError as error:
            self.workspace.present(error)

    def ask_name(self) -> None:
        """Ask for a name and save what the list shows under it."""
        self.dialog = NameDialog(self.workspace, self.window())
        self.dialog.accepted.connect(self._save)
        open_dialog(self.dialog)

    def save(self, name: str) -> None:
        """Save what the list shows under `name`, in place of a view of that name."""
        view = SavedView(name, write_query(self._current()))
        self.workspace.preferences.keep(lambda settings: settings.with_view(self._name, view))

    def remove(self, name: str) -> None:
        """Take a saved view away."""
        remove_view(self.workspace, self._name, name)

    def _save(self) -> None:
        if self.dialog is not None:
            self.save(self.dialog.name)
            self.dialog = None
