"""What a file holds, counted, and whether it is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import func, select

from app.words.problems import Problem
from app.words.words import mark
from db.checking import check
from db.progress import Progress, ignore_progress
from db.store import Store


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is: the number of its schema, whether it has a passphrase, and how many records of each entity."""

    schema_version: int
    encrypted: bool
    records: Mapping[str, int]


def inspect(store: Store) -> Inspection:
    """Count what the file holds."""
    with store.reading() as session:
        records = {
            name: session.scalar(select(func.count()).select_from(store.catalog.entity(name))) or 0
            for name in store.catalog.stored
        }
    return Inspection(store.schema_version(), store.encrypted, records)


_SAID: Mapping[str, str] = MappingProxyType(
    {
        "foreign key": mark("Una ficha se refiere a otra que no está ({detail})."),
        "journal": mark("El historial no coincide con los datos ({detail})."),
        "chain": mark("Alguien alteró el historial fuera de Enlace (operaciones: {detail})."),
        "search index": mark("Faltan fichas en el índice de la búsqueda ({detail})."),
        "attached files": mark("Faltan archivos adjuntos ({detail})."),
    }
)


def faults(store: Store, progress: Progress = ignore_progress) -> tuple[Problem, ...]:
    """Check pages, references, journal, search index and attached files; give what is wrong.

    `progress` is told how much is done, from 0 to 1.
    """
    found = []
    for line in check(store, progress):
        kind, _, detail = line.partition(": ")
        text = _SAID.get(kind, mark("El archivo está dañado ({detail})."))
        found.append(Problem(text, mark("Abra la última copia verificada."), values={"detail": detail or line}))
    return tuple(found)
