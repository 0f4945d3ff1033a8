"""The appointment of what a paper is about, as a file of a calendar beside that paper."""

import os
from pathlib import Path

from app.agenda.exporting import ENDING, export_calendar
from app.agenda.records import Wanted, read_events
from app.words.words import Words
from db.store import Store


def write_beside(store: Store, wanted: Wanted, paper: Path, words: Words) -> Path | None:
    """Write what is `wanted` beside the file or folder `paper`, under its name; return where.

    What stands there of this very appointment, as Enlace wrote it for a paper of before, is replaced as the paper
    was. Any other file of that name stays, and this one gets a number. None when nothing of it has a day: then there
    is no appointment to write. ProblemError when the place cannot be written.
    """
    from app.agenda.ics.same import holds_only

    dated = frozenset(event.uid for event in read_events(store, wanted, words) if event.starts_on is not None)
    if not dated:
        return None
    path, number = paper.with_name(paper.stem + ENDING), 1
    while os.path.lexists(path) and not holds_only(path, dated):
        number += 1
        path = paper.with_name(f"{paper.stem} ({number}){ENDING}")
    export_calendar(store, wanted, path, words)
    return path
