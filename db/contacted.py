"""Who is spoken with: when that was last noted and how long ago, for people, cities and organisations alike."""

from datetime import date

from sqlalchemy import ColumnElement, and_, case, extract, func, or_, select

from db.base import Entity, entity_of
from db.derived import derived
from db.fields import Field, Kind, mark
from db.spans import whole_today

NEVER = 1 << 31
"""More months than can pass."""


class Contacted(Entity):
    """A record that the notes of the log name, as one of those who spoke or as what was spoken of."""

    __abstract__ = True

    @derived(Field(mark("Último contacto"), Kind.DATE, width=12, help=mark("El día de la última anotación.")))
    @classmethod
    def last_contact(cls) -> ColumnElement[date | None]:
        """Return the day of the last note that names the record; null without one."""
        note = entity_of("interaction").__table__.alias()
        link = cls.metadata.tables[f"interaction_{cls.__tablename__}"].alias()
        with_them = select(link.c.interaction_id).where(link.c[f"{cls.__tablename__}_id"] == cls.id).correlate(cls)
        of_them = and_(note.c.subject_entity == cls.__tablename__, note.c.subject_id == cls.id)
        found = select(func.max(note.c.day)).where(or_(note.c.id.in_(with_them), of_them))
        return found.correlate(cls).scalar_subquery()

    @derived(
        Field(
            mark("Meses sin contacto"),
            Kind.INTEGER,
            width=9,
            help=mark("Sin ninguna anotación cuentan como más que cualquier número."),
        )
    )
    @classmethod
    def silent_months(cls) -> ColumnElement[int]:
        """Return how many whole months have passed since the last note; null without one."""
        last, now = cls.last_contact, whole_today()
        months = (extract("year", now) - extract("year", last)) * 12 + extract("month", now) - extract("month", last)
        return months - case((extract("day", now) < extract("day", last), 1), else_=0)

    @classmethod
    def silent_months_key(cls) -> ColumnElement[int]:
        """Return by what `silent_months` is ordered and compared: no note at all is longer ago than any."""
        return func.coalesce(cls.silent_months, NEVER)
