"""A document of several papers, as of letters: each as a document and a file of its own."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from app.document import Document, FileTitle
from app.file.naming import file_name
from app.file.writing import cannot_write
from app.rendering import RENDERERS, Rendered, render
from app.words.nulls import refuse_nulls
from app.words.problems import Place, Problem, ProblemError
from app.words.words import Words, mark
from db.progress import Progress, ignore_progress


def split(document: Document) -> tuple[Document, ...]:
    """Return each section of `document` as a document of its own, in its language, its file called by its title."""
    return tuple(
        replace(
            document,
            title=section.title,
            language=section.language or document.language,
            sections=(section,),
            cover=None,
            contents=False,
            file_title=FileTitle(section.title, document.filed_as().day),
        )
        for section in document.sections
    )


def render_apart(
    document: Document, format: str, folder: Path, progress: Progress | None = None
) -> tuple[tuple[Path, ...], tuple[Rendered, ...]]:
    """Write each section of `document` into `folder` in the format of that name, all of them or none.

    Gives where each was written, and what each came to. No file is written over: ProblemError when one of the names is
    taken, or the place cannot be written; KeyError for a format that there is not.
    """
    tell = progress or ignore_progress
    refuse_nulls(str(folder))
    ending = next(each.ending for each in RENDERERS if each.name == format)
    papers = split(document)
    targets = [folder / name for name in _names(papers, ending)]
    _refuse_taken(targets)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=".enlace-", dir=folder))
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        made = []
        for at, (paper, target) in enumerate(zip(papers, targets, strict=True), 1):
            made.append(render(paper, format, beside / target.name, Words(paper.language)))
            tell(at / len(papers))
        _move(beside, targets)
    finally:
        rmtree(beside, ignore_errors=True)
    return tuple(targets), tuple(made)


def paper_in(document: Document, folder: Path) -> Path:
    """Return by which name the whole of `document` would stand in `folder`: what is saved beside it is called so."""
    filed = document.filed_as()
    return folder / file_name(filed.text, ".pdf", filed.day)


def _names(papers: Sequence[Document], ending: str) -> Iterator[str]:
    """Return a name for each, those of namesakes numbered; systems of files may not tell capitals apart."""
    taken: set[str] = set()
    for paper in papers:
        filed = paper.filed_as()
        name, number = file_name(filed.text, ending, filed.day), 1
        while name.casefold() in taken:
            number += 1
            name = file_name(f"{filed.text} ({number})", ending, filed.day)
        taken.add(name.casefold())
        yield name


def _refuse_taken(targets: Sequence[Path]) -> None:
    taken = [target for target in targets if os.path.lexists(target)]
    if taken:
        text = mark("En la carpeta ya hay un archivo con ese nombre, y no se escribe encima.")
        hint = mark("Elija una carpeta vacía, o quite antes los archivos de la vez anterior.")
        raise ProblemError(*(Problem(text, hint, Place(file=target.name)) for target in taken[:1]))


def _move(beside: Path, targets: Sequence[Path]) -> None:
    """Move the finished files to their places; when one cannot be, those before it go again."""
    moved: list[Path] = []
    try:
        _refuse_taken(targets)
        for target in targets:
            (beside / target.name).rename(target)
            moved.append(target)
    except OSError as error:
        for each in moved:
            each.unlink(missing_ok=True)
        raise cannot_write(targets[0].parent, error) from error
