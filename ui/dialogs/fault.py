"""Our own faults: said in plain words with the details to copy, while the program stays up."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.words.words import Words
from ui.look.fitting_dialog import FittingDialog
from ui.look.plain import Label, PushButton, set_title
from ui.look.theme import Role, dress


def fault_details(error: BaseException) -> str:
    """Return what somebody who mends the program needs: versions and where it happened. English, to be copied."""
    import platform
    import traceback
    from importlib.metadata import PackageNotFoundError, version

    try:
        program = version("enlace")
    except PackageNotFoundError:
        program = "?"
    heading = f"Enlace {program} · Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"
    return f"{heading}\n\n{''.join(traceback.format_exception(error))}"


class FaultDialog(FittingDialog):
    """Says that the program has failed and that nothing was lost, and lets the details be copied."""

    def __init__(self, words: Words, details: str, parent: QWidget | None = None) -> None:
        """Show `details` below plain words."""
        super().__init__(parent)
        set_title(self, words("Falla del programa"))
        self.heading = Label(words("Enlace tuvo una falla"))
        dress(self.heading, Role.TITLE)
        self.text = Label(
            words(
                "No es culpa suya. Lo que se estaba haciendo quedó sin efecto; lo guardado hasta ahora está "
                "a salvo y puede seguir trabajando. Si vuelve a pasar, copie los detalles y envíelos a quien "
                "mantiene el programa: antes de enviarlos, mire que no lleven datos personales."
            )
        )
        self.text.setWordWrap(True)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(words("Detalles de la falla"))
        self.copying = PushButton(words("Copiar detalles"))
        self.copying.clicked.connect(self._copy)
        self.closing = PushButton(words("Seguir trabajando"))
        self.closing.setDefault(True)
        dress(self.closing, Role.PRIMARY)
        self.closing.clicked.connect(self.accept)
        self._lay_out()

    def _lay_out(self) -> None:
        self.content.addWidget(self.heading)
        self.content.addWidget(self.text)
        self.content.addWidget(self.details, 1)
        self.buttons.addWidget(self.copying)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.closing)

    def add(self, details: str) -> None:
        """Put another fault below the ones already shown."""
        self.details.appendPlainText(f"\n{details}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


class FaultDesk(QObject):
    """Receives the faults of every thread and shows them in one dialog of the window's thread."""

    _arrived = Signal(object)

    def __init__(self, words: Words, window: QWidget) -> None:
        """Show faults over `window`; nothing is received before `install`."""
        super().__init__(window)
        self.words = words
        self._window = window
        self.dialog: FaultDialog | None = None
        self._arrived.connect(self.show_fault, Qt.ConnectionType.AutoConnection)

    def install(self) -> Callable[[], None]:
        """Receive what nobody catches, in any thread; gives the call that puts the former hooks back."""
        former, former_of_threads = sys.excepthook, threading.excepthook

        def receive(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, Exception):
                self._arrived.emit(error)
            else:
                former(kind, error, trace)

        def receive_from_thread(args: threading.ExceptHookArgs) -> None:
            if isinstance(args.exc_value, Exception):
                self._arrived.emit(args.exc_value)

        def remove() -> None:
            sys.excepthook, threading.excepthook = former, former_of_threads

        sys.excepthook, threading.excepthook = receive, receive_from_thread
        return remove

    def show_fault(self, error: BaseException) -> None:
        """Show `error`; while the dialog is open further ones are added to it."""
        if self.dialog is not None:
            self.dialog.add(fault_details(error))
            return
        self.dialog = FaultDialog(self.words, fault_details(error), self._window)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
