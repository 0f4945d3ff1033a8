"""The report of all the records of a list, begun with what the list shows of them: their term, and what is ticked."""

from collections.abc import Mapping

from app.records.catalog import Catalog, Filter, Operator, Query
from app.records.filters import filtered_field
from app.screens.screen import ListPaper


def options_of_list(catalog: Catalog, paper: ListPaper, query: Query) -> Mapping[str, object]:
    """Return the options that a list says: the one term that it is filtered by, the boxes of its filters, its parts.

    What no option can say, as words that are looked for, is left out; with none at all the report has its usual ones.
    """
    said: dict[str, object] = {"parts": frozenset(paper.parts)} if paper.parts else {}
    for each in query.filters:
        value = _only_value(each)
        if value is not None and filtered_field(catalog[query.entity], each).target == "period":
            said["record_id"] = value
        said |= {tick: True for name, wanted, tick in paper.ticks if (each.field, value) == (name, wanted)}
    return said


def _only_value(wanted: Filter) -> object | None:
    """Return the one value that a filter asks for; None of one that asks for several, or for anything else."""
    if wanted.operator is Operator.EQUALS:
        return wanted.value
    is_one = wanted.operator is Operator.ONE_OF and isinstance(wanted.value, tuple) and len(wanted.value) == 1
    return wanted.value[0] if is_one and isinstance(wanted.value, tuple) else None
