"""What there is to show and edit, and what a list asks for, given to the window by their own names."""

from db.asking import TOUCHED_BY, Filter, Operator, Order, Query
from db.catalog import Catalog, EntityInfo, FieldInfo, PartInfo

__all__ = ["TOUCHED_BY", "Catalog", "EntityInfo", "FieldInfo", "Filter", "Operator", "Order", "PartInfo", "Query"]
