"""Names that officers typed in Spanish and, where they know it, in Portuguese."""

from dataclasses import dataclass

from app.words import Words


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was typed; it is never translated, but its own Portuguese form is used where there is one."""

    text: str
    portuguese: str = ""

    def said(self, words: Words) -> str:
        """Give the name for a reader of the language of `words`."""
        return self.portuguese if words.language == "pt" and self.portuguese else self.text
