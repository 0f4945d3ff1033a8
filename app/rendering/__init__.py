"""Renderers: a document becomes PDF, Excel, Word, HTML or plain text; each is one file and one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.document import Document
from app.rendering.rendered import Rendered, deliver
from app.words.words import Words, mark
from db.progress import Progress

Write = Callable[[Document, Path, Words, Progress | None], Rendered]


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format: its name on the command line, the ending of its files, its title for people, and what writes it."""

    name: str
    ending: str
    title: str
    write: Write


def _write_pdf(document: Document, path: Path, words: Words, progress: Progress | None) -> Rendered:
    from app.rendering.pdf.pdf import render_pdf

    return render_pdf(document, path, words, progress)


def _write_xlsx(document: Document, path: Path, words: Words, progress: Progress | None) -> Rendered:
    from app.rendering.xlsx.xlsx import render_xlsx

    return render_xlsx(document, path, words, progress)


def _write_docx(document: Document, path: Path, words: Words, progress: Progress | None) -> Rendered:
    from app.rendering.docx.docx import render_docx

    return render_docx(document, path, words, progress)


def _write_html(document: Document, path: Path, words: Words, _progress: Progress | None) -> Rendered:
    from app.rendering.html.html import render_html

    deliver(path, render_html(document, words).encode())
    return Rendered(1)


def _write_text(document: Document, path: Path, _words: Words, _progress: Progress | None) -> Rendered:
    from app.rendering.outline import as_text

    deliver(path, as_text(document).encode())
    return Rendered(1)


RENDERERS = (
    Renderer("pdf", ".pdf", mark("Documento PDF"), _write_pdf),
    Renderer("xlsx", ".xlsx", mark("Planilla de Excel"), _write_xlsx),
    Renderer("docx", ".docx", mark("Documento de Word"), _write_docx),
    Renderer("html", ".html", mark("Página web"), _write_html),
    Renderer("txt", ".txt", mark("Texto"), _write_text),
)


def render(document: Document, format: str, path: Path, words: Words, progress: Progress | None = None) -> Rendered:
    """Write `document` to `path` in the format of that name, whole or not at all.

    `words` must speak the language of the document. Raises KeyError for a format that is not in RENDERERS,
    ProblemError when the file cannot be written, and whatever `progress` raises.
    """
    writers = {renderer.name: renderer.write for renderer in RENDERERS}
    return writers[format](document, path, words, progress)


__all__ = ["RENDERERS", "Rendered", "Renderer", "render"]
