"""Participation on paper as a whole: the facts that all its parts are made of, and the document."""

from app.document import Document, FileTitle
from app.network.terms import expect_term, period_on, say_secretariat
from app.participation import Facts, Span, facts_within
from app.records.catalog import FieldInfo
from app.reports.of_parts import NETWORK, Paper, compose_parts, gather_paper
from app.reports.participation.options import Options, default_options
from app.reports.participation.parts import PARTS
from app.reports.report import ALL_TERMS, Report
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from db.fields import Field, Kind
from db.session import FileSession
from db.store import Store


def gather(store: Store, options: Options) -> Paper[Facts]:
    """Count the span that is asked for; ProblemError when it ends before it begins, or its term is no more."""
    if options.starts and options.ends and options.ends < options.starts:
        raise ProblemError(Problem(mark("El último día es anterior al primero.")))
    with store.reading() as session:
        of_term = _counted_term(options)
        term = expect_term(session, of_term) if of_term else None
        facts = facts_within(session, store, Span(term, options.starts, options.ends))
        return gather_paper(session, PARTS, options.parts, facts)


def compose(paper: Paper[Facts], words: Words) -> Document:
    """Compose participation in the language of `words`."""
    facts = paper.basis
    term = facts.span.term
    title = words("Participación {period}", period=term.name) if term is not None else words("Participación")
    day = words("Al {day}", day=words.date(facts.today))
    return Document(
        title=title,
        language=words.language,
        sections=compose_parts(paper, words).sections,
        footer=" · ".join(filter(None, (say_secretariat(term, words), day))),
        author=say_secretariat(term, words) or words(NETWORK),
        created=facts.today,
        file_title=FileTitle(title, facts.today),
    )


def _counted_term(options: Options) -> str | None:
    """Return the term that is counted; None of days that are said, which count in its place, and of all terms."""
    has_days = options.starts is not None or options.ends is not None
    return None if has_days else options.record_id


def _term_of(session: FileSession, options: Options) -> str | None:
    """Return the term whose office issues it: the one that is counted, of days the one in which the last lies."""
    if options.ends is None:
        return _counted_term(options)
    last = period_on(session, options.ends)
    return last.id if last is not None else None


REPORT = Report(
    "participation",
    mark("Participación"),
    mark("Quién vino a reuniones y actividades en una gestión o en unas fechas, por país, ciudad, unidad e instancia."),
    icon="users-three",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="period",
    may_be_of_none=True,
    none_called=ALL_TERMS,
    asks=(
        FieldInfo("starts", Field(mark("Desde"), Kind.DATE, help=mark("Con fechas, la gestión no cuenta."))),
        FieldInfo("ends", Field(mark("Hasta"), Kind.DATE, help=mark("Vacío: hasta hoy."))),
    ),
    parts=PARTS,
    term_of=_term_of,
)
