"""Evidence: a record that shows that a line or an action of the plan was worked on."""

from datetime import date

from sqlalchemy import CheckConstraint, ColumnElement, String, case, cast, func, select, type_coerce
from sqlalchemy.orm import Mapped, aliased, mapped_column

from db.any_record import any_record
from db.base import Entity, EntityFacts, PartialDateColumn, count_filled, reference, title_at
from db.derived import derived
from db.fields import Field, Kind, mark
from db.values import PartialDate, RecordKey


class Evidence(Entity):
    """A record of any kind that stands for the work on a line or on one of its actions, one of the two.

    It stays when the record is deleted, and keeps what that was called.
    """

    __tablename__ = "evidence"
    __table_args__ = (CheckConstraint(count_filled("line_id", "action_id") + " = 1", name="one_owner"),)
    facts = EntityFacts(
        one=mark("Evidencia"),
        many=mark("Evidencias"),
        named_by=("note",),
        detail=("record", "action_id", "line_id"),
        columns=("record", "dated", "line_id", "action_id", "note"),
        owners=("line_id", "action_id"),
        known_by=("record", "line_id", "action_id"),
    )

    line_id: Mapped[str | None] = reference(
        "plan_line", Field(mark("Línea de acción"), Kind.REFERENCE, width=28), together="owner"
    )
    action_id: Mapped[str | None] = reference(
        "plan_action", Field(mark("Acción del plan"), Kind.REFERENCE, width=36), together="owner"
    )
    record: Mapped[RecordKey] = any_record(
        Field(mark("Qué lo muestra"), Kind.RECORD, required=True, width=36), owned=False
    )
    note: Mapped[str | None] = mapped_column(String(300), info={"field": Field(mark("Nota"), width=30)})

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know evidence by its note, else by what it shows."""
        return func.coalesce(cls.note, title_at(cls.action_id), title_at(cls.line_id), "")

    @derived(Field(mark("Fecha"), Kind.PARTIAL_DATE, width=12, help=mark("La de lo que lo muestra.")))
    @classmethod
    def dated(cls) -> ColumnElement[PartialDate | None]:
        """Return the day of the record that shows it, as far as its kind has one."""
        which, key, *_ = cls._columns_of_record()
        kinds = (each.class_ for each in cls.registry.mappers if issubclass(each.class_, Entity))
        days = {each.__tablename__: _day_of(each, key) for each in kinds if each.facts.dated}
        return type_coerce(case(days, value=which), PartialDateColumn)

    @classmethod
    def _columns_of_record(cls) -> tuple[ColumnElement[str], ...]:
        return tuple(getattr(cls, each) for each in ("record_entity", "record_id"))


def _day_of(entity: type[Entity], key: ColumnElement[str]) -> ColumnElement[str]:
    there = aliased(entity)
    day: ColumnElement[date] = getattr(there, entity.facts.dated)
    return select(cast(day, String)).where(there.id == key).scalar_subquery()
