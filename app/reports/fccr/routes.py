"""Recommendations and proposals to the FOCEM on paper, with the date and the result of each step of their routes."""

from collections.abc import Iterator, Sequence

from app.document import Block, Cell, Column, KeyFigures, Reference, Section, Table, Tone, Value
from app.forum.facts import Facts, Proposed, Recommended, Route, Stop
from app.forum.overview import say_waiting
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark
from db.entities.focem_proposal import Programme
from db.entities.recommendation import Answer
from db.entities.step import StepState
from db.values import Percent

Row = tuple[Value | Cell, ...]


def _recommendations(facts: Facts, _: None, words: Words) -> Section:
    blocks = recommendation_blocks(facts.recommendations, words)
    return Section(words("Recomendaciones"), blocks, sheet=words("Recomendaciones"), landscape=True)


def recommendation_blocks(found: Sequence[Recommended], words: Words) -> tuple[Block, ...]:
    """Compose how many recommendations there are and wait, and a row for each; of none that there are none."""
    answered = sum(bool(each.result) for each in found)
    figures = (
        (len(found), words.plural("recomendación", "recomendaciones", len(found))),
        (answered, words.plural("respondida", "respondidas", answered)),
        *count_routes([each.route for each in found if not each.result], words),
    )
    table = recommendations_table(found, words)
    return (KeyFigures(figures), table) if found else (table,)


def recommendations_table(found: Sequence[Recommended], words: Words) -> Table:
    """Compose a row for each recommendation; of none that there are none."""
    columns = (
        Column(words("Fecha"), 1.2),
        Column(words("Número"), 1),
        Column(words("Recomendación"), 3.2),
        Column(words("Destinatario"), 1.8),
        Column(words("Recorrido"), 4),
        Column(words("Próximo paso"), 2.4),
        Column(words("Resultado"), 1.5),
    )
    rows = tuple(_recommendation(each, words) for each in found)
    return Table(columns, rows, empty=words("Todavía no hay recomendaciones."))


def _recommendation(each: Recommended, words: Words) -> Row:
    answer = words(Answer.of(each.result).label) if each.result else None
    answered = words.date(each.answered_on)
    return (
        each.day,
        each.number or None,
        Reference(each.name, "recommendation", each.id),
        each.addressee or None,
        say_route(each.route, words) or None,
        _next(each.route, words) if not each.result else None,
        "\n".join(filter(None, (answer, answered))) or None,
    )


def _proposals(facts: Facts, _: None, words: Words) -> Section:
    title = words("Propuestas al FOCEM")
    return Section(title, _proposal_blocks(facts.proposals, words), sheet=title, landscape=True)


def _proposal_blocks(found: Sequence[Proposed], words: Words) -> tuple[Block, ...]:
    """Compose how many proposals there are and wait, and a row for each; of none that there are none."""
    figures = (
        (len(found), words.plural("propuesta", "propuestas", len(found))),
        *count_routes([each.route for each in found], words),
    )
    table = proposals_table(found, words)
    return (KeyFigures(figures), table) if found else (table,)


def proposals_table(found: Sequence[Proposed], words: Words) -> Table:
    """Compose a row for each proposal; of none that there are none."""
    columns = (
        Column(words("Propuesta"), 3),
        Column(words("Programa"), 2),
        Column(words("Ciudades"), 2),
        Column(words("Monto total"), 1.8),
        Column(words("Parte que se pide"), 1.1),
        Column(words("Recorrido"), 4),
        Column(words("Próximo paso"), 2.4),
    )
    rows = tuple(_proposal(each, words) for each in found)
    return Table(columns, rows, empty=words("Todavía no hay propuestas."))


def _proposal(each: Proposed, words: Words) -> Row:
    return (
        Reference(each.name, "focem_proposal", each.id),
        words(Programme.of(each.programme).label) if each.programme else None,
        each.cities or None,
        each.amount,
        Percent(each.share) if each.share is not None else None,
        say_route(each.route, words) or None,
        _next(each.route, words),
    )


def say_route(route: Route, words: Words) -> str:
    """Write the steps that were taken or left out, each on its line: when, what, and what came of it."""
    return "\n".join(_say_stop(each, words) for each in route.stops if each.state is not StepState.PLANNED)


def _say_stop(stop: Stop, words: Words) -> str:
    if stop.state is StepState.SKIPPED:
        return words("{name} ({state})", name=stop.name, state=words("omitido"))
    said = " ".join(filter(None, (words.date(stop.done_on), stop.name)))
    return f"{said}: {stop.result}" if stop.result else said


def _next(route: Route, words: Words) -> Cell:
    coming = route.next
    if coming is None:
        return Cell(None)
    due = words("para el {day}", day=words.date(coming.due_on)) if coming.due_on is not None else ""
    said = "\n".join(filter(None, (coming.name, due, say_waiting(route, words))))
    return Cell(said, Tone.LATE if route.is_late else Tone.PLAIN)


def count_routes(routes: Sequence[Route], words: Words) -> Iterator[tuple[Value, str]]:
    """Count those that have a step to come, and those of them that are late, each with its words."""
    going = sum(each.next is not None for each in routes)
    late = sum(each.is_late for each in routes)
    yield going, words.plural("en camino", "en camino", going)
    yield late, words.plural("con atraso", "con atraso", late)


RECOMMENDATIONS = ReportPart("recommendations", mark("Recomendaciones"), gather_nothing, _recommendations)
PROPOSALS = ReportPart("proposals", mark("Propuestas al FOCEM"), gather_nothing, _proposals)
