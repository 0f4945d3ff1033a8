"""Cities of one country that share their name, told apart by their province, state or department."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import func, select

from app.words.values.countries import show_subdivision
from db.entities.municipality import Municipality
from db.session import FileSession


def homonyms(session: FileSession) -> Mapping[str, str]:
    """Give, by key, what to call each city whose name another one of its country has: Avellaneda (Santa Fe)."""
    key = (Municipality.short_name_key, Municipality.country)
    shared = select(*key).group_by(*key).having(func.count() > 1).subquery()
    found = session.execute(
        select(Municipality.id, Municipality.short_name, Municipality.subdivision)
        .join(
            shared,
            (shared.c.short_name_key == Municipality.short_name_key) & (shared.c.country == Municipality.country),
        )
        .where(Municipality.subdivision.is_not(None)),
    ).all()
    names = {row.id: f"{row.short_name} ({show_subdivision(row.subdivision)})" for row in found}
    counted = Counter(names.values())
    return {key: name for key, name in names.items() if counted[name] == 1}
