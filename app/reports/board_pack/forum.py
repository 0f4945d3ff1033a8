"""What goes to MERCOSUR in the dossier: recommendations and how long they wait, proposals to the FOCEM by stage."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.document import Block, Heading, Paragraph, Section, Tone
from app.forum.facts import Proposed, Recommended, Route
from app.forum.routes import read_proposals, read_recommendations
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import MOST_ROWS, only_says, say_more
from app.reports.fccr.routes import proposal_blocks, recommendation_blocks
from app.reports.report import ReportPart
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.entities.step import StepState
from db.session import FileSession

TITLE = mark("FCCR y FOCEM")


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """The recommendations that wait for an answer, and those that have had one since; all proposals."""

    recommendations: Sequence[Recommended]
    proposals: Sequence[Proposed]


def _gather(session: FileSession, basis: Basis) -> OnTheWay:
    """Read both: of recommendations those first that wait longest, of proposals those that have come furthest."""
    after = basis.since.after
    found = read_recommendations(session, basis.store)
    told = [each for each in found if not each.result or (each.answered_on is not None and each.answered_on > after)]
    proposals = sorted(read_proposals(session, basis.store), key=lambda each: -_stops_done(each.route))
    return OnTheWay(sorted(told, key=lambda each: (bool(each.result), -(each.route.waiting_days or 0))), proposals)


def _compose(_: Basis, found: OnTheWay, words: Words) -> Section:
    title = words(TITLE)
    if not (found.recommendations or found.proposals):
        return only_says(title, words("No hay recomendaciones en espera ni propuestas al FOCEM."))
    blocks: list[Block] = [Heading(words("Recomendaciones"))]
    if found.recommendations:
        blocks += recommendation_blocks(found.recommendations[:MOST_ROWS], words)
        blocks += say_more(len(found.recommendations) - MOST_ROWS, words)
    else:
        blocks.append(Paragraph(words("Ninguna recomendación espera respuesta."), Tone.MUTED))
    blocks.append(Heading(words("Propuestas al FOCEM")))
    stages = _say_stages([each.route for each in found.proposals], words)
    blocks += (Paragraph(stages, Tone.MUTED, with_next=True),) if stages else ()
    blocks += proposal_blocks(found.proposals[:MOST_ROWS], words)
    blocks += say_more(len(found.proposals) - MOST_ROWS, words)
    return Section(title, tuple(blocks), sheet=title, landscape=True)


def _stops_done(route: Route) -> int:
    return sum(each.state is StepState.DONE for each in route.stops)


def _say_stages(routes: Sequence[Route], words: Words) -> str:
    """Write how many wait for each stage, the most awaited first; nothing where none has a next step."""
    waited = Counter(each.next.name for each in routes if each.next is not None)
    said = (words("{name}: {count}", name=name, count=words.number(count)) for name, count in waited.most_common())
    stages = BETWEEN_NAMES.join(said)
    return words("Próximo paso: {stages}", stages=stages) if stages else ""


FORUM = ReportPart("forum", TITLE, _gather, _compose, is_usual=False)
