"""What an operation of the history is called, undos and redos too."""

from app.words.titles import FORMER, say_title, say_within
from app.words.words import Words
from db.titles import Title

BACK_TO = Title("Regreso a como estaba el {moment}", values={"moment": ""})
"""The title of the undo of all that was done since a moment; its source tells it from other titles."""

_BACK_TO = frozenset({BACK_TO.text, *(old for old, (now, _) in FORMER.items() if now == BACK_TO.text)})


def say_done(title: Title, words: Words, *, is_undo: bool = False, is_redo: bool = False) -> str:
    """Return what an operation did, in the language of `words`.

    An undo bears the title of what it took back; the return to a moment has a title of its own, and what takes that
    return back is its undo.
    """
    returns = title.text in _BACK_TO
    if is_redo and not returns:
        return words("Rehacer: {what}", what=say_within(title, words))
    if is_undo and (is_redo or not returns):
        return words("Deshacer: {what}", what=say_within(title, words))
    return say_title(title, words)


def say_taken_back(title: Title, words: Words) -> str:
    """Return what redo would bring: what the undo with this title took back."""
    if title.text in _BACK_TO:
        return words("lo deshecho hasta el {moment}", moment=title.values.get("moment", ""))
    return say_within(title, words)


def say_undone(title: Title, words: Words) -> str:
    """Say that an undo with this title was made."""
    if title.text in _BACK_TO:
        return words("Se volvió a como estaba el {moment}.", moment=title.values.get("moment", ""))
    return words("Se deshizo: {what}", what=say_within(title, words))
