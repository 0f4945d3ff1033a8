"""What a paper itself says, beside what people wrote: to see that none of it is left in another language."""

from app.document import BarChart, DescriptionList, Document, KeyFigures, Table
from app.reports.offered import make
from app.words.words import Words
from db.store import Store


def labels(document: Document) -> list[str]:
    """Return titles of sections, columns and charts, labels of facts, what figures count, what stands for nothing."""
    said = [document.title, *(text for section in document.sections for text in (section.title, section.sheet))]
    sheets = [sheet for section in document.sections for sheet in section.rows]
    said += [text for sheet in sheets for text in (sheet.title, sheet.said)]
    shown = (block for section in document.sections for block in section.blocks)
    for block in (*shown, *(sheet.table for sheet in sheets)):
        match block:
            case Table():
                said += [*(column.title for column in block.columns), block.empty]
            case KeyFigures():
                said += [text for _, text in block.figures]
            case DescriptionList():
                said += [label for label, _ in block.pairs]
            case BarChart():
                said.append(block.title)
    return [text for text in said if text]


def left_in_spanish(store: Store, name: str, options: object, language: str = "pt") -> list[str]:
    """Return the labels of a paper in another language that are those of the Spanish one though the words differ."""
    spanish, other = (labels(make(store, name, options, each)) for each in ("es", language))
    words = Words(language)
    pairs = zip(spanish, other, strict=True)
    return [mine for mine, theirs in pairs if mine == theirs and words(mine) != mine]
