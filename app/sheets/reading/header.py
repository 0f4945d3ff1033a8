"""Finds the header of a sheet: the row of titles, under whatever stands above it, or that there is none."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.sheets.reading.workbook import CellError, CellValue, Row, Sheet, is_blank
from app.words.folding import fold

_CANDIDATES = 40
"""How many written rows are tried as header: titles, logos and notes above one seldom take over ten."""
_BODY = 40
"""How many rows below a candidate are looked at."""
_LONGEST_TITLE = 120
_ENOUGH = 0.2
"""A score below this is a row of data: found by trying on sheets of statistical offices and town halls."""
_NEARLY = 0.8
_ROWS_OF_GROUPS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_LIKE_DATA = re.compile(r"[\d\s.,;:/()+\-%$]+|\S+@\S+\.\S+|(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderGuess:
    """The header of a sheet: `row`, its number in the file, or None when every row is data.

    `score` goes from 0 to 1 and says how sure it is; `width` is how many columns the table has,
    counted from A; `titles` has a title for each, the second and later of equal ones numbered
    ("Teléfono (2)"), and an empty one where none is written.
    """

    row: int | None
    score: float
    width: int
    titles: tuple[str, ...]


def find_header(sheet: Sheet, known: Collection[str]) -> HeaderGuess:
    """Find the header of `sheet`; `known` are the folded labels and aliases of the fields it may have."""
    looked_at = _Looks(sheet, frozenset(known))
    scores = looked_at.scores()
    best = max(scores.values(), default=0.0)
    if best < _ENOUGH:
        return no_header(sheet)
    # Of two rows of titles, such as one in each language or groups over columns, the lower touches the data.
    row = max(number for number, score in scores.items() if score >= _NEARLY * best)
    return header_at(sheet, row, score=min(1.0, scores[row]))


def header_at(sheet: Sheet, row: int, *, score: float = 1.0) -> HeaderGuess:
    """Take the row with this number as the header, as a person says."""
    titles = _titles(sheet, row)
    return HeaderGuess(row, score, sheet.width, _numbered(titles))


def no_header(sheet: Sheet) -> HeaderGuess:
    """Take every row as data; no column has a title."""
    return HeaderGuess(None, 0.0, sheet.width, ("",) * sheet.width)


def data_rows(sheet: Sheet, header: HeaderGuess) -> Iterator[tuple[int, Row]]:
    """Return each row below the header that has some cell, with its number in the file."""
    for number, row in sheet.numbered():
        if (header.row is None or number > header.row) and not is_blank(row):
            yield number, row


class _Looks:
    """What the first rows of a sheet look like, each cell judged once."""

    def __init__(self, sheet: Sheet, known: frozenset[str]) -> None:
        self._known = known
        numbered = ((number, _spread(sheet, number)) for number, row in sheet.numbered() if not is_blank(row))
        self._rows = [next_row for _index, next_row in zip(range(_CANDIDATES + _BODY), numbered, strict=False)]
        self._folded = [[_folded(value) for value in row] for _number, row in self._rows]
        self._like_data = [[_is_like_data(value) for value in row] for _number, row in self._rows]

    def scores(self) -> dict[int, float]:
        """Return the score of each candidate by its number in the file."""
        return {number: self._score(index) for index, (number, _row) in enumerate(self._rows[:_CANDIDATES])}

    def _score(self, index: int) -> float:
        row = self._rows[index][1]
        written = [column for column, value in enumerate(row) if value is not None]
        texts = {self._folded[index][column] for column in written}
        if len(written) > 1 and len(texts) == 1:
            return 0.0  # a title merged or repeated over the whole table
        body = slice(index + 1, index + 1 + _BODY)
        usual = self._usual(body)
        width = max((self._reach(each) for each in self._rows[body]), default=len(written))
        evidence = sum(self._evidence(index, column, body) for column in written) / max(len(written), usual, 1)
        covered = min(1.0, 2 * len(written) / max(1, width))
        full_above = sum(self._reach(each) >= max(2, usual) for each in self._rows[:index])
        return max(0.0, evidence) * covered * 0.5 ** max(0, full_above - _ROWS_OF_GROUPS)

    @staticmethod
    def _reach(numbered: tuple[int, Row]) -> int:
        return sum(value is not None for value in numbered[1])

    def _usual(self, body: slice) -> int:
        """Tell how many cells the middling row of the body has."""
        counts = sorted(self._reach(row) for row in self._rows[body])
        return counts[len(counts) // 2] if counts else 0

    def _evidence(self, index: int, column: int, body: slice) -> float:
        """Say from -1 to 1 how much the cell is the title of what stands below it."""
        title = self._folded[index][column]
        if title in self._known:
            return 1.0
        if self._like_data[index][column] or not title or len(title) > _LONGEST_TITLE:
            return -0.5
        below = [
            row for row in range(body.start, min(body.stop, len(self._rows))) if self._rows[row][1][column] is not None
        ]
        texts = [self._folded[row][column] for row in below]
        if title in texts:
            return -1.0
        if not below:
            return 0.0
        data = sum(self._like_data[row][column] for row in below) / len(below)
        repeated = 1 - len(set(texts)) / len(texts)
        return max(data, repeated / 2)


def _folded(value: CellValue) -> str:
    return fold(str(value)) if value is not None and not isinstance(value, CellError) else ""


def _is_like_data(value: CellValue) -> bool:
    """Tell whether no title is written so: numbers, dates, phones, addresses; a year can well be one."""
    if value is None:
        return False
    if not isinstance(value, str | int):
        return True
    text = str(value).strip()
    return not _YEAR.fullmatch(text) and (not isinstance(value, str) or bool(_LIKE_DATA.fullmatch(text)))


def _spread(sheet: Sheet, number: int) -> Row:
    """Return a row with the value of each wide merge in all the cells that it covers."""
    row = list(sheet.row(number))
    for merge in sheet.merges:
        if merge.top <= number <= merge.bottom:
            value = sheet.row(merge.top)[merge.left]
            end = min(merge.right + 1, len(row))
            row[merge.left : end] = [value] * (end - merge.left)
    return tuple(row)


def _titles(sheet: Sheet, row: int) -> list[str]:
    """Return the texts of the header row, and for a column without one the text of its group just above."""
    titles = [_title(value) for value in _spread(sheet, row)]
    above = row - 1
    for number in range(above, max(sheet.first_row, row - _ROWS_OF_GROUPS) - 1, -1):
        groups = [_title(value) for value in _spread(sheet, number)]
        if len(set(groups) - {""}) > 1:
            titles = [title or group for title, group in zip(titles, groups, strict=True)]
    return titles


def _title(value: CellValue) -> str:
    return " ".join(str(value).split()) if value is not None and not isinstance(value, CellError) else ""


def _numbered(titles: list[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    numbered = []
    for title in titles:
        seen[fold(title)] += 1
        count = seen[fold(title)]
        numbered.append(f"{title} ({count})" if title and count > 1 else title)
    return tuple(numbered)
