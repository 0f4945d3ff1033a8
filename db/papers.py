"""The fixed values of what the office prints, which the layouts of its lists name without the engine."""

from db.fields import Choice
from db.words import mark


class ChapterKind(Choice):
    """What is written by hand of the informe de gestión, in the order of the real ones (domain, 2.4)."""

    WORDS = "words", mark("Palabras de la Secretaría Ejecutiva")
    INTRODUCTION = "introduction", mark("Introducción")
    CONTEXT = "context", mark("Contexto")
    ACTIONS = "actions", mark("Acciones por línea")
    ORGANS = "organs", mark("Órganos y unidades")
    ACCOUNTS = "accounts", mark("Rendición de cuentas")
    PROGRAMME = "programme", mark("Programa")


class ActaState(Choice):
    """How far the acta of a meeting has come: it is written, corrected by those who came, and approved."""

    DRAFT = "draft", mark("Borrador")
    CORRECTION = "correction", mark("En corrección")
    APPROVED = "approved", mark("Aprobada", "acta")
