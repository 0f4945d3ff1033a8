"""A meeting of a board that has something to be told in every part of its dossier, and a file with nothing but one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.document import Cell, Paragraph, Reference, Section, Value
from app.records.drafts import Draft, Rows
from app.records.editing import write_draft
from db.session import FileSession
from db.store import Store
from db.titles import Title
from db.values import Money, PartialDate, RecordKey
from tests.app.reports.reading import dossier_of, tables_of
from tests.app.units.made import add, make_units

BEFORE, TODAY, DAY, NEXT = date(2026, 10, 2), date(2026, 11, 22), date(2026, 12, 5), date(2027, 2, 10)
"""The meeting before, today, the meeting of the dossier, and the one after it."""


@dataclass(frozen=True, slots=True)
class Board:
    """The open file, the key of the meeting, and the keys of what was made by what it is called."""

    store: Store
    meeting: str
    keys: Mapping[str, str]

    def section(self, part: str, language: str = "es") -> Section:
        """Return a part of the dossier."""
        (section,) = dossier_of(self.store, self.meeting, part, language=language).sections
        return section

    def rows(self, part: str, at: int = 0) -> list[tuple[Value, ...]]:
        """Return the rows of a table of a part, what is called by a record as its name, and no tones."""
        table = tables_of(dossier_of(self.store, self.meeting, part))[at]
        return [tuple(plain(each) for each in row) for row in table.rows]

    def said(self, part: str) -> list[str]:
        """Return the paragraphs of a part."""
        return [block.text for block in self.section(part).blocks if isinstance(block, Paragraph)]


def plain(value: Value | Cell) -> Value:
    """Return what a cell holds, of a reference its text."""
    bare = value.value if isinstance(value, Cell) else value
    return bare.text if isinstance(bare, Reference) else bare


def make_board(store: Store) -> Board:
    """Fill `store`, which is open on TODAY."""
    keys = dict(make_units(store).keys)
    with store.operation(Title("Armar lo que un dossier cuenta")) as session:
        meeting = partial(add, session, "meeting", body_id=keys["board"])
        keys["meeting"] = meeting(name="Tercera reunión", starts_on=DAY, state="convened")
        meeting(name="Cuarta reunión", starts_on=NEXT)
        _add_owed(session, keys)
        _add_forum(session)
        _add_agreements(session)
        _add_projects(session)
        _add_studies(session)
        _add_adoptions(session, keys)
        _add_log(session, keys)
        _add_agenda(session)
    return Board(store, keys["meeting"], keys)


def _add_owed(session: FileSession, keys: Mapping[str, str]) -> None:
    owed = partial(add, session, "commitment", record=RecordKey("meeting", keys["joint"]))
    owed(text="Enviar el acta", municipality_id=keys["Rosario"], due_on=date(2026, 11, 21))
    owed(text="Reunir firmas", due_on=NEXT)
    owed(text="Mucho después", due_on=date(2027, 2, 11))
    owed(text="Sin plazo")


def _add_forum(session: FileSession) -> None:
    addressee = add(session, "organisation", name="Grupo Mercado Común")
    recommendation = partial(add, session, "recommendation", to_organisation_id=addressee)
    waits = recommendation(name="La que espera", day=PartialDate(2026, 9))
    recommendation(name="La que quedó", day=PartialDate(2011))
    recommendation(name="La de ahora", result="accepted", answered_on=date(2026, 11, 1))
    recommendation(name="La de antes", result="accepted", answered_on=date(2026, 10, 2))
    _add_steps(session, RecordKey("recommendation", waits), "Aprobada", "Elevada al GMC")
    proposal = add(session, "focem_proposal", name="Centros de frontera")
    add(session, "focem_proposal", name="Ruta 8")
    _add_steps(session, RecordKey("focem_proposal", proposal), "Presentada", "En la unidad técnica")


def _add_steps(session: FileSession, record: RecordKey, done: str, planned: str) -> None:
    add(session, "step", record=record, name=done, state="done", done_on=date(2026, 11, 2))
    add(session, "step", record=record, name=planned, state="planned", due_on=date(2026, 11, 20))


def _add_agreements(session: FileSession) -> None:
    signed = {"signed_on": PartialDate(2024), "kind": "framework"}
    agreement = partial(add, session, "agreement", **signed)
    agreement(name="Pronto", ends=PartialDate(2026, 12, 1), renews_by=24)
    agreement(name="En el plazo", ends=PartialDate(2027, 6, 5))
    agreement(name="Después", ends=PartialDate(2027, 6, 6))
    agreement(name="Con aviso largo", ends=PartialDate(2027, 8), first_notice=300)
    agreement(name="Ya vencido", ends=PartialDate(2026, 11, 21))


def _add_projects(session: FileSession) -> None:
    funds = [("granted", 20_000_00, "USD"), ("received", 5_000_00, "USD"), ("own", 300_000_00, "UYU")]
    rows = tuple(Draft("funding", None, {"kind": kind, "amount": Money(minor, code)}) for kind, minor, code in funds)
    project = Draft("project", None, {"name": "Huertas", "state": "running"}, {"fundings": Rows(rows)})
    write_draft(session, project)
    add(session, "project", name="Cerrado", state="closed")


def _add_studies(session: FileSession) -> None:
    late = add(session, "study", name="Atrasado", ordered_on=PartialDate(2026), due_on=PartialDate(2026, 10))
    add(session, "study", name="De la gestión", delivered_on=PartialDate(2026, 8))
    add(session, "study", name="De ahora", delivered_on=PartialDate(2026, 11))
    add(session, "study", name="De antes", delivered_on=PartialDate(2026, 6))
    add(session, "recommendation", name="Comprar juntas", study_id=late, result="accepted")


def _add_adoptions(session: FileSession, keys: Mapping[str, str]) -> None:
    practice = add(session, "experience", name="Presupuesto participativo")
    adoption = partial(add, session, "adoption", experience_id=practice, giver_id=keys["Rosario"])
    on_its_way = adoption(municipality_id=keys["Azul"])
    _add_steps(session, RecordKey("adoption", on_its_way), "Pedida", "Visita")
    adoption(municipality_id=keys["Canelones"], dropped_on=PartialDate(2026, 9))


def _add_log(session: FileSession, keys: Mapping[str, str]) -> None:
    note = partial(add, session, "interaction", municipalities=(keys["Rosario"],), kind="call")
    note(day=BEFORE, text="El día de la otra reunión")
    note(day=date(2026, 10, 3), text="Habló " + "mucho " * 100, next_step="Insistir", next_on=date(2026, 11, 20))
    note(day=TODAY, text="De hoy", subject=RecordKey("body", keys["board"]))
    published = partial(add, session, "dissemination", medium="web")
    published(name="Antes", day=PartialDate(2026, 10, 2))
    published(name="En octubre", day=PartialDate(2026, 10), web="https://nota.example.org")
    published(name="Sin fecha")


def _add_agenda(session: FileSession) -> None:
    activity = partial(add, session, "activity", state="confirmed")
    activity(name="La víspera", starts_on=date(2026, 12, 4))
    activity(name="Feria", starts_on=DAY)
    activity(name="Al fin", starts_on=date(2027, 3, 5))
    activity(name="Más allá", starts_on=date(2027, 3, 6))


def make_bare(store: Store) -> Board:
    """Fill `store` with a body that meets, and nothing else."""
    with store.operation(Title("Armar la reunión sola")) as session:
        body = add(session, "body", name="Consejo", kind="council")
        return Board(store, add(session, "meeting", body_id=body, name="Reunión", starts_on=DAY), {})
