"""The readers of spreadsheets, in the order in which they are asked whether a file is theirs."""

from app.sheets.reading.formats import foreign, html, ics, ods, spreadsheetml, text, xls, xlsx
from app.sheets.reading.source import Reader

READERS: tuple[Reader, ...] = (
    xlsx.READER,
    ods.READER,
    xls.READER,
    spreadsheetml.READER,
    ics.READER,
    html.READER,
    foreign.READER,
    text.READER,
)
