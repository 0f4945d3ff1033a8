"""The facts of a field and the values that it holds, given to the window by their own names."""

from db.fields import Bounds, Choice, Field, Kind, UnitIn
from db.values import Money, NamedRecord, PartialDate, RecordKey

__all__ = ["Bounds", "Choice", "Field", "Kind", "Money", "NamedRecord", "PartialDate", "RecordKey", "UnitIn"]
