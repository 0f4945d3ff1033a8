"""What the window shows while no file is open: a new one, one that exists, the example."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.words.words import Words, mark
from ui.look.actions import Actions
from ui.look.door import Door
from ui.look.icons import icon
from ui.look.plain import Label, PushButton, set_tip
from ui.look.spoken import hear_heading
from ui.look.theme import Role, distance, dress
from ui.work.progress import ProgressStrip
from ui.work.run import Runner

ICONS: Mapping[str, str] = {"new_file": "file-plus", "open_file": "folder-open", "open_sample": "book-open"}


class Welcome(QWidget):
    """The page before a file is open."""

    def __init__(self, words: Words, actions: Actions, runner: Runner) -> None:
        """Offer the commands of `actions` that need no file."""
        super().__init__()
        self.words = words
        self._opening: Callable[[Path], object] | None = None
        title = Label(words(mark("Enlace", "program")))
        dress(title, Role.NUMBER)
        hear_heading(title, 1)
        subtitle = Label(words("El archivo de la red: ciudades miembro, contactos, experiencias y reuniones."))
        subtitle.setWordWrap(True)
        self.doors = [
            self._door(actions, "new_file", words("Archivo nuevo"), words("Empezar el archivo de la oficina.")),
            self._door(actions, "open_file", words("Abrir archivo"), words("Seguir con uno que ya existe.")),
            self._door(actions, "open_sample", words("Abrir el ejemplo"), words("Mirar y probar sin riesgo.")),
        ]
        self.recent_heading = Label(words("Archivos recientes"))
        dress(self.recent_heading, Role.HEADING)
        self.recent = QVBoxLayout()
        self.recent.setSpacing(2)
        self.buttons: list[PushButton] = []
        self.progress = ProgressStrip(runner, words)
        self._lay_out(title, subtitle)

    def show_recent(self, paths: Sequence[str], opening: Callable[[Path], object]) -> None:
        """List the files opened last, with where they are."""
        for button in self.buttons:
            button.deleteLater()
        self.buttons = []
        for name in paths[:6]:
            path = Path(name)
            button = PushButton(f"{path.name}   —   {path.parent}")
            button.setIcon(icon("file-text"))
            set_tip(button, name)
            dress(button, Role.LINK)
            button.clicked.connect(partial(opening, path))
            self.buttons.append(button)
            self.recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.recent_heading.setVisible(bool(self.buttons))

    def _door(self, actions: Actions, name: str, title: str, text: str) -> Door:
        door = Door(ICONS[name], title, text)
        door.clicked.connect(actions[name].trigger)
        return door

    def _lay_out(self, title: Label, subtitle: Label) -> None:
        page = QFrame()
        page.setMaximumWidth(self.fontMetrics().averageCharWidth() * 96)
        inside = QVBoxLayout(page)
        inside.setSpacing(distance(1.5, self))
        inside.addWidget(title)
        inside.addWidget(subtitle)
        inside.addSpacing(distance(1, self))
        for door in self.doors:
            inside.addWidget(door)
        inside.addSpacing(distance(1, self))
        inside.addWidget(self.recent_heading)
        inside.addLayout(self.recent)
        inside.addWidget(self.progress)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(page, 8)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
