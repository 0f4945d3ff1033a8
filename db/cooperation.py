"""The fixed values of agreements, calls and projects, which the layouts of their lists name without the engine."""

from db.fields import Bounds, Choice, Counted, Field, Kind
from db.words import mark

MONTHS = Counted(mark("mes"), mark("meses"))
"""What a field of months counts."""


def in_months(label: str, former: str, *, least: int) -> Field:
    """Return a field of months; a sheet of before may have the `former` label, which said so itself."""
    bounds = Bounds(least=least)
    return Field(label, Kind.INTEGER, width=10, aliases=(former,), bounds=bounds, unit=MONTHS)


class AgreementState(Choice):
    """Where an agreement stands today, as its dates say."""

    SOUGHT = "sought", mark("En gestión")
    AHEAD = "ahead", mark("Todavía no rige")
    IN_FORCE = "in_force", mark("Vigente", "agreement")
    EXPIRING = "expiring", mark("Por vencer")
    ENDED = "ended", mark("Vencido", "agreement")
    UNDATED = "undated", mark("Sin plazo anotado")


class Modality(Choice):
    """What a project of cooperation does (domain, 3.4)."""

    ASSISTANCE = "assistance", mark("Asistencia técnica")
    EXCHANGE = "exchange", mark("Intercambio de expertos o funcionarios")
    INTERNSHIP = "internship", mark("Pasantía")
    GATHERING = "gathering", mark("Foro, seminario o taller")
    TRAINING = "training", mark("Capacitación")
    PRODUCT = "product", mark("Producto de difusión")


class CallState(Choice):
    """Whether one may present to a call today, as its days say."""

    AHEAD = "ahead", mark("Por abrir")
    OPEN = "open", mark("Abierto", "call")
    CLOSED = "closed", mark("Cerrado", "call")
    UNDATED = "undated", mark("Sin fecha de cierre")


class ProjectState(Choice):
    """Where a project stands, from the idea to its close."""

    IDEA = "idea", mark("Idea")
    DRAFTED = "drafted", mark("En formulación")
    PRESENTED = "presented", mark("Presentado", "project")
    SELECTED = "selected", mark("Seleccionado", "project")
    REFUSED = "refused", mark("No seleccionado", "project")
    RUNNING = "running", mark("En ejecución")
    FINISHED = "finished", mark("Terminado", "project")
    CLOSED = "closed", mark("Cerrado", "project")
    DROPPED = "dropped", mark("Abandonado", "project")


class FundingKind(Choice):
    """The steps of money (line 5 of the plan 2008-2009), and what the project puts in by itself."""

    ASKED = "asked", mark("Pedido", "funding")
    GRANTED = "granted", mark("Concedido", "funding")
    RECEIVED = "received", mark("Recibido", "funding")
    SPENT = "spent", mark("Gastado", "funding")
    OWN = "own", mark("Contrapartida propia")
