"""The annexes of the dossier: the files of the meeting and of the items of its agenda, numbered in that order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.document import Annex, Block, Column, Section, Table
from app.records.attachments import Attachment, list_documents, read_content
from app.reports.board_pack.items import Item, read_items
from app.reports.board_pack.meeting import Basis
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Annexed:
    """A file, its number, and the item to which it belongs; None when that is the meeting itself."""

    number: int
    file: Attachment
    item: Item | None

    @property
    def title(self) -> str:
        """What it is called: its description, or else the name of the file."""
        return self.file.description or Path(self.file.name).stem


@dataclass(frozen=True, slots=True)
class AnnexedContent:
    """An annex with the bytes of its file."""

    annexed: Annexed
    content: bytes


def list_annexes(session: FileSession, meeting_id: str, items: Sequence[Item]) -> tuple[Annexed, ...]:
    """Return the files of a meeting, then those of its items in their order."""
    owned: list[tuple[Attachment, Item | None]] = [
        (each, None) for each in list_documents(session, "meeting", meeting_id)
    ]
    for item in items:
        owned += [(each, item) for each in list_documents(session, "agenda_item", item.id)]
    return tuple(Annexed(number, file, item) for number, (file, item) in enumerate(owned, start=1))


def with_annexes(items: Sequence[Item], annexes: Sequence[Annexed]) -> tuple[Item, ...]:
    """Return the items with the numbers of the annexes that belong to each."""
    return tuple(replace(item, annexes=tuple(each.number for each in annexes if each.item == item)) for item in items)


def _gather(session: FileSession, basis: Basis) -> tuple[AnnexedContent, ...]:
    listed = list_annexes(session, basis.meeting.id, read_items(session, basis.meeting))
    return tuple(AnnexedContent(each, read_content(session, each.file.digest)) for each in listed)


def _compose(_: Basis, annexes: Sequence[AnnexedContent], words: Words) -> Section:
    """Compose the list of annexes, and the annexes."""
    columns = (
        Column(words("N.º"), 0.5),
        Column(words("Anexo"), 4),
        Column(words("Archivo"), 2.6),
        Column(words("Corresponde a"), 3),
    )
    rows = tuple(_row(each.annexed, words) for each in annexes)
    blocks: tuple[Block, ...] = (
        Table(columns, rows, empty=words("La reunión no tiene archivos adjuntos.")),
        *(_annex(each) for each in annexes),
    )
    return Section(words("Anexos"), blocks, sheet=words("Anexos"))


def _row(each: Annexed, words: Words) -> tuple[int | str, ...]:
    return each.number, each.title, each.file.name, each.item.title if each.item else words("La reunión")


def _annex(each: AnnexedContent) -> Annex:
    annexed, file = each.annexed, each.annexed.file
    return Annex(annexed.number, annexed.title, file.name, file.media_type, each.content)


ANNEXES = ReportPart("annexes", mark("Anexos"), _gather, _compose)
