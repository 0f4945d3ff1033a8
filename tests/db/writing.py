"""What tests of the journal write into a file, statement by statement, and what they read of it afterwards."""

import json
from typing import Any, NamedTuple

from db.journal.undoing import Verdict
from db.keys import key_of
from db.sqlite import quote
from db.store import Store
from db.titles import Title

Values = dict[str, Any]


class Written(NamedTuple):
    """An entry as it stands in the file."""

    kind: str
    entity: str
    row_id: str
    before: Values | None
    after: Values | None


def made(table: str, key: str, **values: object) -> str:
    """Return the statement that makes a row."""
    whole = {"id": key, **values}
    return f"INSERT INTO {table} ({', '.join(whole)}) VALUES ({', '.join(map(_literal, whole.values()))})"


def changed(table: str, key: str, **values: object) -> str:
    """Return the statement that changes a row."""
    said = ", ".join(f"{name} = {_literal(value)}" for name, value in values.items())
    return f"UPDATE {table} SET {said} WHERE id = {quote(key)}"


def gone(table: str, key: str) -> str:
    """Return the statement that deletes a row."""
    return f"DELETE FROM {table} WHERE id = {quote(key)}"


def made_city(key: str = "city", name: str = "Azul", **values: object) -> str:
    """Return the statement that makes a city."""
    return made("municipality", key, short_name=name, country="AR", **values)


def made_phone(key: str, value: str = "4711", **owner: str) -> str:
    """Return the statement that makes a phone of the `owner`."""
    return made("contact_point", key, kind="phone", value=value, position=0, **owner)


def made_experience(key: str = "huerta", **values: object) -> str:
    """Return the statement that makes an experience."""
    return made("experience", key, name="Huerta", running=1, state="draft", permission="not_asked", **values)


def made_link(experience: str, city: str) -> str:
    """Return the statement that links an experience to a city."""
    key = link(experience, city)
    return made("experience_municipality", key, experience_id=experience, municipality_id=city)


def link(experience: str, city: str) -> str:
    """Return the key of that link."""
    return key_of("experience_municipality", experience, city)


def made_file(key: str, entity: str, record: str) -> str:
    """Return the statement that attaches a file to a record."""
    facts = {"name": "acta.pdf", "media_type": "application/pdf", "size": 4, "digest": "d" * 64, "position": 0}
    return made("document", key, record_entity=entity, record_id=record, **facts)


def write(store: Store, *statements: str, by: str = "Ana", start: bool = False) -> int:
    """Carry out statements in one operation of somebody and give its number; 0 when nothing changed."""
    store.author = by
    with store.operation(Title("Cambiar"), start=start) as session:
        for statement in statements:
            session.connection().exec_driver_sql(statement)
    return session.changes.operation or 0


def ask(store: Store, statement: str) -> list[tuple[Any, ...]]:
    """Return the rows that a statement finds."""
    with store.reading() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(statement)]


def held(store: Store, table: str, key: str) -> Values | None:
    """Return what a row holds, without what is empty; None when it is not there."""
    with store.reading() as session:
        found = (
            session.connection().exec_driver_sql(f"SELECT * FROM {table} WHERE id = {quote(key)}").mappings().first()
        )
    return None if found is None else {name: value for name, value in found.items() if value is not None}


def written(store: Store, operation: int) -> list[Written]:
    """Return the entries of an operation in their order."""
    found = ask(
        store,
        f"SELECT kind, entity, row_id, before, after FROM journal_entry WHERE operation = {operation} ORDER BY number",
    )
    return [Written(*row[:3], *(None if side is None else json.loads(side) for side in row[3:])) for row in found]


def verdicts(store: Store, *operations: int) -> dict[tuple[str, str], Verdict]:
    """Return the verdicts of undoing, by the row and the first column of its unit, which is empty for the whole row."""
    plan = store.plan_undo(operations)
    assert not plan.sets
    return {(each.row_id, (each.unit or ("",))[0]): each.verdict for each in plan.rulings}


def undo(store: Store, *operations: int) -> int:
    """Take operations back and give the number of the undo; 0 when it changed nothing."""
    return store.undo_operations(operations, Title("Deshacer")).operation or 0


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return quote(value) if isinstance(value, str) else str(value)
