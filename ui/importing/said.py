"""What the wizard says of verdicts and of numbers of records, in the words of each entity."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.records.catalog import EntityInfo
from app.sheets.importing.importing import Answer, Counts, Verdict
from app.words.names import within
from app.words.words import Words, mark
from ui.look.theme import Role


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict as it is shown: what one row is called, what many are before and after, its icon, and its role."""

    one: str
    many: str
    done: str
    icon: str
    role: Role = Role.BODY


VERDICTS: Mapping[Verdict, Said] = MappingProxyType(
    {
        Verdict.NEW: Said(mark("Nueva"), mark("Nuevas"), mark("Nuevas"), "plus-circle", Role.GOOD),
        Verdict.CHANGED: Said(mark("Cambia"), mark("Cambian"), mark("Cambiadas"), "pencil-simple"),
        Verdict.SAME: Said(mark("Igual"), mark("Iguales"), mark("Iguales"), "equals", Role.QUIET),
        Verdict.DOUBTFUL: Said(mark("A decidir"), mark("A decidir"), mark("A decidir"), "question", Role.CAUTION),
        Verdict.REFUSED: Said(mark("Rechazada"), mark("Rechazadas"), mark("Rechazadas"), "prohibit", Role.ERROR),
    }
)
"""How each verdict is shown: never by colour alone."""

ANSWERS: Mapping[Answer, str] = MappingProxyType(
    {
        Answer.NEW: mark("Es nueva"),
        Answer.SAME_AS: mark("Es la misma"),
        Answer.LEAVE_OUT: mark("Queda afuera"),
    }
)
"""What a person has answered of a row, as its list says it."""


def count_of(counts: Counts, verdict: Verdict) -> int:
    """Return how many rows have a verdict."""
    return {
        Verdict.NEW: counts.new,
        Verdict.CHANGED: counts.changed,
        Verdict.SAME: counts.same,
        Verdict.DOUBTFUL: counts.doubtful,
        Verdict.REFUSED: counts.refused,
    }[verdict]


def say_imported(info: EntityInfo, count: int, words: Words) -> str:
    """Say that an import of records of one kind has ended."""
    what = within(words(info.one if count == 1 else info.many))
    return words.plural("Se importó {count} {what}.", "Se importaron {count} {what}.", count, what=what)


def say_intent(counts: Counts, words: Words) -> str:
    """Say what importing would do with all the rows."""
    said = []
    if counts.new:
        said.append(words.plural("Se agregará {count} ficha.", "Se agregarán {count} fichas.", counts.new))
    if counts.changed:
        said.append(words.plural("Se cambiará {count} ficha.", "Se cambiarán {count} fichas.", counts.changed))
    if not said:
        said.append(words("No hay nada que importar."))
    left = counts.doubtful + counts.refused
    if left:
        said.append(words.plural("{count} fila quedará afuera.", "{count} filas quedarán afuera.", left))
    return " ".join(said)
