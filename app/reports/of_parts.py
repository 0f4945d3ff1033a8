"""A report made of parts that share one basis: what they are read from, which of them are wanted, and the document."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from app.document import Document, FileTitle, Section
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
class Paper:
    """All that is printed: the day, the basis of all parts, and each that was asked for with what it has gathered."""

    today: date
    basis: Any
    parts: Gathered[Any]


def report_of_parts(
    titled: Titled, parts: tuple[ReportPart[Basis, Any], ...], read: Callable[[FileSession, Store], Basis]
) -> Report[PartOptions, Paper]:
    """Return the report that prints `parts`, all of them unless said otherwise, of the basis that `read` gives.

    Basis and parts are read within one session: no change comes between them. Its title, and that of its file, is the
    label in the language of the paper, and the day stands at the foot of each page.
    """
    whole = frozenset(part.name for part in parts)

    def choose(parts: frozenset[str] = whole) -> PartOptions:
        return PartOptions(parts)

    def gather(store: Store, options: PartOptions) -> Paper:
        with store.reading() as session:
            basis = read(session, store)
            return Paper(store.today(), basis, gather_parts(session, parts, options.parts, basis))

    return Report(
        titled.name,
        titled.label,
        titled.help,
        icon=titled.icon,
        options=choose,
        defaults=lambda _: choose(),
        gather=gather,
        compose=lambda paper, words: _compose(titled.label, paper, words),
        parts=parts,
    )


def _compose(label: str, paper: Paper, words: Words) -> Document:
    title = words(label)
    made = [part.compose(paper.basis, found, words) for part, found in paper.parts]
    return Document(
        title=title,
        language=words.language,
        sections=tuple(each for each in made if isinstance(each, Section)),
        footer=words("Al {day}", day=words.date(paper.today)),
        author=words(NETWORK),
        created=paper.today,
        file_title=FileTitle(title, paper.today),
    )
