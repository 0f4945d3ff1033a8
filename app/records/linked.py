"""The records that a layout says are linked to one: by a reference, a link, or several steps of them."""

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids
from app.screens.screen import Linked
from app.words.fields import Kind, RecordKey
from db.store import Store


def find_linked(store: Store, linked: Linked, shown: str, record_id: str) -> list[str]:
    """Return the keys of what `linked` says is linked to the record `record_id` of the kind `shown`, in its order."""
    keys: tuple[str, ...] = (record_id,)
    for place, step in enumerate(reversed(linked.path)):
        entity, _, field = step.partition(".")
        last = place == len(linked.path) - 1
        order = linked.order if last else ()
        of_any = store.catalog[entity].field(field).field.kind is Kind.RECORD
        wanted = tuple(RecordKey(shown, key) for key in keys) if of_any else keys
        query = Query(entity, filters=(Filter(field, Operator.ONE_OF, wanted),), order=order)
        keys = tuple(list_ids(store, query)) if keys else ()
        shown = entity
    return list(keys)
