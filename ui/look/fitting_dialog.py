"""The dialog that fits on the screen, whatever it tells: what it says scrolls, and its buttons stay in reach."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.look.plain import is_held
from ui.look.scroll import scrolled

TITLE_BAR = 40
"""Pixels that systems take for the bar with the title and the edges of a window."""
AROUND = 24
"""Pixels around what a dialog says."""
LETTERS = 58
"""The letters for which a dialog is wide at the least, so that its sentences are no columns."""


class FittingDialog(QDialog):
    """As high as what it says, up to the height of the screen; `content` holds that, `buttons` stand below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._page = QWidget()
        self.content = QVBoxLayout(self._page)
        self.content.setContentsMargins(AROUND, AROUND, AROUND, 0)
        self.content.setSpacing(16)
        self._area = scrolled(self._page)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(AROUND, 0, AROUND, 0)
        self.buttons.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(16)
        self._column.addWidget(self._area, 1)
        self._column.addLayout(self.buttons)
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * LETTERS, self._room().width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Have the height of what is said: Qt does not ask a page that scrolls for it."""
        super().showEvent(event)
        self.grow(least=0 if not self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.height())

    def grow(self, *, least: int | None = None) -> None:
        """Be as wide and as high as what is said needs, as far as the screen allows, and no less high than `least`.

        `least` is the present height, unless something else is said.
        """
        for layout in self.findChildren(QLayout):
            layout.invalidate()  # each keeps what its parts asked for before they had their looks
        room = self._room()
        width = min(room.width(), max(self.width(), self._column.minimumSize().width()))
        inner = width - self._area.bar_width
        said = self.content.totalHeightForWidth(inner) if self.content.hasHeightForWidth() else -1
        said = said if said >= 0 else self.content.totalSizeHint().height()
        foot = self.buttons.sizeHint().height() + self._column.spacing() + self._column.contentsMargins().bottom()
        self.resize(width, min(room.height(), max(self.height() if least is None else least, said + foot)))
        self._keep_on_screen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keyboard what cannot have it; the main button is pressed once by an Enter that is held."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        bar = self._area.verticalScrollBar()
        if event.key() in pages:
            bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())
        elif not is_held(event):
            super().keyPressEvent(event)

    def _keep_on_screen(self) -> None:
        """Rise where the foot is below the screen: Qt places a dialog before it has grown, and its buttons with it."""
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if self.isVisible() and below > 0:
            self.move(
                self.x(), self.y() - min(below, self.frameGeometry().top() - self.screen().availableGeometry().top())
            )

    def _room(self) -> QSize:
        return self.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
