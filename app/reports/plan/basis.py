"""What each part of the plan on paper begins from: whose plan it is, and its board."""

from dataclasses import dataclass
from datetime import date

from app.network import Term
from app.network.terms import expect_term
from app.plan import Board, BoardLine, read_board, say_progress
from app.words.words import Words
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Basis:
    """The plan of a term, or of none, as it stands today; `store` is the open file that parts read further."""

    store: Store
    term: Term | None
    board: Board
    today: date


def read_basis(session: FileSession, store: Store, period_id: str | None) -> Basis:
    """Read whose plan it is and its lines; ProblemError when the period is no more."""
    term = expect_term(session, period_id) if period_id else None
    return Basis(store, term, read_board(store, period_id or None), store.today())


def say_line(line: BoardLine, words: Words) -> str:
    """Write a line by its number and its short title."""
    return words("{number}. {title}", number=line.number, title=line.name)


def say_how_far(line: BoardLine, words: Words) -> str:
    """Write how far a line is and how that comes about; of a vacant one that it is that, and no figure."""
    if line.vacant:
        return words("Vacante: el documento no trae este punto.")
    return say_progress(words, actions=line.actions, done=line.done, measured=line.measured, progress=line.progress)
