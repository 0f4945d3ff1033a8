"""A language made of the longest words: of each text that of Spanish, Portuguese or English which is the longest."""

import gettext

import resources
from db.words import CONTEXT_END

LONGEST = "longest"
"""What a test asks for in the place of a language."""
OTHERS = ("pt_BR", "en")


class Longest(gettext.NullTranslations):
    """The translations of which each text is the longest of its three."""

    def __init__(self) -> None:
        """Load the words of the languages beside Spanish, in which texts are written."""
        super().__init__()
        self._all: list[gettext.NullTranslations] = [gettext.NullTranslations()]
        for folder in OTHERS:
            with resources.path(f"words/{folder}/LC_MESSAGES/enlace.mo").open("rb") as file:
                self._all.append(gettext.GNUTranslations(file))

    def gettext(self, message: str) -> str:
        """Return the longest of what the languages say; the context of a Spanish text is no part of it."""
        return max((each.gettext(message).rpartition(CONTEXT_END)[2] for each in self._all), key=len)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the longest of what the languages say of so many."""
        return max((each.ngettext(msgid1, msgid2, n) for each in self._all), key=len)
