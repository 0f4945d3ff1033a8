"""A study is overdue once the last day on which it may be delivered is past."""

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids
from db.store import Store
from db.values import PartialDate
from tests.make import TODAY, add


def test_a_study_is_overdue_from_the_day_after_its_last(store: Store) -> None:
    today = PartialDate.of(TODAY)
    late = add(store, "study", name="Tarde", due_on=PartialDate(2026, 10))
    add(store, "study", name="Hoy", due_on=today)
    add(store, "study", name="Este mes", due_on=PartialDate(2026, 11))
    add(store, "study", name="Entregado", due_on=PartialDate(2026, 10), delivered_on=today)
    add(store, "study", name="Sin fecha")
    wanted = Query("study", filters=(Filter("is_overdue", Operator.EQUALS, value=True),))
    assert list_ids(store, wanted) == [late]
