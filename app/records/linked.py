"""The records that a layout says are linked to one: by a reference, a link, or several steps of them."""

from functools import reduce
from operator import or_

from app.records.catalog import Catalog, Filter, Operator, Query
from app.records.reach import Reach, reach_of_columns, reach_of_query
from app.screens.screen import Linked
from app.words.fields import Kind, RecordKey
from db.query import find_ids
from db.session import FileSession
from db.store import Store


def find_linked(session: FileSession, store: Store, linked: Linked, shown: str, record_id: str) -> list[str]:
    """Return the keys of what `linked` says is linked to the record `record_id` of the kind `shown`, in its order."""
    if linked.also:
        return _find_by_any(session, store, linked, RecordKey(shown, record_id))
    keys: tuple[str, ...] = (record_id,)
    for place, step in enumerate(reversed(linked.path)):
        entity = step.partition(".")[0]
        is_last = place == len(linked.path) - 1
        filters = leading_to(store.catalog, step, shown, keys), *(_filled(linked) if is_last else ())
        query = Query(entity, filters=filters, order=linked.order if is_last else ())
        keys = tuple(find_ids(session, query, store.today())) if keys else ()
        shown = entity
    return list(keys)


def _find_by_any(session: FileSession, store: Store, linked: Linked, shown: RecordKey) -> list[str]:
    """Return what leads to the record by any of several fields, each once."""
    found = dict[str, None]()
    for step in _steps_of(linked):
        query = Query(linked.entity, filters=(leading_to(store.catalog, step, shown.entity, (shown.id,)),))
        found |= dict.fromkeys(find_ids(session, query, store.today()))
    ordered = Query(linked.entity, filters=(Filter("id", Operator.ONE_OF, tuple(found)),), order=linked.order)
    return list(find_ids(session, ordered, store.today())) if found else []


def _filled(linked: Linked) -> tuple[Filter, ...]:
    return (Filter(linked.filled, Operator.IS_FILLED),) if linked.filled else ()


def _steps_of(linked: Linked) -> list[str]:
    return [*linked.path, *(f"{linked.entity}.{name}" for name in linked.also)]


def leading_to(catalog: Catalog, step: str, shown: str, keys: tuple[str, ...]) -> Filter:
    """Return the filter for what leads by a `step` to one record of the kind `shown`, or to any of several."""
    entity, _, field = step.partition(".")
    of_any = catalog[entity].field(field).field.kind is Kind.RECORD
    values = tuple(RecordKey(shown, key) for key in keys) if of_any else keys
    return Filter(field, Operator.ONE_OF, values) if len(values) > 1 else Filter(field, Operator.EQUALS, *values)


def reach_of_linked(catalog: Catalog, linked: Linked) -> Reach:
    """Return what the list of what `linked` says is read from: each step of its way, its order and its columns."""
    filters = ((step.partition(".")[0], leading_to(catalog, step, linked.entity, ("",))) for step in _steps_of(linked))
    queries = [Query(entity, filters=(each,)) for entity, each in filters]
    queries.append(Query(linked.entity, filters=_filled(linked), order=linked.order))
    columns = reach_of_columns(catalog, linked.entity, linked.columns)
    return reduce(or_, (reach_of_query(catalog, query) for query in queries), columns)
