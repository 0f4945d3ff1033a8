"""Places where files can be dropped: one way for the whole window, which lights each up while files are over it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget

from app.file.writing import ENDING
from app.words.words import Words
from ui.look.plain import Label
from ui.look.theme import Role, dress


@dataclass(frozen=True, slots=True)
class Drop:
    """What a place does with files, in the person's language, and the doing of it."""

    said: str
    take: Callable[[], object]


Wanted = Callable[[Sequence[Path]], Drop | None]
"""Returns what is done with these files, None when the place has no use for them."""


class DropPlace(QObject):
    """Takes the files that are dropped on one widget."""

    def __init__(self, place: QWidget, wanted: Wanted) -> None:
        """Do with what is dropped on `place` what `wanted` returns; what it has no use for goes to what is around."""
        super().__init__(place)
        self._place = place.viewport() if isinstance(place, QAbstractScrollArea) else place
        self._wanted = wanted
        self.light: _Light | None = None
        place.setAcceptDrops(True)
        self._place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Light up while files are over the place, and take them when they are dropped."""
        if isinstance(event, QDropEvent) and event.type() != QEvent.Type.DragMove:  # the others derive from it in Qt
            drop = self._wanted(files_of(event.mimeData()))
            self._dim()  # also when it has no use any more for what it lit up for
            if drop is None:
                event.ignore()
                return True
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                QTimer.singleShot(0, self, drop.take)  # the program that the files come from waits no longer
            else:
                self.light = _Light(self._place, drop.said)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._dim()
        elif event.type() == QEvent.Type.DragMove and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            return True
        return False

    def _dim(self) -> None:
        if self.light is not None:
            self.light.hide()
            self.light.deleteLater()
            self.light = None


def files_of(mime: QMimeData) -> Sequence[Path]:
    """Return the files of this computer that are dragged."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def attaching(words: Words, add: Callable[[Sequence[Path]], object], takes: Callable[[], bool]) -> Wanted:
    """Return what hands files to `add` while `takes` tells of a record for them; one of Enlace's own is opened."""

    def wanted(paths: Sequence[Path]) -> Drop | None:
        if not paths or not takes() or any(path.suffix.lower() == ENDING for path in paths):
            return None
        return Drop(words("Soltar para adjuntar"), partial(add, paths))

    return wanted


class _Light(QFrame):
    """The edge around a place while files are over it, and the words for what happens when they are dropped."""

    def __init__(self, place: QWidget, said: str) -> None:
        super().__init__(place)
        dress(self, Role.DROP)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = Label(said)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.setGeometry(place.rect())
        self.show()
        self.raise_()
