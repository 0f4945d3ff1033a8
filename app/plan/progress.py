"""How far a line of the plan is, said with how that comes about: never a figure alone."""

from app.words.words import Words
from db.values import Percent
from db.words import mark_plural


def say_progress(words: Words, *, actions: int, done: int, measured: int, progress: Percent | None) -> str:
    """Return "3 de 7 acciones cumplidas; avance medio 54 % de 5 medidas", or what there is of it.

    `measured` are the actions behind the mean: those that are done, and those with a value between baseline and target.
    """
    if not actions:
        return words("Sin acciones todavía")
    counted = say_done(words, actions=actions, done=done)
    return f"{counted}; {say_measured(words, measured=measured, progress=progress)}"


def say_done(words: Words, *, actions: int, done: int) -> str:
    """Return "3 de 7 acciones cumplidas"."""
    one, several = mark_plural("{done} de {count} acción cumplida", "{done} de {count} acciones cumplidas")
    return words.plural(one, several, actions, done=words.number(done))


def say_measured(words: Words, *, measured: int, progress: Percent | None) -> str:
    """Return the mean with how many stand behind it: "avance medio 54 % de 5 medidas", or that none does."""
    if progress is None:
        return words("ninguna con medición")
    mean = words.percent(float(progress.number) / 100)
    one, several = mark_plural("avance {mean} de {count} medida", "avance medio {mean} de {count} medidas")
    return words.plural(one, several, measured, mean=mean)
