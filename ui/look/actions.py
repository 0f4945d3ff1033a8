"""The commands of the window: named once, and worn by the menu, the toolbar and the context menus alike."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.words.words import Words, mark
from ui.look.conditions import BUSY, NOT_HERE, NOT_OF_KIND, OTHERWISE, WHY, Condition, is_news
from ui.look.icons import icon
from ui.look.plain import keep_ampersands, set_tip


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `text` in Spanish source words, `shortcuts` as Qt writes them, the first one shown."""

    name: str
    text: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    requires: frozenset[Condition] = frozenset()
    writes: bool = False
    """Whether it writes in the file: it waits while something else is being written that takes its time."""


AS_WRITTEN = QKeySequence.SequenceFormat.PortableText
"""Keys in English, as commands name them: otherwise Qt looks for each in the language of the window first."""
_FILE = frozenset({Condition.FILE})
ONCE = frozenset({"undo", "redo"})
"""Commands that a key held down gives once: who empties a form with it must not go on into the file behind."""

COMMANDS: tuple[Command, ...] = (
    Command("new_file", mark("Archivo nuevo…"), "file-plus", ("Ctrl+Shift+N",)),
    Command("open_file", mark("Abrir archivo…"), "folder-open", ("Ctrl+O",)),
    Command("open_sample", mark("Abrir el ejemplo"), "book-open"),
    Command("close_file", mark("Cerrar archivo"), "x", ("Ctrl+W",), _FILE),
    Command("file_history", mark("Historial del archivo…"), "clock-counter-clockwise", ("Ctrl+Shift+H",), _FILE),
    Command("backup", mark("Guardar una copia verificada…"), "copy-simple", (), _FILE),
    Command("passphrase", mark("Contraseña…"), "lock-key", (), _FILE),
    Command("import", mark("Importar planilla…"), "download-simple", ("Ctrl+I",), _FILE, writes=True),
    Command("report", mark("Informe…"), "file-text", ("Ctrl+R",), _FILE),
    Command("quit", mark("Salir"), "sign-out", ("Ctrl+Q",)),
    Command(
        "undo",
        mark("Deshacer"),
        "arrow-u-up-left",
        ("Ctrl+Z",),
        frozenset({Condition.FILE, Condition.UNDO}),
        writes=True,
    ),
    Command(
        "redo",
        mark("Rehacer"),
        "arrow-u-up-right",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        frozenset({Condition.FILE, Condition.REDO}),
        writes=True,
    ),
    Command("back", mark("Atrás"), "arrow-left", ("Alt+Left",), frozenset({Condition.FILE, Condition.BACK})),
    Command("forward", mark("Adelante"), "arrow-right", ("Alt+Right",), frozenset({Condition.FILE, Condition.FORWARD})),
    Command("notice", mark("Ir al aviso de abajo"), "info", ("Ctrl+Shift+A",), _FILE),
    Command("search", mark("Buscar en todo"), "magnifying-glass", ("Ctrl+K",), _FILE),
    Command(
        "filter", mark("Filtrar la lista"), "funnel-simple", ("Ctrl+F",), frozenset({Condition.FILE, Condition.LIST})
    ),
    Command("note", mark("Anotar en la bitácora…"), "note-pencil", ("Ctrl+L",), _FILE),
    Command("new_record", mark("Ficha nueva"), "plus", ("Ctrl+N",), _FILE),
    Command("open_record", mark("Abrir"), "arrow-square-out", (), frozenset({Condition.FILE, Condition.SELECTION})),
    Command("edit_record", mark("Editar"), "pencil-simple", ("F2",), frozenset({Condition.FILE, Condition.READING})),
    Command(
        "save_record",
        mark("Guardar"),
        "floppy-disk",
        ("Ctrl+S",),
        frozenset({Condition.FILE, Condition.CHANGES}),
        writes=True,
    ),
    Command(
        "edit_many",
        mark("Editar un dato…"),
        "pencil-simple",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "verify",
        mark("Verificado hoy"),
        "check-circle",
        ("Ctrl+Shift+V",),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "show_evidence",
        mark("Vincular al plan de trabajo…"),
        "target",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "tell_of",
        mark("Registrar difusión…"),
        "newspaper",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "check_citation",
        mark("Comprobar la cita…"),
        "quotes",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "deliver",
        mark("Entregado hoy"),
        "check-circle",
        (),
        frozenset({Condition.FILE, Condition.SELECTION, Condition.OWED}),
        writes=True,
    ),
    Command(
        "fulfil",
        mark("Marcar como cumplido…"),
        "check-circle",
        ("Ctrl+Shift+M",),
        frozenset({Condition.FILE, Condition.SELECTION, Condition.OWED}),
        writes=True,
    ),
    Command(
        "leave",
        mark("Abandonar…"),
        "x-circle",
        (),
        frozenset({Condition.FILE, Condition.SELECTION, Condition.OWED}),
        writes=True,
    ),
    Command(
        "renew",
        mark("Renovar…"),
        "arrows-clockwise",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "add_cities",
        mark("Agregar ciudades…"),
        "plus",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "choose_logo",
        mark("Elegir logo…"),
        "image",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
        writes=True,
    ),
    Command(
        "remove_logo",
        mark("Quitar logo"),
        "trash",
        (),
        frozenset({Condition.FILE, Condition.SELECTION, Condition.LOGO}),
        writes=True,
    ),
    Command(
        "begin_project",
        mark("Crear proyecto…"),
        "folder-plus",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
    ),
    Command(
        "management_report",
        mark("Informe de gestión…"),
        "notebook",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
    ),
    Command(
        "delete", mark("Eliminar"), "trash", ("Del",), frozenset({Condition.FILE, Condition.SELECTION}), writes=True
    ),
    Command(
        "history",
        mark("Historial"),
        "clock-counter-clockwise",
        ("Ctrl+H",),
        frozenset({Condition.FILE, Condition.RECORD}),
    ),
    Command(
        "previous_record",
        mark("Ficha anterior"),
        "caret-up",
        ("Ctrl+PgUp",),
        frozenset({Condition.FILE, Condition.PREVIOUS}),
    ),
    Command(
        "next_record",
        mark("Ficha siguiente"),
        "caret-down",
        ("Ctrl+PgDown",),
        frozenset({Condition.FILE, Condition.NEXT}),
    ),
    Command(
        "other_pane",
        mark("De la lista a la ficha, o al revés"),
        "",
        ("F6",),
        frozenset({Condition.FILE, Condition.BESIDE}),
    ),
    Command("select_all", mark("Seleccionar todo"), "selection-all", (), frozenset({Condition.FILE, Condition.LIST})),
    Command("select_none", mark("Quitar la selección"), "x", (), frozenset({Condition.FILE, Condition.SEVERAL})),
    Command("copy", mark("Copiar"), "copy", (), frozenset({Condition.FILE, Condition.SELECTION})),
    Command(
        "copy_emails",
        mark("Copiar los correos"),
        "envelope-simple",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
    ),
    Command(
        "export_list", mark("Exportar esta lista…"), "export", ("Ctrl+E",), frozenset({Condition.FILE, Condition.LIST})
    ),
    Command(
        "export_selected",
        mark("Exportar lo seleccionado…"),
        "export",
        (),
        frozenset({Condition.FILE, Condition.SELECTION}),
    ),
    Command(
        "export_calendar",
        mark("Exportar calendario (.ics)…"),
        "calendar-plus",
        (),
        frozenset({Condition.FILE, Condition.LIST}),
    ),
    Command("print", mark("Imprimir…"), "printer", ("Ctrl+P",), frozenset({Condition.FILE, Condition.LIST})),
    Command("settings", mark("Preferencias…"), "gear-six", ("Ctrl+,",)),
    Command("help", mark("Ayuda"), "question", ("F1",)),
    Command("about", mark("Acerca de Enlace"), "info"),
)

