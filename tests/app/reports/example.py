"""A small network in March 2009, from which every report has something to say and something it lacks."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from app.meetings import convoke
from app.records.attachments import attach_content
from app.words.words import Words
from db.entities.experience import experience_municipality, experience_theme
from db.session import FileSession
from db.store import Store
from db.titles import Title
from db.values import Money, PartialDate, RecordKey
from tests.app.rendering.sample import pdf_of
from tests.make import CATALOG

DAY = date(2009, 3, 2)


@dataclass
class Network:
    """A store with the keys of the records that tests name."""

    store: Store
    keys: dict[str, str] = field(default_factory=dict)


@contextmanager
def example(template: Path, folder: Path) -> Iterator[Network]:
    """Make the network in a copy of the empty `template` in `folder`, open on its day."""
    path = folder / "red.enlace"
    shutil.copy(template, path)
    with Store.open(path, clock=lambda: DAY) as store:
        network = Network(store)
        with store.operation(Title("Armar la red")) as session:
            _Maker(session, network.keys).make()
        convoke(store, network.keys["next"], Words("es"))
        yield network


class _Maker:
    """Adds records under keys that count up, so that nothing depends on chance."""

    def __init__(self, session: FileSession, keys: dict[str, str]) -> None:
        self.session = session
        self.keys = keys
        self._count = 0

    def add(self, entity: str, called: str = "", /, **values: object) -> str:
        self._count += 1
        key = f"{self._count:032x}"
        known = {
            name: self.keys.get(str(value), value) if name.endswith("_id") else value for name, value in values.items()
        }
        self.session.add(CATALOG.entity(entity)(id=key, **known))
        if called:
            self.keys[called] = key
        return key

    def make(self) -> None:
        self._add_cities()
        self._add_bodies()
        self._add_people()
        self._add_held_meeting()
        self._add_next_meeting()
        self._add_experiences()
        self._add_plan()

    def _add_cities(self) -> None:
        rosario = {
            "name": "Municipalidad de Rosario",
            "government_kind": "municipality",
            "subdivision": "AR-S",
            "population": 908_163,
            "population_year": 2001,
            "population_source": "INDEC",
            "latitude": -32_946_800,
            "longitude": -60_639_300,
            "languages": "es",
            "web": "https://rosario.example.org",
        }
        self.add("municipality", "rosario", short_name="Rosario", country="AR", **rosario)
        self.add("municipality", "canelones", short_name="Canelones", country="UY", subdivision="UY-CA")
        self.add("municipality", "porto", short_name="Porto Alegre", country="BR", subdivision="BR-RS")
        self.add("municipality", "montevideo", short_name="Montevideo", country="UY", subdivision="UY-MO")
        for called, subdivision in (("avellaneda", "AR-B"), ("avellaneda2", "AR-S")):
            self.add("municipality", called, short_name="Avellaneda", country="AR", subdivision=subdivision)
        founding = {"state": "member", "starts": PartialDate(1995, 11, 11), "act": "Acta fundacional"}
        self.add("membership", municipality_id="rosario", **founding)
        self.add("membership", municipality_id="montevideo", **founding)
        self.add("membership", municipality_id="porto", state="member")
        self.add("membership", municipality_id="canelones", state="member", starts=PartialDate(2008, 6, 18))
        applied = PartialDate(2009, 1)
        self.add("membership", municipality_id="avellaneda", state="member", starts=applied, act="Acta 1/2009")
        self.add("membership", municipality_id="avellaneda2", state="applicant", starts=PartialDate(2009))
        reach = {"municipality_id": "rosario"}
        self.add("contact_point", kind="address", value="Buenos Aires 711", **reach)
        self.add("contact_point", kind="phone", value="+543414802000", label="conmutador", position=1, **reach)
        self.add("period", "term", name="2008-2009", municipality_id="canelones", starts=PartialDate(2008, 6, 18))

    def _add_bodies(self) -> None:
        board = {"name": "Comisión Directiva", "name_pt": "Comissão Diretiva", "name_en": "Board of Directors"}
        self.add("body", "board", kind="board", **board)
        stpm = {"name": "Secretaría Técnica Permanente", "name_pt": "Secretaria Técnica Permanente"}
        stpm |= {"name_en": "Permanent Technical Secretariat", "kind": "technical_secretariat"}
        self.add("body", "stpm", **stpm)
        augm = "Asociación de Universidades Grupo Montevideo"
        self.add("organisation", "augm", name=augm, acronym="AUGM")
        since = PartialDate(2008, 6)
        self.add("seat", body_id="board", municipality_id="canelones", role="chair", starts=since)
        self.add("seat", body_id="board", municipality_id="rosario", role="member", starts=since)
        self.add("seat", body_id="board", municipality_id="porto", role="member")
        self.add("seat", body_id="board", municipality_id="montevideo", role="member", ends=PartialDate(2008))
        self.add("seat", body_id="board", organisation_id="augm", role="observer")

    def _add_people(self) -> None:
        for called, name, treatment in (
            ("ana", "Ana Ficticia", "Sra."),
            ("joao", "João Amostra", None),
            ("luis", "Luis Muestra", "Sr."),
            ("eva", "Eva Prueba", None),
        ):
            self.add("person", called, name=name, treatment=treatment)
        self.add("contact_point", person_id="luis", kind="mobile", value="+5493415550101")
        self.add("contact_point", person_id="luis", kind="email", value="luis@example.org", position=1)
        head = {"role": "head_of_government"}
        self.add("post", "p1", name="Intendente", municipality_id="rosario", email="intendencia@example.org", **head)
        self.add("post", "p2", name="Prefeito", municipality_id="porto", **head)
        self.add(
            "post", "p3", name="Dirección de Relaciones Internacionales", municipality_id="rosario", role="liaison"
        )
        self.add("post", name="Intendenta", municipality_id="canelones", **head)
        self.add("tenure", person_id="ana", post_id="p1", starts=PartialDate(2007, 12), verified_on=date(2009, 2, 1))
        self.add("tenure", person_id="joao", post_id="p2", starts=PartialDate(2005), ends=PartialDate(2008))
        self.add("tenure", person_id="luis", post_id="p3", starts=PartialDate(2008))

    def _add_held_meeting(self) -> None:
        self.add(
            "meeting",
            "held",
            body_id="board",
            name="XX Reunión de la Comisión Directiva",
            code="ACTA Nº 01/2008",
            starts_on=date(2008, 11, 20),
            ends_on=date(2008, 11, 21),
            starts_at="09:30",
            municipality_id="montevideo",
            state="closed",
            opening="Abre la sesión la presidencia.",
            closing="Se levanta la sesión.",
            next_meeting="Rosario, marzo de 2009",
        )
        held = {"meeting_id": "held"}
        self.add("agenda_item", name="Informe de la Secretaría Ejecutiva", duration=45, minutes="Se aprobó.", **held)
        self.add("agenda_item", name="Ingresos", position=1, **held)
        attended: tuple[tuple[str, str, Mapping[str, object]], ...] = (
            ("rosario", "present", {"person_id": "ana"}),
            ("montevideo", "represented", {"represented_by": "Canelones"}),
            ("porto", "absent", {}),
        )
        for position, (city, state, more) in enumerate(attended):
            self.add("attendance", municipality_id=city, state=state, position=position, **held, **more)
        resolutions: tuple[Mapping[str, object], ...] = (
            {"number": "Inciso 1", "text": "Llevar al FCCR la propuesta sobre el FOCEM.", "municipality_id": "rosario"},
            {"number": "Inciso 2", "text": "Actualizar los contactos de la Red.", "body_id": "stpm"},
            {"text": "Convocar a la Cumbre."},
        )
        follow_up: tuple[Mapping[str, object], ...] = (
            {"due_on": date(2009, 2, 28), "state": "in_progress", "progress": "Borrador en consulta."},
            {"due_on": date(2009, 1, 31), "state": "done", "closed_on": date(2009, 1, 20)},
            {},
        )
        for position, (said, done) in enumerate(zip(resolutions, follow_up, strict=True)):
            self.add("resolution", position=position, **held, **said, **done)

    def _add_next_meeting(self) -> None:
        self.add(
            "meeting",
            "next",
            body_id="board",
            name="XXI Reunión de la Comisión Directiva",
            starts_on=date(2009, 3, 18),
            starts_at="09:00",
            place="Palacio de los Leones",
            municipality_id="rosario",
        )
        item = {"meeting_id": "next"}
        self.add("agenda_item", name="Apertura", duration=15, person_id="ana", **item)
        name = "Participación de los gobiernos locales en el FOCEM"
        self.add("agenda_item", "focem", name=name, position=1, description="Texto para acordar.", **item)
        self.add("agenda_item", name="Cierre", position=2, starts_at="12:00", presenter="Presidencia", **item)
        self.session.flush()
        attach_content(self.session, "meeting", self.keys["next"], "acta.pdf", pdf_of(3), description="Acta anterior")
        attach_content(self.session, "agenda_item", self.keys["focem"], "propuesta.pdf", pdf_of(2))

    def _add_experiences(self) -> None:
        governance = {"name_pt": "Governança local", "name_en": "Local governance"}
        self.add("theme", "governance", name="Gobernanza local", **governance)
        self.add("theme", "odm7", name="Sostenibilidad")
        told = {
            "summary": "Los barrios deciden parte del presupuesto.",
            "problem": "La gente no sabía en qué se gastaba.",
            "cost": Money(1_250_000, "USD"),
            "starts": PartialDate(2002),
            "running": True,
            "person_id": "luis",
            "permission": "granted",
            "state": "published",
        }
        self.add("experience", "budget", name="Presupuesto participativo", modality="Práctica local", **told)
        measured = {"indicator": "Vecinos que votan", "value": "32.000 (2008)"}
        self.add("experience_result", experience_id="budget", name="Más participación", **measured)
        self.add("experience", "reserved", name="Reservada", starts=PartialDate(2008, 9), permission="refused")
        self.add("experience", name="De antes", starts=PartialDate(2004), ends=PartialDate(2005))
        self.add("experience", name="De una sola vez", starts=PartialDate(2005))
        self.add("experience", name="Sin fecha")
        self.session.flush()
        links = (
            (experience_municipality, "budget", "municipality", "rosario"),
            (experience_municipality, "reserved", "municipality", "porto"),
            (experience_theme, "budget", "theme", "governance"),
            (experience_theme, "budget", "theme", "odm7"),
        )
        for table, experience, kind, other in links:
            self._count += 1
            values = {
                "id": f"{self._count:032x}",
                "experience_id": self.keys[experience],
                f"{kind}_id": self.keys[other],
            }
            self.session.execute(insert(table).values(values))

    def _add_log(self) -> None:
        """Add a note, a stage, a step, an axis, an activity and what was said of it, of none of these.

        Nothing of what is printed changes by them.
        """
        self.add("interaction", "note", day=date(2026, 3, 1), text="Llamó por el acta")
        self.add("stage", "stage", route="project", name="Idea")
        self.add("step", "step", name="Idea", record=RecordKey("plan_action", self.keys["meet"]))
        self.add("axis", "axis", name="Ciudadanía regional")
        self.add("activity", "seminar", name="Seminario de prueba", state="confirmed")
        self.add("dissemination", "bulletin", name="Boletín de prueba", medium="bulletin")

    def _add_plan(self) -> None:
        lines: tuple[tuple[str, str, Mapping[str, object]], ...] = (
            ("1", "Posicionamiento", {"name_pt": "Posicionamento", "name_en": "Standing"}),
            ("8", "Punto que falta", {"name_pt": "Ponto que falta", "name_en": "Missing point", "vacant": True}),
            ("10", "Difusión", {"name_pt": "Difusão", "name_en": "Outreach", "official_text": "Difundir la red."}),
        )
        for position, (number, name, more) in enumerate(lines):
            place = {"period_id": "term", "position": position}
            self.add("plan_line", f"line{number}", number=number, name=name, **place, **more)
        meetings: Mapping[str, object] = {
            "body_id": "stpm",
            "indicator": "Reuniones hechas",
            "unit": "reuniones",
            "target": 4_000,
        }
        actions: tuple[tuple[str, str, Mapping[str, object]], ...] = (
            ("declare", "Declaración", {"due_on": date(2008, 12, 31), "state": "done", "municipality_id": "canelones"}),
            ("meet", "Reuniones", {"starts_on": date(2008, 9, 1), "due_on": date(2009, 2, 28), **meetings}),
            ("write", "Boletín", {"starts_on": date(2009, 4, 1), "due_on": date(2009, 9, 30)}),
            ("", "Sitio", {"state": "dropped"}),
        )
        for position, (called, name, more) in enumerate(actions):
            place = {"line_id": "line1" if position < 2 else "line10", "position": position}
            self.add("plan_action", called, name=name, **place, **more)
        self.add("measure", action_id="meet", day=date(2009, 1, 15), value=1_000)
        self._add_log()
        said = {"record": RecordKey("plan_action", self.keys["meet"])}
        self.add("commitment", text="Fijar la fecha", due_on=date(2009, 1, 31), **said)
        self.add("commitment", text="Invitar", due_on=date(2008, 10, 1), state="met", **said)
        self.add("commitment", text="Cerrar", due_on=date(2009, 5, 31), **said)
        shown = {"record": RecordKey("experience", self.keys["reserved"])}
        self.add("evidence", action_id="declare", **shown)
        self.add("evidence", line_id="line10", **shown)
