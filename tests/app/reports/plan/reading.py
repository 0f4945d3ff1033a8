"""What tests read in the plan on paper: its parts, and the values of a row."""

from app.document import Cell, Document, Value
from app.reports import plan
from app.reports.offered import make
from db.store import Store


def plan_of(store: Store, *parts: str, period: str | None = None, language: str = "es") -> Document:
    """Make the plan of a period, with these parts or with all."""
    chosen = frozenset(parts) if parts else plan.Options().parts
    return make(store, "plan", plan.Options(period, chosen), language)


def values_of(row: tuple[Value | Cell, ...]) -> list[Value]:
    return [cell.value if isinstance(cell, Cell) else cell for cell in row]
