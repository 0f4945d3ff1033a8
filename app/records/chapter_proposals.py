"""What a chapter that is added to the informe de gestión of a term begins with."""

from collections.abc import Mapping, Sequence

from db.papers import ChapterKind


def begin_chapter(_: Mapping[str, object], rows: Sequence[Mapping[str, object]], language: str) -> Mapping[str, object]:
    """Return the language of the last chapter that says one, and the first chapter that is missing in it.

    `rows` are the chapters of the term as they are written; where none says a language, the first of them is in that
    of the person, `language`. Of a language with all chapters nothing is proposed.
    """
    language = next((str(row["language"]) for row in reversed(rows) if row["language"]), language)
    written = {row["chapter"] for row in rows if row["language"] == language}
    missing = next((kind.value for kind in ChapterKind if kind.value not in written), None)
    if missing is None:
        return {}
    return {"chapter": missing, "language": language}
