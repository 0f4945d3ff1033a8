"""A document as an Excel workbook: one sheet for each section, real types, ready to filter and to print."""

import re
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook

from app.rendering.rendered import Progress, Rendered, ignore_progress
from app.rendering.say import printable
from app.rendering.target import write_whole
from app.rendering.xlsx_bands import Band, BandMaker
from app.rendering.xlsx_cells import Entry, Role
from app.rendering.xlsx_sheet import SheetWriter
from app.reports.document import Cell, Cover, Document, Tone
from app.words import Words

LONGEST_NAME = 31
"""Most characters in the name of a sheet."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\r\t]+")


def render_xlsx(
    document: Document, target: BinaryIO | Path, words: Words, progress: Progress | None = None
) -> Rendered:
    """Write `document` as a workbook into `target`, whole or not at all when it is a path.

    `words` must speak the language of the document. Gives the number of sheets. Raises ProblemError when `target`
    cannot be written, and whatever `progress` raises.
    """
    tell = progress or ignore_progress
    workbook = Workbook(write_only=True)
    _describe(workbook, document, words)
    taken: list[str] = []
    total = len(document.sections)
    if document.cover or not total:
        taken.append(words("Portada"))
        SheetWriter(workbook, taken[0], document, words).write(_cover_bands(document))
    maker = BandMaker(words)
    for done, section in enumerate(document.sections, 1):
        taken.append(_sheet_name(section.sheet or section.title or document.title, taken))
        SheetWriter(workbook, taken[-1], document, words).write(maker.bands(section))
        tell(done, total)
    content = BytesIO()
    workbook.save(content)
    write_whole(target, content.getvalue())
    return Rendered(len(taken))


def _describe(workbook: Workbook, document: Document, words: Words) -> None:
    properties = workbook.properties
    properties.title = printable(document.title)
    properties.creator = printable(document.author) or "Enlace"
    properties.language = str(words.locale).replace("_", "-")
    if document.cover:
        properties.subject = printable(document.cover.subtitle)
    if document.created:
        properties.created = datetime.combine(document.created, time(), UTC).replace(tzinfo=None)


def _cover_bands(document: Document) -> list[Band]:
    cover = document.cover or Cover("", document.title)
    lines = [[text] for text in (cover.subtitle, *cover.lines) if text]
    bands = [
        Band([[Cell(cover.over, Tone.STRONG)]] if cover.over else [], is_prose=bool(cover.over)),
        Band([[Entry(cover.title, Role.TITLE)]]),
        *(Band([line], is_prose=True) for line in lines),
        Band([[Cell(cover.foot, Tone.MUTED)]] if cover.foot else [], is_prose=bool(cover.foot)),
    ]
    return [band for band in bands if band.rows]


def _sheet_name(wished: str, taken: list[str]) -> str:
    """Give a name that Excel accepts and no other sheet has, capitals or not."""
    plain = _FORBIDDEN.sub(" ", printable(wished)).strip(" '") or "Enlace"
    others = {name.casefold() for name in taken} | {"history"}
    name, number = plain[:LONGEST_NAME].strip(" '"), 1
    while name.casefold() in others:
        number += 1
        suffix = f" ({number})"
        name = plain[: LONGEST_NAME - len(suffix)].strip() + suffix
    return name
