"""What is wrong with the rows of a sheet only together: a circle over several of them, a number that two give.

What depends on a row that is refused is refused with it, since there would be nothing for it to be of.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.records.rules import RULES_AMONG, among
from app.sheets.importing.planners.row import Reader
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import PlannedRow, Write
from app.words.problems import Problem
from app.words.words import mark
from db.session import FileSession
from db.values import RecordKey

_ROWS_AT_ONCE = 5_000
"""How many records one question is asked about: engines bound their parameters."""


def refuse_together(
    session: FileSession,
    reader: Reader,
    planned: Sequence[PlannedRow],
    records: Mapping[str, WorkingRecord],
    new: Mapping[str, int],
) -> tuple[PlannedRow, ...]:
    """Refuse what is wrong among the planned rows, and what depends on a row that is refused.

    `records` are as all rows leave them, and `new` the keys of the records that rows would make, with the row of each.
    """
    rows = list(planned)
    for key, problem in _broken(session, reader.info.name, rows, records):
        for at, row in enumerate(rows):
            if row.record_id == key and row.writes:
                rows[at] = row.refused(reader.at(row.number, reader.column_of(problem.place.field), problem))
    dead = _unmade(planned, rows, new)
    fallen = bool(dead)
    while fallen:
        fallen = False
        for at, row in enumerate(rows):
            needed = next((dead[key] for key in _reached(row.writes) if key in dead), None)
            if needed is not None:
                dead |= {write.id: row.number for write in row.writes if write.is_new}
                rows[at] = row.refused(reader.at(row.number, None, _depends_on(needed)))
                fallen = True
    return tuple(rows)


def _broken(
    session: FileSession, entity: str, rows: Iterable[PlannedRow], records: Mapping[str, WorkingRecord]
) -> Iterator[tuple[str, Problem]]:
    if entity not in RULES_AMONG:
        return
    kind = session.catalog.entity(entity)
    keys = dict.fromkeys(row.record_id for row in rows if row.record_id and row.writes)
    wanted = [kind(**{**records[key].values, "id": key}) for key in keys if key in records]
    with session.no_autoflush:
        for start in range(0, len(wanted), _ROWS_AT_ONCE):
            found = among(session, entity, wanted[start : start + _ROWS_AT_ONCE])
            yield from ((problem.place.record, problem) for problem in found)


def _unmade(before: Iterable[PlannedRow], rows: Iterable[PlannedRow], new: Mapping[str, int]) -> dict[str, int]:
    """Return the keys of what no row makes any more, each with the number of the row that was to make it."""
    made = {write.id for row in rows for write in row.writes if write.is_new}
    wanted = {write.id: row.number for row in before for write in row.writes if write.is_new} | dict(new)
    return {key: number for key, number in wanted.items() if key not in made}


def _reached(writes: Iterable[Write]) -> Iterator[str]:
    """Return the keys of what some writings change or refer to."""
    for write in writes:
        if not write.is_new:
            yield write.id
        for value in write.values.values():
            if isinstance(value, str):
                yield value
            elif isinstance(value, RecordKey):
                yield value.id


def _depends_on(number: int) -> Problem:
    text, hint = mark("Depende de lo que trae la fila {row}, que se rechaza."), mark("Corrija antes esa fila.")
    return Problem(text, hint, values={"row": number})
