"""What is said of an agreement that comes to its end."""

from collections.abc import Mapping

from app.words.words import Words


def say_days_left(values: Mapping[str, object], words: Words) -> str:
    """Return in how many days an agreement with these values ends, and which of its notices that reached.

    The notice of the last day says nothing that the day does not.
    """
    days, notice = values.get("days_left"), values.get("notice")
    if not isinstance(days, int):
        return ""
    said = words.plural("Vence en {count} día", "Vence en {count} días", days) if days else words("Vence hoy")
    return words("{ends} (aviso de {days})", ends=said, days=notice) if isinstance(notice, int) and notice else said
