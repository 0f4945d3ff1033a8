"""The offices of the sample with a logo, and the chapters that one term has written: all are examples and say so."""

from collections.abc import Iterable

import resources
from app.file.starter import read_rows
from app.records.attachments import attach_content
from db.entities.chapter import Chapter
from db.entities.office import Office
from db.entities.period import Period
from db.keys import new_key
from db.session import FileSession

_LOGO = "logo.svg"


def add_papers(session: FileSession, periods: Iterable[Period]) -> None:
    """Add the office of every term with its logo, one of a single term, and the chapters of that term."""
    named = {period.name: period.id for period in periods}
    for row in read_rows("sample/offices.csv"):
        office = Office(
            id=new_key(),
            name=row["name"],
            period_id=named[row["period"]] if row["period"] else None,
            address=row["address"],
            signer=row["signer"],
            role=row["role"],
            notes=row["notes"],
        )
        session.add(office)
        session.flush()
        content = resources.path(f"sample/{_LOGO}").read_bytes()
        attach_content(session, "office", office.id, _LOGO, content, description="Logo de ejemplo", is_logo=True)
    for row in read_rows("sample/chapters.csv"):
        chapter, language = row["chapter"], row["language"]
        session.add(Chapter(period_id=named[row["period"]], chapter=chapter, language=language, text=row["text"]))
    session.flush()
