"""The line above the form of a new city, in which its place is found in the gazetteer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.words.gazetteer import Gazetteer, Place, all_subdivisions
from app.words.place_values import WHERE, municipality_values
from app.words.words import Words
from ui.form.editors.picking import Option, PickLine
from ui.look.flow import keep_lines
from ui.look.lines import let_clear
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.room.record import RecordPane

PATIENCE = 60
MOST = 20


def say_place(place: Place, words: Words) -> str:
    """Return what tells a place from its namesakes: province, country and population."""
    subdivision = all_subdivisions().get(place.subdivision)
    said = [subdivision.name if subdivision else "", words.country(place.country)]
    if place.population:
        said.append(words("{count} hab.", count=words.number(place.population)))
    return " · ".join(part for part in said if part)


class PlaceLine(QFrame):
    """Type "Rosario", choose the right one, and what the gazetteer knows is written in the form."""

    def __init__(self, pane: RecordPane) -> None:
        """Fill the form of `pane`."""
        super().__init__()
        self.pane = pane
        self.words = pane.words
        self.gazetteer = Gazetteer()
        self.places: tuple[Place, ...] = ()
        self.line = PickLine(self.offer, patience=PATIENCE, last=self.say_by_hand)
        self.line.setPlaceholderText(self.words("Por ejemplo: Rosario"))
        let_clear(self.line, self.words)
        self.line.picked.connect(self.take)
        self.line.none_meant.connect(self.take_name)
        pane.begun.connect(self.line.clear)
        self.setFocusProxy(self.line)
        label = Label(self.words("Buscar el lugar"))
        label.setBuddy(self.line)
        self.line.setAccessibleName(self.words("Buscar el lugar"))
        self.hint = Label(
            self.words("Al elegirlo se completan los datos conocidos. Si el lugar no aparece, escríbalos abajo.")
        )
        self.hint.setWordWrap(True)
        dress(self.hint, Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, distance(1.5, self), 24, 0)
        column.setSpacing(distance(0.5, self))
        for each in (label, self.line, self.hint):
            column.addWidget(each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines of what is said: the form below scrolls."""
        super().resizeEvent(event)
        keep_lines(self)

    def offer(self, text: str) -> Sequence[Option]:
        """Return the places that `text` may mean."""
        self.places = self.gazetteer.search(text, limit=MOST) if text else ()
        return [Option(str(at), place.name, say_place(place, self.words)) for at, place in enumerate(self.places)]

    def say_by_hand(self, text: str) -> str:
        """Return the words of the line for a place that the gazetteer lacks."""
        return self.words("Escribir «{text}» a mano", text=text) if text else ""

    def take_name(self, text: str) -> None:
        """Write what is typed as the name of the city, and go on to the form."""
        self.pane.form.fill({"short_name": text}, self.words("lugar elegido: {place}", place=text), follows=WHERE)
        self.pane.form.boxes["country"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, option: Option) -> None:
        """Write what is known of the place that was picked, and go on to the form."""
        place = self.places[int(option.value)]
        self.line.setText(place.name)
        said = self.words("lugar elegido: {place}", place=place.name)
        self.pane.form.fill(municipality_values(place), said, follows=WHERE)
        self.pane.form.boxes["short_name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
