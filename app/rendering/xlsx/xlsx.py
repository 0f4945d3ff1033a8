"""A document as an Excel workbook: a sheet for each section or its rows, real types, ready to filter and to print."""

import re
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook

from app.document import Cover, Document, Paragraph, Section, Tone
from app.rendering.rendered import Rendered, deliver
from app.rendering.say import printable
from app.rendering.xlsx.bands import Band, BandMaker
from app.rendering.xlsx.look import Label, Role
from app.rendering.xlsx.sheet import SheetWriter
from app.sheets.writing.streamed_sheet import streamed_sheet
from app.words.problems import Problem
from app.words.words import Words
from db.progress import Progress, ignore_progress

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
    maker = BandMaker(words)
    parts = [part for section in document.sections for part in _sheets(section, maker)]
    if document.cover or not parts:
        parts.insert(0, (words("Portada"), _cover_bands(document, maker)))
    names: list[str] = []
    notices: list[Problem] = []
    for name, bands in parts:
        names.append(_sheet_name(name or document.title, names))
        with streamed_sheet(workbook, names[-1]) as sheet:
            writer = SheetWriter(sheet, bands, document, words)
            writer.write()
        notices += writer.notices
        tell(len(names) / len(parts))
    content = BytesIO()
    workbook.save(content)
    deliver(target, content.getvalue())
    return Rendered(len(names), tuple(notices))


def _describe(workbook: Workbook, document: Document, words: Words) -> None:
    properties = workbook.properties
    properties.title = printable(document.title)
    properties.creator = printable(document.author) or "Enlace"
    properties.language = str(words.locale).replace("_", "-")
    if document.cover:
        properties.subject = printable(document.cover.subtitle)
    if document.created:
        properties.created = datetime.combine(document.created, time(), UTC).replace(tzinfo=None)


def _sheets(section: Section, maker: BandMaker) -> list[tuple[str, list[Band]]]:
    """Return the sheets of a section, each under its name: the one of its blocks, or those of its rows."""
    if section.rows:
        return [(sheet.title, maker.rows(sheet)) for sheet in section.rows]
    return [(section.sheet or section.title, maker.bands(section))]


def _cover_bands(document: Document, maker: BandMaker) -> list[Band]:
    cover = document.cover or Cover("", document.title)
    lines = [(cover.over, Tone.STRONG), *((line, Tone.PLAIN) for line in (cover.subtitle, *cover.lines))]
    bands = [band for text, tone in [*lines, (cover.foot, Tone.MUTED)] for band in maker.of(Paragraph(text, tone))]
    return [Band(Label(cover.title, Role.TITLE)), *bands]


def _sheet_name(wished: str, taken: list[str]) -> str:
    """Return a name that Excel accepts and no other sheet has, capitals or not."""
    plain = _FORBIDDEN.sub(" ", printable(wished)).strip(" '") or "Enlace"
    others = {name.casefold() for name in taken} | {"history"}
    name, number = plain[:LONGEST_NAME].strip(" '"), 1
    while name.casefold() in others:
        number += 1
        suffix = f" ({number})"
        name = plain[: LONGEST_NAME - len(suffix)].strip() + suffix
    return name
