"""Names beside the dots of a map, none over another."""

from dataclasses import dataclass

from app.rendering.map.topojson import Position
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import Letter

GAP = 1.3
"""Points between a dot and its name."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any of their area."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def lies_in(self, other: "Box") -> bool:
        """Whether all of it is inside `other`."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.bottom <= self.bottom and self.top <= other.top


@dataclass(frozen=True, slots=True)
class Label:
    """A name and where its baseline begins."""

    text: str
    x: float
    y: float


class LabelPlanner:
    """Gives each name the first place beside its dot that is still free."""

    def __init__(self, typesetter: Typesetter, page: Box) -> None:
        """Begin with an empty `page`."""
        self._typesetter = typesetter
        self._page = page
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep names off `box`."""
        self._taken.append(box)

    def take_dot(self, centre: Position, radius: float) -> None:
        """Keep names off a dot."""
        x, y = centre
        self.take(Box(x - radius, y - radius, x + radius, y + radius))

    def beside(self, text: str, letter: Letter, dot: Position, radius: float) -> Label | None:
        """Place `text` right of, left of, above or below its dot; None when there is no free place."""
        return self._first_free(text, letter, self._places_beside(text, letter, dot, radius))

    def freedom(self, text: str, letter: Letter, dot: Position, radius: float) -> int:
        """Count the free places beside a dot: who has fewest should be named first."""
        width = self._typesetter.width(text, letter)
        places = self._places_beside(text, letter, dot, radius)
        return sum(self._is_free(_box(x, y, width, letter)) for x, y in places)

    def _places_beside(self, text: str, letter: Letter, dot: Position, radius: float) -> list[Position]:
        width = self._typesetter.width(text, letter)
        reach = radius + GAP
        middle = -letter.size * 0.33
        above, below = reach * 0.6, -reach * 0.6 - letter.size * 0.66
        offsets = (
            (reach, middle),
            (-reach - width, middle),
            (reach * 0.7, above),
            (reach * 0.7, below),
            (-reach * 0.7 - width, above),
            (-reach * 0.7 - width, below),
            (-width / 2, reach),
            (-width / 2, -reach - letter.size * 0.66),
        )
        return [(dot[0] + x, dot[1] + y) for x, y in offsets]

    def centred(self, text: str, letter: Letter, centre: Position) -> Label | None:
        """Place `text` with its middle at `centre`, or a little above or below; None when there is no free place."""
        left = centre[0] - self._typesetter.width(text, letter) / 2
        steps = (0.0, letter.leading, -letter.leading, 2 * letter.leading, -2 * letter.leading)
        return self._first_free(text, letter, [(left, centre[1] + step) for step in steps])

    def _first_free(self, text: str, letter: Letter, places: list[Position]) -> Label | None:
        width = self._typesetter.width(text, letter)
        for x, y in places:
            box = _box(x, y, width, letter)
            if self._is_free(box):
                self.take(box)
                return Label(text, x, y)
        return None

    def _is_free(self, box: Box) -> bool:
        return box.lies_in(self._page) and not any(box.meets(taken) for taken in self._taken)


def _box(x: float, y: float, width: float, letter: Letter) -> Box:
    """Return the room of a name whose baseline begins at (`x`, `y`)."""
    return Box(x, y - letter.size * 0.2, x + width, y + letter.size * 0.72)
