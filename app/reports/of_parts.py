"""A report made of parts that share one basis: what they are read from, which of them are wanted, and the document."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from app.document import Contents, Cover, Document, FileTitle, Section
from app.reports.report import Gathered, Report, ReportPart, gather_parts
from app.words.words import Words, mark
from db.session import FileSession
from db.store import Store

Basis = TypeVar("Basis")

NETWORK = mark("Red de Mercociudades")
"""Whose paper it is."""


@dataclass(frozen=True, slots=True)
class Titled:
    """What a report is called on the command line and for people, what its help says of it, and its icon."""

    name: str
    label: str
    help: str
    icon: str


@dataclass(frozen=True, slots=True)
class PartOptions:
    """The names of the parts that a person chose."""

    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Paper(Generic[Basis]):
    """All that is printed: the basis of all parts, and each that was asked for with what it has gathered."""

    basis: Basis
    parts: Gathered[Basis]


@dataclass(frozen=True, slots=True)
class Composed:
    """What the parts of a paper came to: its sections, its cover if it has one, and whether it has contents."""

    sections: tuple[Section, ...]
    cover: Cover | None
    contents: bool


def gather_paper(
    session: FileSession, parts: Iterable[ReportPart[Basis, Any]], wanted: Collection[str], basis: Basis
) -> Paper[Basis]:
    """Gather those of `parts` whose names are `wanted`, in their order, of a basis that was read in the session."""
    return Paper(basis, gather_parts(session, parts, wanted, basis))


def compose_parts(paper: Paper[Basis], words: Words) -> Composed:
    """Compose the parts of a paper in the language of `words`; one with nothing to print is left out."""
    made = [part.compose(paper.basis, found, words) for part, found in paper.parts]
    return Composed(
        tuple(each for each in made if isinstance(each, Section)),
        next((each for each in made if isinstance(each, Cover)), None),
        any(isinstance(each, Contents) for each in made),
    )


def report_of_parts(
    titled: Titled, parts: tuple[ReportPart[Basis, Any], ...], read: Callable[[FileSession, Store], Basis]
) -> Report[PartOptions, tuple[date, Paper[Basis]]]:
    """Return the report that prints `parts`, all of them unless said otherwise, of the basis that `read` gives.

    Basis and parts are read within one session: no change comes between them. Its title, and that of its file, is the
    label in the language of the paper, and the day stands at the foot of each page.
    """
    whole = frozenset(part.name for part in parts)

    def choose(parts: frozenset[str] = whole) -> PartOptions:
        return PartOptions(parts)

    def gather(store: Store, options: PartOptions) -> tuple[date, Paper[Basis]]:
        with store.reading() as session:
            return store.today(), gather_paper(session, parts, options.parts, read(session, store))

    return Report(
        titled.name,
        titled.label,
        titled.help,
        icon=titled.icon,
        options=choose,
        defaults=lambda _: choose(),
        gather=gather,
        compose=lambda found, words: _compose(titled.label, *found, words),
        parts=parts,
    )


def _compose(label: str, today: date, paper: Paper[Any], words: Words) -> Document:
    title = words(label)
    return Document(
        title=title,
        language=words.language,
        sections=compose_parts(paper, words).sections,
        footer=words("Al {day}", day=words.date(today)),
        author=words(NETWORK),
        created=today,
        file_title=FileTitle(title, today),
    )
