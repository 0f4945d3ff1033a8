"""What is recorded of a record as blocks of a document: its fields, the rows of a part, what is linked, its files."""

from collections.abc import Iterator, Mapping, Sequence

from app.document import Block, Column, DescriptionList, Heading, Paragraph, Reference, Table, Tone, Value
from app.records.attachments import Attachment
from app.records.catalog import FieldInfo
from app.reports.recorded import Rows, say_recorded
from app.screens.layout import Row
from app.words.words import Words
from db.fields import Kind

FILES = "document"
"""The name of the files of a record, and the kind of each of them."""

Said = tuple[FieldInfo, Value]
"""A field with what is said of it."""


def field_blocks(
    fields: Sequence[Said], words: Words, heading: str = "", *, rows: Sequence[Row] = ()
) -> Iterator[Block]:
    """Compose short fields as pairs, and long texts as running text under their label, unless `heading` says it.

    Long texts that stand in one of `rows`, as a text in two languages does, are read side by side.
    """
    pairs: list[Said] = []
    beside = texts_beside(fields, rows)
    for info, value in fields:
        if info.field.kind is not Kind.LONG_TEXT or not isinstance(value, str):
            pairs.append((info, value))
            continue
        yield from _pairs(pairs, words)
        pairs.clear()
        if info.name in beside:
            if beside[info.name]:
                yield table_beside(beside[info.name], words)
            continue
        label = words(info.written_label)
        if label != heading:
            yield Heading(label, 3, info.name)
        yield Paragraph(value)
    yield from _pairs(pairs, words)


def texts_beside(fields: Sequence[Said], rows: Sequence[Row]) -> Mapping[str, Sequence[Said]]:
    """Return, by the names of long texts that are read side by side, all of these under the first and none after."""
    long = {info.name: (info, value) for info, value in fields if _is_long(info, value)}
    found: dict[str, Sequence[Said]] = {}
    for row in rows:
        together = [name for name in row if name in long] if isinstance(row, tuple) else []
        if len(together) > 1:
            found |= {name: [long[each] for each in together] if name == together[0] else () for name in together}
    return found


def table_beside(texts: Sequence[Said], words: Words) -> Table:
    """Return texts side by side, each under its label."""
    columns = tuple(Column(words(info.written_label)) for info, _ in texts)
    return Table(columns, (tuple(value for _, value in texts),))


def _is_long(info: FieldInfo, value: Value) -> bool:
    return info.field.kind is Kind.LONG_TEXT and isinstance(value, str)


def _pairs(pairs: Sequence[Said], words: Words) -> Iterator[Block]:
    if pairs:
        names = tuple(info.name for info, _ in pairs)
        yield DescriptionList(tuple((words(info.written_label), value) for info, value in pairs), names=names)


def table_of(found: Rows, words: Words) -> Table:
    """Return the rows under the columns in which something is recorded."""
    known = [at for at in range(len(found.fields)) if any(row[at] not in (None, "", ()) for row in found.rows)]
    fields = [found.fields[at] for at in known]
    rows = ([say_recorded(info, row[at], words) for info, at in zip(fields, known, strict=True)] for row in found.rows)
    return Table(tuple(Column(words(each.field.label), _width(each)) for each in fields), tuple(map(tuple, rows)))


def _width(info: FieldInfo) -> float:
    """Return the share of the width that a column asks for: long texts get most, but no column is a thread."""
    return min(max(info.field.width, 10), 48)


def say_count(title: str, count: int, words: Words) -> str:
    """Return a title, in the language of `words`, with how many there are below it."""
    return f"{title} ({words.number(count)})"


def rows_blocks(found: Rows, words: Words, *, is_counted: bool = False) -> Iterator[Block]:
    """Compose a table of what is recorded, and how much of it is left out; nothing when there is no row."""
    if not found.rows:
        return
    title = words(found.title)
    yield Heading(say_count(title, found.count, words) if is_counted else title, name=found.name)
    yield table_of(found, words)
    left = found.count - len(found.rows)
    if left:
        said = words.plural("Falta aquí {count} ficha.", "Faltan aquí {count} fichas.", left)
        yield Paragraph(said, Tone.MUTED)


def file_blocks(files: Sequence[Attachment], words: Words) -> Iterator[Block]:
    """Compose the table of the files of a record; nothing when there is none."""
    if files:
        yield Heading(say_count(words("Archivos"), len(files), words), name=FILES)
        columns = (Column(words("Archivo"), 3), Column(words("Descripción"), 4), Column(words("Fecha"), 1.2))
        rows = ((Reference(each.name, FILES, each.id), each.description or None, each.dated) for each in files)
        yield Table(columns, tuple(rows))
