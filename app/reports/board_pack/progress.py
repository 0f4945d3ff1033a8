"""The progress of the work plan in the dossier: how far each line is, and what stands behind that figure."""

from app.document import Block, Cell, Column, Section, Table, Tone
from app.plan import Board, BoardLine, read_board
from app.plan.progress import say_done
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import Row, only_says
from app.reports.board_pack.standing import as_it_stands
from app.reports.plan.basis import say_line
from app.reports.plan.board import progress_chart
from app.reports.report import ReportPart
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.session import FileSession


def _gather(_session: FileSession, basis: Basis) -> Board:
    """Read the plan of the term of the meeting as it stands today."""
    term = basis.meeting.term
    return read_board(basis.store, term.id if term is not None else None)


def _compose(_: Basis, board: Board, words: Words) -> Section:
    title = words("Avance del plan de trabajo")
    if not board.lines:
        return only_says(title, words("Esta gestión todavía no tiene plan de trabajo."))
    columns = (
        Column(words("Línea de acción"), 4),
        Column(words("Detrás de la media"), 3.6),
        Column(words("Acciones"), 1, figures=True),
        Column(words("Medidas"), 1, figures=True),
        Column(words("Avance medio"), 1.3, figures=True),
    )
    table = Table(columns, tuple(_row(line, words) for line in board.lines))
    blocks: tuple[Block, ...] = (*progress_chart(board.lines, words), table)
    return Section(title, blocks, sheet=words("Avance"))


def _row(line: BoardLine, words: Words) -> Row:
    name = say_line(line, words)
    if line.vacant:
        return Cell(name, Tone.MUTED), None, None, None, Cell(words(mark("vacante", "plan line")), Tone.MUTED)
    progress = Cell(words("sin medir"), Tone.MUTED) if line.progress is None else line.progress
    return name, _say_behind(line, words), line.actions, line.measured, progress


def _say_behind(line: BoardLine, words: Words) -> Cell:
    """Write what a mean is made of: the actions that are done count whole, others by their last value."""
    late = words.plural("{count} atrasada", "{count} atrasadas", line.overdue) if line.overdue else ""
    valued = line.measured - line.done
    by_value = words.plural("{count} por su valor", "{count} por su valor", valued) if valued > 0 else ""
    done = say_done(words, actions=line.actions, done=line.done) if line.actions else words("Sin acciones todavía")
    said = BETWEEN_NAMES.join(filter(None, (done, by_value, late)))
    return Cell(said, Tone.LATE if line.overdue else Tone.PLAIN)


PROGRESS = as_it_stands(ReportPart("progress", mark("Avance del plan de trabajo"), _gather, _compose))
