"""The fixed values of demands and adoptions, which the layouts of their lists name without the engine."""

from db.fields import Choice
from db.words import mark


class NeedState(Choice):
    """Whether a demand of a city still waits for an answer."""

    OPEN = "open", mark("Abierta", "need")
    MET = "met", mark("Atendida")
    WITHDRAWN = "withdrawn", mark("Retirada")


class Reason(Choice):
    """Why an experience may serve a demand (line 7 of the plan 2008-2009); each counts as much as any other."""

    THEME = "theme", mark("Tema en común")
    POPULATION = "population", mark("Población parecida")
    LANGUAGE = "language", mark("Mismo idioma")
    UNIT = "unit", mark("Misma unidad")
    NEIGHBOURS = "neighbours", mark("Ciudades cercanas")
    RUNNING = "running", mark("Sigue en marcha")
    PERMISSION = "permission", mark("Permiso otorgado")


class Verdict(Choice):
    """What an officer said of an experience for a demand."""

    SERVES = "serves", mark("Sirve")
    SERVES_NOT = "serves_not", mark("No sirve")


class AdoptionState(Choice):
    """How far a city has come with a practice of another, as its steps say."""

    AHEAD = "ahead", mark("Sin pasos dados")
    UNDERWAY = "underway", mark("En camino", "adoption")
    IN_USE = "in_use", mark("En uso")
    DROPPED = "dropped", mark("Abandonada")
