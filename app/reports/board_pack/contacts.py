"""The contacts to verify, in the dossier: mandates that ended first."""

from collections.abc import Sequence

from app.document import NOT_RECORDED, Block, Cell, Column, KeyFigures, Paragraph, Section, Table, Tone
from app.network import ToVerify, contacts_to_verify
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.words.folding import fold
from app.words.words import Words, mark
from db.entities.tenure import TenureState
from db.session import FileSession

MOST_CONTACTS = 150
"""The most contacts to verify that a dossier lists; the rest is counted, for the list of contacts has them all."""


def _gather(session: FileSession, basis: Basis) -> tuple[ToVerify, ...]:
    return contacts_to_verify(session, basis.today)


def _compose(_: Basis, found: Sequence[ToVerify], words: Words) -> Section:
    title, sheet = words("Contactos a verificar"), words("Contactos")
    if not found:
        return Section(title, (Paragraph(words("No hay contactos a verificar.")),), sheet=sheet)
    ended = sum(each.state is TenureState.ENDED for each in found)
    figures = KeyFigures(
        (
            (
                ended,
                words.plural(
                    "mandato vencido, sin sucesor registrado", "mandatos vencidos, sin sucesor registrado", ended
                ),
            ),
            (len(found) - ended, words("sin confirmar en los últimos doce meses")),
        ),
    )
    ordered = sorted(found, key=lambda each: _contact_order(each, words))
    blocks: list[Block] = [figures, _contacts_table(ordered[:MOST_CONTACTS], words)]
    left = len(found) - MOST_CONTACTS
    if left > 0:
        said = words.plural(
            "Falta aquí {count} contacto, que está en la lista de contactos.",
            "Faltan aquí {count} contactos, que están en la lista de contactos.",
            left,
        )
        blocks.append(Paragraph(said, Tone.MUTED))
    return Section(title, tuple(blocks), sheet=sheet, landscape=True)


def _contact_order(each: ToVerify, words: Words) -> tuple[bool, bool, str]:
    """Order by state and by the name of the country, within which they come by place and name already."""
    country = fold(words.country(each.country)) if each.country else ""
    return each.state is not TenureState.ENDED, not country, country


def _contacts_table(found: Sequence[ToVerify], words: Words) -> Table:
    columns = (
        Column(words("País"), 1.3),
        Column(words("Ciudad u organismo"), 2.2),
        Column(words("Persona"), 2.4),
        Column(words("Cargo"), 2.6),
        Column(words("Situación"), 2.1),
        Column(words("Hasta"), 1.2),
        Column(words("Verificado el"), 1.3),
        Column(words("Correo"), 3),
    )
    rows = tuple(
        (
            words.country(each.country) if each.country else None,
            each.place or None,
            each.person,
            each.post,
            Cell(words(each.state.label), Tone.WARNING if each.state is TenureState.ENDED else Tone.PLAIN),
            each.ends,
            each.verified_on or Cell(words("nunca"), Tone.MUTED),
            each.email or NOT_RECORDED,
        )
        for each in found
    )
    return Table(columns, rows)


CONTACTS = as_it_stands(ReportPart("contacts", mark("Contactos a verificar"), _gather, _compose))
