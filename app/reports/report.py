"""What a report is: what it is about, what it asks, the parts that can be left out, and how it is made."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from app.agenda.records import Wanted
from app.document import Contents, Cover, Document, Section
from app.offices import read_letterhead
from app.records.catalog import Catalog, FieldInfo
from app.records.naming import find_record
from app.words.folding import fold
from app.words.problems import ProblemError
from app.words.values import read_value
from app.words.words import LANGUAGES, Words, mark
from db.fields import Field, Kind
from db.session import FileSession
from db.store import Store

Options = TypeVar("Options")
Data = TypeVar("Data")
Basis = TypeVar("Basis")

WITHOUT_TERM = mark("sin gestión")
"""What names the plan of no term, where a term bears no such name."""

ALL_TERMS = mark("todas las gestiones")
"""What names no single term, where a report is then of all of them."""

ANY_KIND = "*"
"""What a report is about that can be made of a record of any kind."""


@dataclass(frozen=True, slots=True)
class ReportPart(Generic[Basis, Data]):
    """A part of a report that can be left out: its name on the command line, and what a person reads beside its box.

    `gather` reads what it prints, given the basis that all parts of the report share; `compose` makes of it a section,
    the cover, the contents, or None when there is nothing to print. One that `is_usual` is there unless a person says
    otherwise.
    """

    name: str
    label: str
    gather: Callable[[FileSession, Basis], Data]
    compose: Callable[[Basis, Data, Words], Section | Cover | Contents | None]
    is_usual: bool = True


def gather_nothing(_session: FileSession, _basis: object) -> None:
    """Read nothing more for a part of which the basis says it all."""


Gathered = tuple[tuple[ReportPart[Basis, Any], Any], ...]
"""The parts of a report that were asked for, each with what it has gathered."""


def gather_parts(
    session: FileSession, parts: Iterable[ReportPart[Basis, Any]], wanted: Collection[str], basis: Basis
) -> Gathered[Basis]:
    """Gather those of `parts` whose names are `wanted`, in their order."""
    return tuple((part, part.gather(session, basis)) for part in parts if part.name in wanted)


@dataclass(frozen=True, slots=True)
class Report(Generic[Options, Data]):
    """A report: its name on the command line, its title for people, what it is made with, and its two steps.

    `about` is the kind of record that the option `record_id` names, ANY_KIND when the option `entity` says the kind;
    one that `may_be_of_none` is made without such a record too, which on the command line `none_called` says;
    `asks` are further options, as fields of a form by the names of their options; `parts` those that can be left out,
    of which the option `parts` has the names, and `remembered_by` says of the record by which key those that a person
    chose in the window are chosen again the next time, "" of one that is no more; without it they are chosen for this
    time alone. `options` makes the options of these, and `defaults` gives those of who
    has said nothing. One that `is_sheet` puts one record on paper, in place of what the layout makes. One that is
    `begun_in_a_room` is of what is seen there. `term_of` gives the term whose office issues it, by its options; the
    office of today issues one of none. One that is `each_apart` is of several papers, as of letters, which can be saved
    one by one. `appointment` gives what stands in the file of a calendar that is saved beside it.
    """

    name: str
    label: str
    help: str
    icon: str
    options: Callable[..., Options]
    defaults: Callable[[Store], Options]
    gather: Callable[[Store, Options], Data]
    compose: Callable[[Data, Words], Document]
    about: str = ""
    may_be_of_none: bool = False
    none_called: str = WITHOUT_TERM
    asks: tuple[FieldInfo, ...] = ()
    parts: tuple[ReportPart[Any, Any], ...] = ()
    remembered_by: Callable[[Store, str], str] | None = None
    is_sheet: bool = False
    begun_in_a_room: bool = False
    term_of: Callable[[FileSession, Options], str | None] | None = None
    each_apart: bool = False
    appointment: Callable[[Options], Wanted] | None = None

    def asked(self, catalog: Catalog, entity: str = "") -> tuple[FieldInfo, ...]:
        """Return what is asked, the record first; `entity` is its kind where the report is of any."""
        kind = entity if self.about == ANY_KIND else self.about
        if not kind:
            return self.asks
        required, means_all = not self.may_be_of_none, self.none_called == ALL_TERMS
        help_text = mark("Vacío: todas las gestiones.") if means_all else ""
        field = Field(catalog[kind].one, Kind.REFERENCE, required=required, width=28, help=help_text)
        return FieldInfo("record_id", field, kind), *self.asks

    def options_of(self, entity: str, record_id: str) -> Mapping[str, object]:
        """Return the options by which it is of this record of `entity`."""
        kind = {"entity": entity} if self.about == ANY_KIND else {}
        return {**kind, "record_id": record_id}

    def remembered_as(self, store: Store, record_id: str) -> str:
        """Return as what the parts that a person chose of it are remembered when it is of this record; "" if not."""
        key = self.remembered_by(store, record_id) if self.remembered_by is not None and record_id else ""
        return f"{self.name} {key}" if key else ""

    def make(self, store: Store, options: Options | None, words: Words) -> Document:
        """Make the report with `options`, its defaults when None; ProblemError when the file lacks what it is of.

        What is recorded in several languages is gathered in that of `words`. It has the letterhead of its office
        where it was composed without one.
        """
        spoken = store.speaking(words.language)
        chosen = self.defaults(spoken) if options is None else options
        document = self.compose(self.gather(spoken, chosen), words)
        if document.letterhead is not None:
            return document
        with spoken.reading() as session:
            term = self.term_of(session, chosen) if self.term_of is not None else None
            return replace(document, letterhead=read_letterhead(session, term, spoken.today()))


def ticked(asks: Iterable[FieldInfo]) -> tuple[FieldInfo, ...]:
    """Return those of what a report asks that are boxes to tick."""
    return tuple(each for each in asks if each.field.kind is Kind.BOOLEAN)


def _none_said(called: str) -> frozenset[str]:
    """Return what says in any of the languages that a report is to be of no term, or of all of them, folded."""
    of_none = (WITHOUT_TERM, mark("sin período"), mark("ninguna"))
    said = (ALL_TERMS, mark("todas")) if called == ALL_TERMS else of_none
    return frozenset(fold(words(each)) for words in map(Words, LANGUAGES) for each in said)


def read_option(store: Store, asked: FieldInfo, text: str, none_called: str = WITHOUT_TERM) -> object:
    """Return the value of what a report asks that `text` means; ProblemError when it means none, or several.

    `none_called` is what the report calls it to be of no record.
    """
    if asked.target:
        try:
            return find_record(store, asked.target, text)
        except ProblemError:
            if asked.field.required or fold(text) not in _none_said(none_called):
                raise
        return None
    return read_value(asked.field, text, Words("es"))
