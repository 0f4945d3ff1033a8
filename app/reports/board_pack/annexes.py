"""The annexes of the dossier: the files of the meeting and of the items of its agenda, numbered in that order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.document import Annex, Block, Column, Section, Table
from app.records.attachments import Attachment, list_documents, read_content
from app.reports.board_pack.agenda import Item
from app.words.words import Words
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file and what it belongs to: the title of an item, or an empty text for the meeting itself."""

    number: int
    title: str
    file_name: str
    media_type: str
    item: str
    content: bytes


def read_annexes(session: FileSession, meeting_id: str, items: Sequence[Item]) -> tuple[AttachedFile, ...]:
    """Read the files of a meeting, then those of its items in their order, whole."""
    owned: list[tuple[Attachment, str]] = [(each, "") for each in list_documents(session, "meeting", meeting_id)]
    for item in items:
        owned += [(each, item.title) for each in list_documents(session, "agenda_item", item.id)]
    return tuple(
        AttachedFile(
            number=number,
            title=each.description or Path(each.name).stem,
            file_name=each.name,
            media_type=each.media_type,
            item=item,
            content=read_content(session, each.digest),
        )
        for number, (each, item) in enumerate(owned, start=1)
    )


def with_annexes(items: Sequence[Item], annexes: Sequence[AttachedFile]) -> tuple[Item, ...]:
    """Return the items with the numbers of the annexes that belong to each."""
    numbers = {item.id: tuple(each.number for each in annexes if each.item == item.title) for item in items}
    return tuple(replace(item, annexes=numbers[item.id]) for item in items)


def annexes_section(annexes: Sequence[AttachedFile], words: Words) -> Section:
    """Compose the list of annexes, and the annexes."""
    columns = (
        Column(words("N.º"), 0.5),
        Column(words("Anexo"), 4),
        Column(words("Archivo"), 2.6),
        Column(words("Corresponde a"), 3),
    )
    rows = tuple((each.number, each.title, each.file_name, each.item or words("La reunión")) for each in annexes)
    blocks: tuple[Block, ...] = (
        Table(columns, rows, empty=words("La reunión no tiene archivos adjuntos.")),
        *(Annex(each.number, each.title, each.file_name, each.media_type, each.content) for each in annexes),
    )
    return Section(words("Anexos"), blocks, sheet=words("Anexos"))
