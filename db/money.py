"""Amounts of money in a table: one value for whoever reads or writes it, two columns on disk."""

from typing import cast

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Composite, Mapped, mapped_column

from db.fields import Field
from db.values import Money

_CODE_LENGTH = 3


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
