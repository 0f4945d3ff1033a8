"""The projects in the dossier: those that are not over, and what money there is, by currency and never across."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.document import Block, Heading, Paragraph, Section, Start, Tone
from app.funds.facts import Block as InCurrency
from app.funds.facts import By
from app.funds.reading import facts_within
from app.funds.tables import currencies_table
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import MOST_ROWS, only_says, say_more
from app.reports.board_pack.standing import as_it_stands
from app.reports.funds.parts import Projects, projects_table, read_projects
from app.reports.report import ReportPart
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.cooperation import ProjectState
from db.entities.project import ENDED, Project
from db.session import FileSession

TITLE = mark("Proyectos y fondos")


@dataclass(frozen=True, slots=True)
class InHand:
    """How many projects are in each state, those that are not over, how many more, and the money by currency."""

    states: Mapping[ProjectState, int]
    projects: Projects
    more: int
    funds: Sequence[InCurrency]


def _gather(session: FileSession, basis: Basis) -> InHand:
    found = session.execute(select(Project.id, Project.state).order_by(Project.name_key, Project.id)).all()
    states = Counter(ProjectState.of(state) for _, state in found)
    going = [key for key, state in found if state not in ENDED]
    projects = read_projects(session, basis.store, going[:MOST_ROWS])
    funds = facts_within(session, basis.store).blocks(By.PROJECT)
    return InHand(states, projects, len(going) - len(projects), funds)


def _compose(_: Basis, found: InHand, words: Words) -> Section:
    title = words(TITLE)
    if not (found.states or found.funds):
        return only_says(title, words("Todavía no hay proyectos."))
    blocks: list[Block] = [_states(found.states, words)] if found.states else []
    if found.projects:
        blocks += [projects_table(found.projects, words), *say_more(found.more, words)]
    else:
        blocks.append(Paragraph(words("Ningún proyecto está en curso."), Tone.MUTED))
    blocks.append(Heading(words("Fondos por moneda")))
    blocks.append(currencies_table(found.funds, words))
    return Section(title, tuple(blocks), sheet=title, start=Start.BELOW, landscape=True)


def _states(states: Mapping[ProjectState, int], words: Words) -> Paragraph:
    """Write how many are in each state; the state before its figure, for it is said of one project alone."""
    counted = [(each, states[each]) for each in ProjectState if states.get(each)]
    said = (words("{name}: {count}", name=words(each.label), count=words.number(count)) for each, count in counted)
    return Paragraph(BETWEEN_NAMES.join(said), Tone.MUTED, with_next=True)


PROJECTS = as_it_stands(ReportPart("projects", TITLE, _gather, _compose, is_usual=False))
