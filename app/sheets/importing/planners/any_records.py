"""The record of any kind that a cell names: "Seminario de cuidados · Actividad", by its title and its kind.

That is how a list shows such a field, so that what was exported is read back in any of the languages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.sheets.importing.planners.references import NONE, SEVERAL, References
from app.sheets.importing.planners.row import Reader, Row
from app.words.folding import fold
from app.words.names import BETWEEN_NAMES, join_names
from app.words.words import LANGUAGES, Words, mark
from db.catalog import Catalog, FieldInfo
from db.values import RecordKey


@dataclass(frozen=True, slots=True)
class AnyReference:
    """A name in a cell and the records of any kind that it can mean: none, one, or several."""

    text: str
    found: tuple[RecordKey, ...]


class AnyRecords:
    """Finds which record cells mean, whatever its kind."""

    def __init__(self, catalog: Catalog, references: References, reader: Reader) -> None:
        """Know the kinds by what one of each is called."""
        self._catalog = catalog
        self._references = references
        self._reader = reader

    def read(self, row: Row, each: FieldInfo) -> AnyReference | None:
        """Return what the cell of the field `each` names, None for an empty one."""
        text = self._reader.plain(row, each.name)
        return AnyReference(text, tuple(self._meant(text))) if text else None

    def choose(self, row: Row, each: FieldInfo, named: AnyReference, known: RecordKey | None) -> RecordKey | None:
        """Return the record that a cell means, `known` when that is one of them; what it leaves in doubt is kept.

        None as well for what says how a record is called that the file no longer has, and that was `known` before.
        """
        if known in named.found:
            return known
        if len(named.found) == 1:
            return named.found[0]
        if named.found or known is None or not self._is_called(known, named.text):
            which = ", ".join(map(self._said, named.found))
            hint = mark("Escriba el nombre y el tipo de ficha: «XXXII Reunión · Reunión».")
            said = SEVERAL if named.found else NONE
            self._reader.leave_over(row, each.name, named.text, said, hint, name=named.text, which=which)
        return None

    def _is_called(self, known: RecordKey, text: str) -> bool:
        """Tell whether a record that is no more was called `text`."""
        one = self._reader.words(self._catalog[known.entity].one) if known.entity in self._catalog else ""
        return bool(known.called) and fold(text) in {fold(known.called), fold(join_names((known.called, one)))}

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
