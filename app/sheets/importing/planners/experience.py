"""Rows of experiences: which one each is, and what it says of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select

from app.sheets.importing.planners.record import RecordPlanner
from app.sheets.importing.planners.references import sure
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues
from app.sheets.importing.rows import Request
from app.sheets.importing.targets import Target, borrowed
from app.words.words import Words, mark
from db.catalog import Catalog, EntityInfo
from db.entities.experience import experience_municipality
from db.session import FileSession
from db.values import PartialDate

_YEARS = re.compile(r"\s*(\d{4})\s*(?:[-–—/]|a|al|to|até)\s*(\d{4})\s*")


class ExperiencePlanner(RecordPlanner[RowValues]):
    """Plans the rows of experiences of one request: those of one title are told apart by their cities."""

    entity = "experience"

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the cities of the experiences of the store."""
        super().__init__(session, request, words, today)
        self._cities: dict[str, set[str]] = {}
        linked = experience_municipality.c
        for key, city in session.execute(select(linked.experience_id, linked.municipality_id)):
            self._cities.setdefault(key, set()).add(city)

    @classmethod
    def beside(cls, catalog: Catalog, info: EntityInfo) -> Iterator[Target]:
        """Return what a sheet says of an experience that is no field of its own."""
        yield from super().beside(catalog, info)
        yield borrowed(
            catalog, "countries", ("municipality", "country"), label=mark("Países"), aliases=("countries", "países")
        )

    def read(self, row: Row) -> RowValues:
        """Return what the row says; years that one cell holds together are start and end."""
        years = self._years(row)
        row_values = self.fill(row, RowValues(), but=("starts", "ends") if years else ())
        row_values.values |= years
        return self.require_name(row, row_values)

    @staticmethod
    def _years(row: Row) -> dict[str, object]:
        """Return start and end of a cell that holds both ("2017-2018"), nothing when it holds one date."""
        for _, raw in row.cells.get("starts", ()):
            if isinstance(raw, str) and not row.has("ends") and (found := _YEARS.fullmatch(raw)):
                return {"starts": PartialDate(int(found[1])), "ends": PartialDate(int(found[2]))}
        return {}

    def likely(self, row: Row, row_values: RowValues, namesakes: Sequence[str]) -> list[str]:  # noqa: ARG002 - as the base has it
        """Return the namesakes that share a city with the row or, when none does, those where one side has none."""
        cities = set(sure(row_values.named, "municipalities"))
        shared = [key for key in namesakes if cities & self._cities.get(key, set())]
        return shared or [key for key in namesakes if not cities or not self._cities.get(key)]

    def known(self, row: Row, row_values: RowValues, record_id: str) -> Identity[RowValues]:
        """Take the row for this experience, which is also of the cities that the row names."""
        self._cities.setdefault(record_id, set()).update(sure(row_values.named, "municipalities"))
        return super().known(row, row_values, record_id)
