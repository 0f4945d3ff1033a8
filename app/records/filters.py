"""The filters of a list, said in words."""

from collections.abc import Iterable, Mapping

from app.records.catalog import TOUCHED_BY, EntityInfo, FieldInfo, Filter, Operator
from app.words.fields import Field, Kind
from app.words.titles import say_within
from app.words.values import show_value
from app.words.words import Words, mark
from db.journal.story import by_number
from db.session import FileSession
from db.store import Store
from db.titles import Title

SAID: Mapping[Operator, str] = {
    Operator.IS_EMPTY: mark("{label}: sin dato"),
    Operator.IS_FILLED: mark("{label}: con dato"),
    Operator.NOT_EQUALS: mark("{label}: no {value}"),
    Operator.CONTAINS: mark("{label} contiene «{value}»"),
    Operator.AT_LEAST: mark("{label} desde {value}"),
    Operator.AT_MOST: mark("{label} hasta {value}"),
}
ONE_OF = mark("{label}: {value}")


def say_filter(wanted: Filter, info: FieldInfo, words: Words, titles: Mapping[str, str]) -> str:
    """Return a filter in words; `titles` names the records that it may refer to, by their keys."""
    label = words(info.field.label)
    parts = wanted.value if isinstance(wanted.value, tuple) else (wanted.value,)
    value = ", ".join(titles.get(str(part)) or show_value(info.field, part, words) for part in parts)
    return words(SAID.get(wanted.operator, ONE_OF), label=label, value=value)


def filtered_field(entity: EntityInfo, wanted: Filter) -> FieldInfo:
    """Return the field that a filter of a list of `entity` compares, or what stands for the operation that it asks of.

    KeyError for a name that is neither.
    """
    return (
        FieldInfo(TOUCHED_BY, Field(mark("Operación"), Kind.INTEGER))
        if is_of_operation(wanted)
        else entity.field(wanted.field)
    )


def is_of_operation(wanted: Filter) -> bool:
    """Tell whether a filter asks for what an operation touched."""
    return wanted.field == TOUCHED_BY


def operations_of(session: FileSession, filters: Iterable[Filter]) -> dict[str, Title]:
    """Return the titles of the operations that `filters` ask for, by the text of their numbers."""
    numbers = [wanted.value for wanted in filters if is_of_operation(wanted) and isinstance(wanted.value, int)]
    return {str(each.number): each.title for each in by_number(session.connection(), numbers)}


def named_operations(store: Store, filters: Iterable[Filter], words: Words) -> dict[str, str]:
    """Return what the operations are called that `filters` ask for, by the text of their numbers."""
    with store.reading() as session:
        return {number: say_within(title, words) for number, title in operations_of(session, filters).items()}
