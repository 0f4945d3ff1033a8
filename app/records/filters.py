"""The filters of a list, said in words."""

from collections.abc import Mapping

from app.records.catalog import FieldInfo, Filter, Operator
from app.words.values import show_value
from app.words.words import Words, mark

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