ROOM_COMMANDS = (
    "new_record",
    "open_record",
    "edit_record",
    "save_record",
    "edit_many",
    "verify",
    "show_evidence",
    "tell_of",
    "check_citation",
    "deliver",
    "fulfil",
    "leave",
    "renew",
    "begin_project",
    "management_report",
    "add_cities",
    "choose_logo",
    "remove_logo",
    "delete",
    "history",
    "previous_record",
    "next_record",
    "other_pane",
    "select_all",
    "select_none",
    "copy",
    "copy_emails",
    "export_list",
    "export_selected",
    "export_calendar",
    "print",
    "filter",
)
"""Commands that the room which is shown does."""


def command_of(name: str) -> Command:
    """Return the command called `name`; KeyError when there is none."""
    found = next((each for each in COMMANDS if each.name == name), None)
    if found is None:
        raise KeyError(name)
    return found


class Actions(QObject):
    """The commands as Qt's actions, made once for a window."""

    refused = Signal(str)
    """Keys were pressed of a command that cannot act now: why, in the person's language."""

    def __init__(self, window: QWidget, words: Words, commands: Iterable[Command] = COMMANDS) -> None:
        """Make the actions of `commands` for `window`; all begin switched off that need something."""
        super().__init__(window)
        self._words = words
        self._commands = {command.name: command for command in commands}
        self._said = {name: words(command.text) for name, command in self._commands.items()}
        self._why = dict.fromkeys(self._commands, "")
        self._actions = {name: self._make(command) for name, command in self._commands.items()}
        window.addActions(list(self._actions.values()))
        window.installEventFilter(self)
        self.allow(())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, calls: Mapping[str, Callable[[], object]]) -> None:
        """Say what each named command does; KeyError for a name that is no command."""
        for name, call in calls.items():
            self._actions[name].triggered.connect(lambda _checked=False, call=call: call())

    def allow(self, met: Iterable[Condition], *, lacking: Collection[str] = (), busy: bool = False) -> None:
        """Switch on the commands that need nothing beyond `met`, and off the others, which say why in their tips.

        Those called `lacking` what is seen does not have; `busy` keeps off what writes.
        """
        known = frozenset(met)
        for name, command in self._commands.items():
            why = why_not(command, known, offered=name not in lacking, busy=busy)
            self._actions[name].setEnabled(not why)
            if why != self._why[name]:
                self._why[name] = why
                self._tell(name)

    def rename(self, name: str, text: str) -> None:
        """Show `text`, already in the person's language, on a command that names its object (Deshacer «…»)."""
        if text == self._said[name]:
            return  # told anew at each refresh, and Qt tells all that wears it of each text that it is given
        self._actions[name].setText(keep_ampersands(text))
        self._said[name] = text
        self._tell(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say why a command cannot act whose keys come as far as the window: whatever has use for them took them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            pressed = QKeySequence(event.keyCombination())
            for name, action in self._actions.items():
                why = self._why[name]
                if is_news(why) and pressed in action.shortcuts():
                    self.refused.emit(self._words(why))
                    return True
        return super().eventFilter(watched, event)

    def _make(self, command: Command) -> QAction:
        text = self._said[command.name]
        action = QAction(text, self)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(each, AS_WRITTEN) for each in command.shortcuts])
        action.setAutoRepeat(command.name not in ONCE)
        set_tip(action, _tip(text, action.shortcut()))
        if command.icon:
            action.setIcon(icon(command.icon))
        return action

    def _tell(self, name: str) -> None:
        tip, why = _tip(self._said[name], self._actions[name].shortcut()), self._why[name]
        set_tip(self._actions[name], f"{tip}\n{self._words(why)}" if why else tip)


def why_not(command: Command, met: Collection[Condition], *, offered: bool = True, busy: bool = False) -> str:
    """Return in Spanish source words why a command cannot act, empty when it can.

    `met` are the conditions that hold, `offered` whether what is seen has the command, and `busy` whether something is
    being written that takes its time.
    """
    if Condition.FILE in command.requires and Condition.FILE not in met:
        return WHY[Condition.FILE]
    if not offered:
        return NOT_OF_KIND.get(command.name, OTHERWISE) if Condition.LIST in met else NOT_HERE
    missing = command.requires.difference(met)  # mostly nothing: each command is asked at each step of a person
    lacking = next((why for each, why in WHY.items() if each in missing), "") if missing else ""
    return lacking or (BUSY if busy and command.writes else "")


def say_keys(shortcut: str) -> str:
    """Return keys, as commands name them, as the keyboard of the person has them."""
    return QKeySequence(shortcut, AS_WRITTEN).toString(QKeySequence.SequenceFormat.NativeText)


def _tip(text: str, shortcut: QKeySequence) -> str:
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    said = text.rstrip("…")
    return f"{said} ({keys})" if keys else said
