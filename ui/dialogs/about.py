"""What the program is, what it stands on, and whose data it shows."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.words.gazetteer import ATTRIBUTION
from app.words.words import Words, mark
from ui.look.fitting_dialog import FittingDialog
from ui.look.plain import Label, PushButton, set_title
from ui.look.theme import Role, dress


def program_version() -> str:
    """Return the version of the program, "" when it runs without having been installed."""
    try:
        return version("enlace")
    except PackageNotFoundError:
        return ""


class AboutDialog(FittingDialog):
    """The credits."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Speak the language of `words`."""
        super().__init__(parent)
        set_title(self, words("Acerca de Enlace"))
        known = program_version()
        title = Label(words("Enlace {version}", version=known) if known else words(mark("Enlace", "program")))
        dress(title, Role.TITLE)
        self.content.setSpacing(12)
        self.content.addWidget(title)
        for text in (
            words("Archivo sin conexión de las ciudades de una red, sus contactos, experiencias y reuniones."),
            words(
                "Programa libre, con licencia MIT. Los datos quedan en el archivo de la oficina y en ningún otro lado."
            ),
            words("Datos de lugares: {source}.", source=ATTRIBUTION),
            words("Mapa: Natural Earth, dominio público."),
            words(
                "Hecho con Qt (PySide6, LGPL 3), SQLAlchemy, SQLCipher, ReportLab, openpyxl, pypdfium2, Babel y otras "
                "bibliotecas libres, cada una con su licencia; letra Source Sans Pro (OFL 1.1), íconos Phosphor (MIT)."
            ),
        ):
            label = Label(text)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.content.addWidget(label)
        closing = PushButton(words("Cerrar"))
        closing.setDefault(True)
        closing.clicked.connect(self.accept)
        self.content.addStretch(1)
        self.buttons.addStretch(1)
        self.buttons.addWidget(closing)
