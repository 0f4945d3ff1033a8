"""What a chapter that is added to the informe de gestión of a term begins with."""

from collections.abc import Mapping, Sequence

from db.papers import ChapterKind


def begin_chapter(_: Mapping[str, object], rows: Sequence[Mapping[str, object]]) -> Mapping[str, object]:
    """Return the language of the last chapter that says one, and the first chapter that is missing in it.

    `rows` are the chapters of the term as they are written. Of a language with all chapters nothing is proposed.
    """
    language = next((row["language"] for row in reversed(rows) if row["language"]), None)
    written = {row["chapter"] for row in rows if row["language"] == language}
    missing = next((kind.value for kind in ChapterKind if kind.value not in written), None)
    if missing is None:
        return {}
    return {"chapter": missing, "language": language} if language else {"chapter": missing}
