"""The safety of the open file: its passphrase and its verified copies."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.file.settings import CopyMade
from app.file.writing import ENDING
from ui.dialogs.lock import CheckedChoice, CheckedRemoval, LockDialog
from ui.look.notice import Notice, Tone, saved_notice
from ui.work.workspace import Workspace


class Locking(QObject):
    """Locks, unlocks and copies the file of a workspace."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        """Ask over `window`."""
        super().__init__(workspace)
        self.workspace = workspace
        self.window = window
        self.words = workspace.words
        self.dialog: QDialog | None = None

    def ask_copy(self) -> None:
        """Let the person choose where to write a verified copy."""
        path = self.workspace.store.path
        name = f"{path.stem} - {datetime.now().astimezone():%Y-%m-%d %H%M}{path.suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
            self.words("Guardar una copia verificada"),
            str(path.with_name(name)),
            self.words("Archivos de Enlace ({pattern})", pattern=f"*{ENDING}"),
        )
        if chosen:
            self.copy(Path(chosen))

    def copy(self, target: Path) -> None:
        """Write a verified copy to `target` and remember when."""
        store = self.workspace.store
        made = CopyMade(str(target), datetime.now(UTC).isoformat(timespec="seconds"))

        def done(_: None) -> None:
            self.workspace.preferences.keep(lambda settings: settings.with_copy(store.path, made))
            self.workspace.tell(saved_notice(self.words, target))
            self.workspace.file_changed.emit()

        self.workspace.runner.run(lambda _: store.copy_to(target), done, title=self.words("Copiando y verificando"))

    def ask_passphrase(self) -> None:
        """Let the person lock the file, change its passphrase or take it away."""
        if not self.workspace.store.encrypted:
            self.ask_choice()
            return
        dialog = LockDialog(self.words, self.workspace.store.path.name, self.window)
        dialog.change_wanted.connect(self.ask_choice)
        dialog.removal_wanted.connect(self.ask_removal)
        self._show(dialog)

    def ask_choice(self) -> None:
        """Let the person choose the first or another passphrase."""
        dialog = CheckedChoice(self.workspace.store, self.words, self.window)
        dialog.accepted.connect(lambda: self.lock(dialog.passphrase))
        self._show(dialog)

    def ask_removal(self) -> None:
        """Let the person take the passphrase away."""
        dialog = CheckedRemoval(self.workspace.store, self.words, self.window)
        dialog.accepted.connect(lambda: self.lock(None))
        self._show(dialog)

    def lock(self, passphrase: str | None) -> None:
        """Lock the file with `passphrase`, or with none."""
        store = self.workspace.store

        def done(_: None) -> None:
            self.workspace.file_changed.emit()
            said = self.words("El archivo quedó con contraseña.")
            if not store.encrypted:
                said = self.words("El archivo quedó sin contraseña.")
            self.workspace.tell(Notice(said, Tone.GOOD))

        self.workspace.runner.run(
            lambda _: store.set_passphrase(passphrase), done, title=self.words("Cambiando la contraseña")
        )

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: QDialog, _result: int) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None
