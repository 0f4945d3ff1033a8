"""What a person chooses of an acta: which meeting, and in which form."""

from dataclasses import dataclass

from app.reports.board_pack.options import meeting_looked_back_on
from app.words.words import mark
from db.fields import Choice
from db.store import Store


class ActaForm(Choice):
    """The forms in which actas are written (domain, 2.1, 2.2)."""

    NETWORK = "network", mark("De la Red")
    MERCOSUR = "mercosur", mark("Del MERCOSUR")

    @classmethod
    def none_said(cls) -> str:
        """Return what it is to choose none: that the kind of the body chooses."""
        return mark("Automática")


@dataclass(frozen=True, slots=True)
class Options:
    """The meeting of the acta, and its form: that of the kind of its body when None."""

    record_id: str
    form: str | None = None


def default_options(store: Store) -> Options:
    """Return the acta of the latest meeting that was held; ProblemError when the file has no meeting."""
    return Options(meeting_looked_back_on(store))
