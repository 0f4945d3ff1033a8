"""The chapters of the informe de gestión of a term that are written, by language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.entities.chapter import Chapter
from db.papers import ChapterKind
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A chapter that is not written in a language, and the languages (ISO 639-1) in which it is."""

    kind: ChapterKind
    written_in: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chapters:
    """The texts of a term that are no blanks, by chapter and language."""

    texts: Mapping[tuple[ChapterKind, str], str]

    def paragraphs(self, kind: ChapterKind, language: str) -> Sequence[str]:
        """Return the paragraphs of a chapter in a language, which empty lines part; none of one that is not written."""
        return parted(self.texts.get((kind, language), ""))

    def unwritten(self, language: str) -> Sequence[Unwritten]:
        """Return the chapters that are not written in a language, in the order of the report."""
        missing = (kind for kind in ChapterKind if (kind, language) not in self.texts)
        return [Unwritten(kind, sorted(other for each, other in self.texts if each is kind)) for kind in missing]


def parted(text: str) -> Sequence[str]:
    """Return the paragraphs of a text, which empty lines part."""
    blocks = "\n".join(line.rstrip() for line in text.splitlines()).split("\n\n")
    return [said for each in blocks if (said := each.strip())]


def read_chapters(session: FileSession, period_id: str) -> Chapters:
    """Read what is written of a term."""
    wanted = select(Chapter.chapter, Chapter.language, Chapter.text).where(Chapter.period_id == period_id)
    found = session.execute(wanted.order_by(Chapter.id))
    return Chapters({(ChapterKind.of(kind), said): text for kind, said, text in found if text and text.strip()})
