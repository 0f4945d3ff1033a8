"""The record of any kind that a cell names: "Seminario de cuidados · Actividad", by its title and its kind.

That is how a list shows such a field, so that what was exported is read back in any of the languages.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from app.sheets.importing.planners.references import NONE, SEVERAL, References
from app.sheets.importing.planners.row import Reader, Row
from app.words.folding import fold
from app.words.names import BETWEEN_NAMES, join_names
from app.words.words import LANGUAGES, Words, mark
from db.catalog import Catalog, FieldInfo
from db.values import RecordKey


class AnyRecords:
    """Finds which record cells mean, whatever its kind."""

    def __init__(self, catalog: Catalog, references: References, reader: Reader) -> None:
        """Know the kinds by what one of each is called."""
        self._catalog = catalog
        self._references = references
        self._reader = reader

    def read(self, row: Row, each: FieldInfo) -> RecordKey | None:
        """Return the record that the cell of the field `each` names; what it leaves in doubt is kept in the notes."""
        text = self._reader.plain(row, each.name)
        if not text:
            return None
        found = tuple(self._meant(text))
        if len(found) == 1:
            return found[0]
        which = ", ".join(map(self._said, found))
        hint = mark("Escriba el nombre y el tipo de ficha: «XXXII Reunión · Reunión».")
        self._reader.leave_over(row, each.name, text, SEVERAL if found else NONE, hint, name=text, which=which)
        return None

    def _said(self, key: RecordKey) -> str:
        told = self._references.told(key.entity, key.id), self._reader.words(self._catalog[key.entity].one)
        return join_names(told)

    def _meant(self, text: str) -> Iterator[RecordKey]:
        """Return the records that `text` can mean: of the kind that it ends with, else of any so called."""
        name, _, last = text.rpartition(BETWEEN_NAMES)
        kinds = self._kinds_by_name.get(fold(last), ()) if name else ()
        of_kind = tuple(self._named(name, kinds))
        yield from of_kind or self._named(text, self._catalog.answering)

    def _named(self, text: str, kinds: Sequence[str]) -> Iterator[RecordKey]:
        for kind in kinds:
            yield from (RecordKey(kind, key) for key in self._references.named(kind, text))

    @cached_property
    def _kinds_by_name(self) -> dict[str, tuple[str, ...]]:
        """The kinds by what one of each is called in each language, folded."""
        found: dict[str, tuple[str, ...]] = {}
        for words in map(Words, LANGUAGES):
            for kind in self._catalog.stored:
                name = fold(words(self._catalog[kind].one))
                found[name] = tuple(dict.fromkeys((*found.get(name, ()), kind)))
        return found
