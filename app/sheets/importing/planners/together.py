"""What is wrong with the rows of a sheet only together: a circle over several of them, a number that two give.

What depends on a row that is refused is refused with it, since there would be nothing for it to be of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.records.rules import RULES_AMONG, among
from app.sheets.importing.planners.row import Reader
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import PlannedRow, Verdict
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
    _refuse_broken(session, reader, rows, records)
    _refuse_dependent(reader, planned, rows, new)
    return tuple(rows)


def _refuse_broken(
    session: FileSession, reader: Reader, rows: list[PlannedRow], records: Mapping[str, WorkingRecord]
) -> None:
    """Refuse those of the rows that make the records wrong among each other.

    Of what is wrong those rows fall first that write the field of which it is said; what the others write is then asked
    about again beside what the file has, since it may have been wrong by those alone.
    """
    entity = reader.info.name
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows if entity in RULES_AMONG else ()):
        if row.record_id and row.record_id in records:
            places[row.record_id].append(at)
    asked = {key: records[key] for key, mine in places.items() if any(rows[at].writes for at in mine)}
    while found := list(_broken(session, entity, asked)):
        writing = [(key, problem, [at for at in places[key] if _sets(rows[at], problem)]) for key, problem in found]
        to_blame = [each for each in writing if each[2]]
        for key, problem, falling in to_blame or [(key, problem, places[key]) for key, problem, _ in writing]:
            _refuse_of_record(reader, rows, problem, (falling, places[key]))
            asked.pop(key, None)


def _broken(session: FileSession, entity: str, asked: Mapping[str, WorkingRecord]) -> Iterator[tuple[str, Problem]]:
    kind = session.catalog.entity(entity)
    wanted = [kind(**{**record.values, "id": key}) for key, record in asked.items()]
    with session.no_autoflush:
        for start in range(0, len(wanted), _ROWS_AT_ONCE):
            found = among(session, entity, wanted[start : start + _ROWS_AT_ONCE])
            yield from ((problem.place.record, problem) for problem in found if problem.place.record in asked)


def _sets(row: PlannedRow, problem: Problem) -> bool:
    """Tell whether a row makes the record of a problem, or writes the field that it is said of."""
    own = (write for write in row.writes if write.id == problem.place.record)
    return any(write.is_new or problem.place.field in write.values for write in own)


def _refuse_of_record(
    reader: Reader, rows: list[PlannedRow], problem: Problem, of_record: tuple[Sequence[int], Sequence[int]]
) -> None:
    """Refuse the rows of a record that write what is wrong, given with all of its rows by their places.

    A later row that was taken for the same falls too: what it says may be what is not stored now.
    """
    falling, mine = of_record
    falling = [at for at in falling if rows[at].writes]
    first = min((rows[at].turn for at in falling), default=None)
    for at in mine:
        row = rows[at]
        follows = row.verdict is Verdict.SAME and first is not None and row.turn > first
        if at in falling or follows:
            rows[at] = row.refused(reader.at(row.number, reader.column_of(problem.place.field), problem))


def _refuse_dependent(
    reader: Reader, planned: Sequence[PlannedRow], rows: list[PlannedRow], new: Mapping[str, int]
) -> None:
    """Refuse what changes, or refers to, what no row makes any more; each row that falls may make another one fall."""
    makers = Counter(write.id for row in rows for write in row.writes if write.is_new)
    wanted = {write.id: row.number for row in planned for write in row.writes if write.is_new} | dict(new)
    dead = [(key, number) for key, number in wanted.items() if not makers[key]]
    if not dead:
        return
    users: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for key in set(_reached(row)) & wanted.keys():
            users[key].append(at)
    while dead:
        key, number = dead.pop()
        for at in users[key]:
            row = rows[at]
            if row.verdict is Verdict.REFUSED:
                continue
            rows[at] = row.refused(reader.at(row.number, None, _depends_on(number)))
            makers.subtract(made := [write.id for write in row.writes if write.is_new])
            dead += [(each, row.number) for each in dict.fromkeys(made) if not makers[each]]


def _reached(row: PlannedRow) -> Iterator[str]:
    """Return the key of the record that a row is of, and the keys of what it changes or refers to."""
    if row.record_id:
        yield row.record_id
    for write in row.writes:
        yield write.id
        for value in write.values.values():
            if isinstance(value, str):
                yield value
            elif isinstance(value, RecordKey):
                yield value.id


def _depends_on(number: int) -> Problem:
    text, hint = mark("Depende de lo que trae la fila {row}, que se rechaza."), mark("Corrija antes esa fila.")
    return Problem(text, hint, values={"row": number})
