"""The period of the Secretaría Ejecutiva in which today lies."""

from dataclasses import dataclass

from app.records.catalog import Catalog, Order, Query
from app.records.reach import Reach, reach_of_columns, reach_of_query
from app.records.reading import list_ids, list_rows
from app.words.fields import PartialDate
from db.store import Store

_PERIODS = Query("period", order=(Order("starts", descending=True),))
_READ = ("name", "municipality_id", "starts", "ends")


@dataclass(frozen=True, slots=True)
class CurrentPeriod:
    """The key and name of a period, and the city that holds it, empty while none is recorded."""

    key: str
    name: str
    city: str


def current_period(store: Store) -> CurrentPeriod | None:
    """Return the latest period that has begun and not ended; None when none is recorded."""
    today = PartialDate.of(store.today())
    ids = list_ids(store, _PERIODS)
    rows = list_rows(store, _PERIODS.entity, _READ, ids)
    for key, (name, city, starts, ends) in zip(ids, rows, strict=True):
        begun = not isinstance(starts, PartialDate) or starts.first_day <= today.first_day
        lasts = not isinstance(ends, PartialDate) or ends.last_day >= today.first_day
        if begun and lasts:
            return CurrentPeriod(key, str(name), str(city or ""))
    return None


def reach_of_periods(catalog: Catalog) -> Reach:
    """Return which tables the period of today is read from."""
    return reach_of_query(catalog, _PERIODS) | reach_of_columns(catalog, _PERIODS.entity, _READ)
