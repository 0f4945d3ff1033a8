"""The character U+0000, refused in words wherever a text comes in."""

from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.nulls import NULL, around_null, text_with_null

NULL_SAID = mark("Hay un carácter nulo (U+0000), que aquí se ve como ␀: «{detail}».")
NULL_HINT = mark("Bórrelo y escriba otra vez lo que le sigue: un archivo cortaría allí el texto.")


def null_problem(value: object, place: Place | None = None) -> Problem | None:
    """Return the problem of the first text in `value` that has a U+0000, saying where in it; None when none does."""
    if isinstance(value, str) and NULL not in value:
        return None  # as nearly all values are
    found = text_with_null(value)
    return None if found is None else Problem(NULL_SAID, NULL_HINT, place or Place(), {"detail": around_null(found)})


def refuse_nulls(value: object, place: Place | None = None) -> None:
    """Raise ProblemError when a text in `value` has a U+0000."""
    problem = null_problem(value, place)
    if problem is not None:
        raise ProblemError(problem)


__all__ = ["NULL_HINT", "NULL_SAID", "null_problem", "refuse_nulls"]
