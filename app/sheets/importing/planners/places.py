"""Where a row says that something is: country, province, and the city, organisation or body it names."""

import re

from app.sheets.importing.planners.row import Reader, Row
from app.words.problems import Problem
from app.words.values.countries import show_subdivision
from app.words.words import mark

_CODE = re.compile(r"\s*[A-Za-z]{2}-[A-Za-z0-9]{1,3}\s*")


def read_subdivision(reader: Reader, row: Row, default_country: str = "") -> str | None:
    """Return the ISO 3166-2 code of the province that a row says in one or more cells, by code or by name.

    A code has the say over a name that nobody knows; two cells that mean different provinces refuse the row.
    """
    country = country_of(reader, row) or default_country
    by_code: set[str] = set()
    by_name: set[str] = set()
    unread = []
    for index, raw in row.cells.get("subdivision", ()):
        found = reader.readable("subdivision", raw, country)
        is_code = isinstance(raw, str) and _CODE.fullmatch(raw)
        if isinstance(found, Problem):
            unread.append((index, found, is_code))
        elif isinstance(found, str):
            (by_code if is_code else by_name).add(found)
    for index, problem, is_code in unread:
        if is_code or not by_code:
            row.refuse(reader.at(row.number, index, problem))
    if len(by_code | by_name) > 1:
        text = mark("Las columnas de la provincia no coinciden: {places}.")
        said = ", ".join(show_subdivision(code) for code in sorted(by_code | by_name))
        reader.refuse(row, "subdivision", text, mark("Corrija una de las dos."), places=said)
    return next(iter(sorted(by_code | by_name)), None)


def country_of(reader: Reader, row: Row, subdivision: str | None = None) -> str:
    """Return the country (ISO 3166-1) that a row says, or that its province is of; empty when neither does."""
    said = reader.value(row, "country") if row.has("country") else None
    if isinstance(said, str):
        return said
    return subdivision.partition("-")[0] if subdivision else ""
