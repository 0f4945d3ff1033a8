"""Claims (yes or no) and choices, by any of the words that people use for them."""

import re
from collections.abc import Mapping
from functools import cache

from app.words.folding import fold
from app.words.problems import ProblemError
from app.words.values.context import Context, refusal
from app.words.values.texts import as_text, clean_line
from app.words.words import LANGUAGES, Words, mark
from db.fields import Choice

YES = frozenset({"si", "s", "sim", "yes", "y", "x", "1", "v", "verdadero", "verdadeiro", "true", "t", "ok"})
NO = frozenset({"no", "n", "nao", "0", "f", "falso", "false"})
_TICKS: Mapping[str, bool] = {"✓": True, "✔": True, "☑": True, "✗": False, "✘": False, "☐": False}


def read_boolean(raw: object, context: Context) -> bool:
    """Read a claim: sí, sim, yes, x, 1, verdadero… or their contraries."""
    if isinstance(raw, bool):
        return raw
    text = clean_line(as_text(raw, context.words))
    word = fold(text)
    if text in _TICKS or word in YES or word in NO:
        return _TICKS.get(text, word in YES)
    raise refusal(mark("«{value}» no es ni sí ni no."), mark("Escriba sí o no."), value=text)


SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "municipality": ("city", "ciudad", "cidade", "municipalidad", "alcaldia", "prefeitura", "town"),
    "state": ("provincia", "estado", "province"),
    "mobile": ("movil", "celular", "cell", "cel"),
    "email": ("mail", "correo", "e mail"),
    "network": ("red", "rede"),
    "agency": ("agencia",),
    "bank": ("banco", "fondo", "fundo"),
    "university": ("universidad", "universidade"),
    "member": ("socio", "socia", "ciudad miembro", "cidade membro"),
    "withdrawn": ("retirada",),
    "not_asked": ("no consultado",),
    "granted": ("autorizada",),
    "refused": ("no autorizada", "nao autorizada"),
    "excused": ("con aviso", "ausente con aviso", "excused"),
    "done": ("fulfilled",),
    "dropped": ("void",),
    "head_of_government": ("head of government",),
    "liaison": ("enlace", "ligacao", "punto focal", "ponto focal", "focal point"),
}
"""Folded words in use, or of earlier versions, by the stored text that they mean in whatever choice holds it."""

_OR = re.compile(r" (?:o|ou|or) ")


@cache
def _labels(choices: type[Choice], language: str) -> Mapping[str, str]:
    """Return the stored text by folded label, and by each side of a label that says "one or the other"."""
    words = Words(language)
    found: dict[str, str] = {}
    for one in choices:
        label = fold(words(one.label))
        for said in (label, *_OR.split(label), *SYNONYMS.get(one.value, ())):
            found.setdefault(said, str(one.value))
    return found


def read_choice(raw: object, context: Context) -> str:
    """Read a choice by its stored text, its name or its label in any language of the program."""
    choices = context.field.choices
    if choices is None:
        raise TypeError(f"the field {context.field.label!r} declares no choices")
    text = clean_line(as_text(raw, context.words))
    word = fold(text)
    for one in choices:
        if word in (fold(one.value), fold(one.name)):
            return str(one.value)
    languages = dict.fromkeys(("es", context.words.language, *LANGUAGES))
    for language in languages:
        if word in _labels(choices, language):
            return _labels(choices, language)[word]
    raise refusal(
        mark("«{value}» no es ninguna de las opciones."),
        mark("Elija una de estas: {options}."),
        value=text,
        options=", ".join(context.words(one.label) for one in choices),
    )


def read_choices(raw: object, context: Context) -> str:
    """Read several choices, with semicolons, lines or commas between them: their stored texts with commas between.

    They come in the order in which they are declared, each once. A label may hold a comma of its own.
    """
    found: set[str] = set()
    for part in filter(None, map(clean_line, re.split(r"[;\n]", as_text(raw, context.words)))):
        try:
            found.add(read_choice(part, context))
        except ProblemError:
            if "," not in part:
                raise
            found |= {read_choice(each, context) for each in map(clean_line, part.split(",")) if each}
    return ",".join(str(one.value) for one in context.field.choices or () if one.value in found)


def show_choices(value: str, choices: type[Choice] | None, words: Words) -> str:
    """Write the labels of stored choices, with semicolons between them."""
    return "; ".join(show_choice(each, choices, words) for each in value.split(","))


def show_choice(value: object, choices: type[Choice] | None, words: Words) -> str:
    """Write the label of a stored choice; a text that is no longer among the choices is written as it is."""
    known = {str(one.value): one.label for one in choices or ()}
    stored = str(value.value) if isinstance(value, Choice) else str(value)
    return words(known[stored]) if stored in known else stored
