"""What goes to MERCOSUR in the dossier: recommendations and how long they wait, proposals to the FOCEM by stage."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.document import Block, Heading, KeyFigures, Paragraph, Section, Start, Tone
from app.forum.facts import Proposed, Recommended, Route
from app.forum.routes import read_proposals, read_recommendations
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import MOST_ROWS, only_says, say_more
from app.reports.board_pack.standing import as_it_stands
from app.reports.fccr.routes import count_routes, proposals_table, recommendations_table
from app.reports.report import ReportPart
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.entities.step import StepState
from db.session import FileSession

TITLE = mark("FCCR y FOCEM")


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """What goes its route, recommendations answered since too, and how many of each stand without a step."""

    recommendations: Sequence[Recommended]
    proposals: Sequence[Proposed]
    standing: int
    proposals_standing: int


def _gather(session: FileSession, basis: Basis) -> OnTheWay:
    """Read both: of recommendations those first that wait longest, of proposals those that have come furthest."""
    since = basis.since
    found = read_recommendations(session, basis.store)
    answered = [each for each in found if each.answered_on and since.after < each.answered_on <= since.until]
    going = sorted((each for each in found if each.is_on_its_way), key=lambda each: -(each.route.waiting_days or 0))
    all_proposals = read_proposals(session, basis.store)
    proposals = sorted(
        (each for each in all_proposals if each.route.next is not None), key=lambda each: -_stops_done(each.route)
    )
    standing = sum(not each.result and not each.is_on_its_way for each in found)
    return OnTheWay((*going, *answered), proposals, standing, len(all_proposals) - len(proposals))


def _compose(basis: Basis, found: OnTheWay, words: Words) -> Section:
    title = words(TITLE)
    if not (found.recommendations or found.proposals or found.standing or found.proposals_standing):
        return only_says(title, words("No hay recomendaciones en espera ni propuestas al FOCEM."))
    blocks: list[Block] = [Heading(words("Recomendaciones")), _figures(basis, found, words)]
    if found.recommendations:
        blocks.append(recommendations_table(found.recommendations[:MOST_ROWS], words))
        blocks += say_more(len(found.recommendations) - MOST_ROWS, words)
    else:
        blocks.append(Paragraph(words("Ninguna recomendación está en camino."), Tone.MUTED))
    blocks.append(Heading(words("Propuestas al FOCEM")))
    if found.proposals:
        blocks.append(Paragraph(_say_stages(found.proposals, words), Tone.MUTED, with_next=True))
        blocks.append(proposals_table(found.proposals[:MOST_ROWS], words))
        blocks += say_more(len(found.proposals) - MOST_ROWS, words)
    else:
        blocks.append(Paragraph(words("Ninguna propuesta está en camino."), Tone.MUTED))
    if found.proposals_standing:
        count = found.proposals_standing
        said = words.plural("{count} sin próximo paso", "{count} sin próximo paso", count)
        blocks.append(Paragraph(said, Tone.MUTED))
    return Section(title, tuple(blocks), sheet=title, start=Start.BELOW, landscape=True)


def _figures(basis: Basis, found: OnTheWay, words: Words) -> KeyFigures:
    """Count what goes its route, what was answered between the meetings, and what has neither answer nor next step."""
    going = [each.route for each in found.recommendations if each.is_on_its_way]
    answered = len(found.recommendations) - len(going)
    first, last = words.date(basis.since.after + timedelta(days=1)), words.date(basis.since.until)
    return KeyFigures(
        (
            *count_routes(going, words),
            (
                answered,
                words.plural(
                    "respondida entre el {first} y el {last}",
                    "respondidas entre el {first} y el {last}",
                    answered,
                    first=first,
                    last=last,
                ),
            ),
            (
                found.standing,
                words.plural("sin respuesta y sin próximo paso", "sin respuesta y sin próximo paso", found.standing),
            ),
        )
    )


def _stops_done(route: Route) -> int:
    return sum(each.state is StepState.DONE for each in route.stops)


def _say_stages(proposals: Sequence[Proposed], words: Words) -> str:
    """Write how many wait for each stage, the most awaited first."""
    waited = Counter(each.route.next.name for each in proposals if each.route.next is not None)
    said = (words("{name}: {count}", name=name, count=words.number(count)) for name, count in waited.most_common())
    return words("Próximo paso: {stages}", stages=BETWEEN_NAMES.join(said))


FORUM = as_it_stands(ReportPart("forum", TITLE, _gather, _compose, is_usual=False))
