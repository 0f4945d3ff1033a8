"""What was owed by a day and is done: one or many, of any kind whose deadline says how it is met, on one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import not_, select

from app.records.deadlines import records_behind
from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.namesakes import read_titles
from app.records.reading import batched
from app.steps import NOTHING_SAID, write_taken
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.base import Met
from db.catalog import Catalog, FieldInfo
from db.changes import Changes
from db.deadline_state import DEADLINES
from db.entities.step import Step
from db.fields import Kind
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import PartialDate

ByKind = Mapping[str, Sequence[str]]
"""Keys of records by their kinds."""


NOTHING_LEFT = Problem(mark("Nada de lo elegido queda por cumplir."), mark("Para cambiar la fecha, edite la ficha."))


@dataclass(frozen=True, slots=True)
class Left:
    """What of some records is left to do: its `keys` by their kinds, and what the first of them is called."""

    keys: ByKind
    name: str = ""

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(map(len, self.keys.values()))

    @property
    def step(self) -> str:
        """The step among them where there is one alone: of several it is not asked what follows from each; or empty."""
        steps = self.keys.get(Step.__tablename__, ())
        return steps[0] if len(steps) == 1 else ""


def left_to_do(store: Store, entity: str, ids: Sequence[str]) -> Left:
    """Return which of some records of `entity`, which may be deadlines, one press can finish and are not done."""
    wanted = _by_kind(store, entity, ids)
    with store.reading() as session:
        due = {kind: found for kind, keys in wanted.items() if (found := open_among(session, kind, keys))}
        for kind, keys in due.items():
            return Left(due, next(iter(read_titles(session, kind, keys[:1]).values()), ""))
    return Left({})


def can_be_met(catalog: Catalog, kind: str) -> bool:
    """Tell whether one press can finish records of a kind."""
    return kind in catalog and _met_of(catalog, kind) is not None


def fulfil(
    store: Store, entity: str, ids: Sequence[str], day: date, of_record: Mapping[str, object] = NOTHING_SAID
) -> Changes:
    """Write that records of `entity`, which may be the deadlines of many kinds, were done on `day`, in one operation.

    Those with nothing left to do are left as they are, and so are kinds that no press can finish, as a mandate that
    ends. `of_record` is what follows for the record of the one step among them, such as its `state`; of several steps
    nothing does, and a project says by itself that its state lags behind. Raises ProblemError when nothing of all is
    left to do, and for what a rule refuses.
    """
    left = left_to_do(store, entity, ids)
    due, count, name = left.keys, left.count, left.name
    if not count:
        raise ProblemError(NOTHING_LEFT)
    one = Title("Cumplimiento de «{name}»", values={"name": Name(name)})
    several = Title("Cumplimiento de {count} pendiente", "Cumplimiento de {count} pendientes", count)
    with store.operation(one if count == 1 else several) as session:
        for kind, keys in due.items():
            for key in keys:
                _write(session, kind, key, day, of_record if key == left.step else NOTHING_SAID)
    return session.changes


def _by_kind(store: Store, entity: str, ids: Sequence[str]) -> ByKind:
    if entity != DEADLINES:
        return {entity: ids}
    found: dict[str, list[str]] = {}
    for behind in records_behind(store, ids).values():
        found.setdefault(behind[0].entity, []).append(behind[0].id)
    return found


def _met_of(catalog: Catalog, kind: str) -> Met | None:
    due = catalog.entity(kind).facts.due
    return due.met if due is not None else None


def open_among(session: FileSession, kind: str, keys: Sequence[str]) -> list[str]:
    """Return those of some records that one press can finish and are not done, in their order."""
    made = session.catalog.entity(kind)
    due = made.facts.due
    if due is None or due.met is None:
        return []
    left = not_(getattr(made, due.done)())
    found = {key for some in batched(keys) for key in session.scalars(select(made.id).where(made.id.in_(some), left))}
    return [key for key in keys if key in found]


def _write(session: FileSession, kind: str, key: str, day: date, of_record: Mapping[str, object]) -> None:
    if kind == Step.__tablename__:
        write_taken(session, key, day, of_record=of_record)
        return
    met, info = _met_of(session.catalog, kind), session.catalog[kind]
    if met is not None:
        values: dict[str, object] = {met.day: _as_kept(info.field(met.day), day)} if met.day else {}
        write_checked(session, Draft(kind, key, values | ({info.state: met.state} if met.state else {})))


def _as_kept(each: FieldInfo, day: date) -> date | PartialDate:
    return PartialDate.of(day) if each.field.kind is Kind.PARTIAL_DATE else day
