"""The records that a layout says are linked to one: by a reference, by a link, or by several steps of them."""

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids
from app.screens.screen import Linked
from db.store import Store


def find_linked(store: Store, linked: Linked, record_id: str) -> list[str]:
    """Return the keys of what `linked` says is linked to the record `record_id`, in its order."""
    keys: tuple[str, ...] = (record_id,)
    for place, step in enumerate(reversed(linked.path)):
        entity, _, field = step.partition(".")
        last = place == len(linked.path) - 1
        order = linked.order if last else ()
        query = Query(entity, filters=(Filter(field, Operator.ONE_OF, keys),), order=order)
        keys = tuple(list_ids(store, query)) if keys else ()
    return list(keys)
