"""A few cities that editors of references can find, without a store."""

from collections.abc import Callable, Mapping, Sequence

from app.records.reading import Hit
from app.words.folding import fold
from ui.form.editors.editor import NOTHING_KNOWN

CITIES = (
    Hit("municipality", "1", "Rosario", "Argentina · Santa Fe"),
    Hit("municipality", "2", "Canelones", "Uruguay"),
    Hit("municipality", "3", "Rosário do Sul", "Brasil"),
)


class Cities:
    """Finds the cities by how their names begin; remembers what was opened and made."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str]] = []
        self.created: list[str] = []
        self.begun = NOTHING_KNOWN

    def choose(self, entity: str, text: str) -> Sequence[Hit]:
        return [city for city in CITIES if city.entity == entity and fold(city.title).startswith(fold(text))]

    def search(self, text: str) -> Sequence[Hit]:
        return self.choose("municipality", text)

    def titles(self, entity: str, ids: Sequence[str]) -> Mapping[str, str]:
        return {city.id: city.title for city in CITIES if city.entity == entity and city.id in ids}

    def open(self, entity: str, id: str) -> None:
        self.opened.append((entity, id))

    def create(
        self, entity: str, text: str, done: Callable[[str], None], values: Mapping[str, object] = NOTHING_KNOWN
    ) -> None:
        assert entity == "municipality"
        self.created.append(text)
        self.begun = values
        done("2")
