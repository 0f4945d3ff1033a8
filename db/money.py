"""Amounts of money in a table: one value for whoever reads or writes it, two columns on disk; and those that derive."""

from typing import Any, cast, overload

import sqlalchemy as sa
from sqlalchemy import BigInteger, ColumnElement, Dialect, String, func
from sqlalchemy.orm import Composite, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from db.fields import Field
from db.values import Money

_CODE_LENGTH = 3
ALL_OF_IT = 100_000
"""The largest share, in thousandths of a percent."""


class _MoneyColumns(Composite[Money]):
    """The composite of an amount, which names its two columns by the attribute that it is declared as."""

    inherit_cache = True

    def __set_name__(self, owner: type, name: str) -> None:
        """Declare `<name>_minor` and `<name>_currency`, which are changed, journaled and undone together."""
        minor, currency = f"{name}_minor", f"{name}_currency"
        check = self.info["field"].bounds.check_of(minor)
        self.attrs = (
            mapped_column(minor, BigInteger, nullable=True, info={"together": name, "check": check}),
            mapped_column(currency, String(_CODE_LENGTH), nullable=True, info={"together": name}),
        )


def money(field: Field) -> Mapped[Money | None]:
    """Declare an amount with its currency and its facts; while one of its columns is empty there is none."""
    # The mapper takes what makes the value to give one always; it is asked for none as well.
    made = cast("type[Money]", Money.of)
    return cast("Mapped[Money | None]", _MoneyColumns(made, info={"field": field}))


class _Amount(TypeDecorator[Money]):
    """An amount that an expression finds: one text on its way, its currency before its minor units."""

    impl = String
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> Money | None:  # noqa: ARG002 - SQLAlchemy names it
        """Make the amount of the text; none of nothing."""
        return None if value is None else Money(int(value[_CODE_LENGTH:]), value[:_CODE_LENGTH])


def found_amount(minor: ColumnElement[int | None], currency: ColumnElement[str | None]) -> ColumnElement[Money | None]:
    """Return the amount that two expressions find: whole minor units and their currency; null where either is.

    A derived field that gives one has `<name>_columns` beside it, a classmethod that returns the two: by them amounts
    are compared and ordered.
    """
    said = func.concat(currency, sa.cast(minor, String), type_=_Amount)
    return sa.case((minor.is_not(None) & currency.is_not(None), said), else_=None)


@overload
def share_of(minor: int, share: int) -> int: ...


@overload
def share_of(minor: ColumnElement[Any], share: ColumnElement[Any]) -> ColumnElement[int | None]: ...


def share_of(minor: Any, share: Any) -> Any:
    """Return a share, in thousandths of a percent, of an amount that is not negative, both in whole minor units.

    One formula for a row and for a query: half a unit goes up, and the digits are all kept, for the whole amount is
    never multiplied, which would go beyond what an integer of the file holds, nor made a floating number.
    """
    rest = minor % ALL_OF_IT
    return minor // ALL_OF_IT * share + (rest * share * 2 + ALL_OF_IT) // (2 * ALL_OF_IT)


def part_of(amount: Money | None, share: int | None) -> Money | None:
    """Return a share of an amount, in its currency; None where either is not known."""
    return None if amount is None or share is None else Money(share_of(amount.minor, share), amount.currency)
