"""The keys by which everything can be done, and the way to the guide."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

import resources
from app.words.words import Words, mark
from ui.look.actions import COMMANDS, say_keys
from ui.look.desktop import open_path
from ui.look.plain import Label, PushButton, set_title
from ui.look.spoken import hear_region
from ui.look.theme import Role, dress
from ui.meetings.roll import marks_of

MORE = (
    ("Ctrl+1 … Ctrl+9", mark("Ir a una sección")),
    ("Ctrl+A", mark("Seleccionar todo")),
    ("Ctrl+C", mark("Copiar como tabla")),
    ("Ctrl+V", mark("Pegar varias filas de una planilla, donde se escriben filas")),
    ("Enter", mark("Abrir la ficha de la fila")),
    ("Esc", mark("Dejar el formulario, después la ficha; pregunta solo si algo cambió")),
    ("Shift+F10", mark("Qué se puede hacer con la fila")),
    ("↓", mark("Del filtro a la lista")),
    ("Alt+↓", mark("Abrir el calendario de una fecha")),
    ("Ctrl+B", mark("Achicar o ampliar la barra lateral")),
    ("Ctrl++, Ctrl+-", mark("Texto más grande o más chico")),
    ("Ctrl+0", mark("Texto de tamaño normal")),
    ("Alt+↑, Alt+↓", mark("Mover un punto, una resolución o un anexo")),
    ("Ctrl+Tab", mark("Sección siguiente de una ficha, pestaña siguiente de una reunión")),
    ("N, 1 … 9", mark("En una fila a decidir: es nueva, es la misma que esa; Supr la deja afuera")),
)
"""Keys that are no command of the menus, and are the same in every language."""


def more_keys(words: Words) -> list[tuple[str, str]]:
    """Return the keys that are no command of the menus, each with what it does; the letters are of the language."""
    marks = marks_of(words)
    marked = words("En la asistencia: {marks}", marks=", ".join(each.text.lower() for each in marks))
    return [*((keys, words(text)) for keys, text in MORE), (", ".join(each.key for each in marks), marked)]


class HelpDialog(QDialog):
    """Lists the keys."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Speak the language of `words`."""
        super().__init__(parent)
        self.words = words
        set_title(self, words("Ayuda"))
        self.resize(560, 600)
        title = Label(words("Todo se puede hacer con el teclado"))
        dress(title, Role.TITLE)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        shown = [(say_keys(each.shortcuts[0]), words(each.text).rstrip("…")) for each in COMMANDS if each.shortcuts]
        shown += more_keys(words)
        bold = self.font()
        bold.setBold(True)
        for row, (keys, text) in enumerate(shown):
            heading = Label(keys)
            heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            heading.setFont(bold)
            said = Label(text)
            said.setWordWrap(True)
            grid.addWidget(heading, row, 0)
            grid.addWidget(said, row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        hear_region(area, title.text())
        self.guide = PushButton(words("Abrir la guía"))
        if guide_name(words.language) is None:
            self.guide.hide()
        self.guide.clicked.connect(self._open_guide)
        closing = PushButton(words("Cerrar"))
        closing.setDefault(True)
        closing.clicked.connect(self.accept)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(self.guide)
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(area, 1)
        column.addLayout(row_of_buttons)

    def _open_guide(self) -> None:
        name = guide_name(self.words.language)
        if name is not None:
            open_path(resources.path(name))


def guide_name(language: str) -> str | None:
    """Return the name of the guide in `language`, else in Spanish; None when the program was packed without one."""
    for code in (language, "es"):
        name = f"guide/{code}.html"
        try:
            resources.path(name)
        except FileNotFoundError:
            continue
        return name
    return None
