"""A list exported as it is seen: its columns and its rows, in their order, to Excel, CSV or PDF."""

from pathlib import Path

from app.document import Column
from app.reports import record_list
from app.reports.record_list import Options
from app.words.problems import Place, Problem, ProblemError
from app.words.values import export_value
from app.words.words import Words, mark
from db.progress import Progress, ignore_progress
from db.store import Store

ENDINGS = (".xlsx", ".csv", ".pdf")
"""What a list can be written as."""


def export_list(
    store: Store, options: Options, path: Path, words: Words, progress: Progress = ignore_progress
) -> tuple[Problem, ...]:
    """Write the list that `options` ask for to `path`, by its ending; gives what a person should know of it.

    Raises ProblemError for another ending, or when the place cannot be written; then nothing is left behind.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        text = mark("No se pueden guardar archivos «{ending}».")
        raise ProblemError(Problem(text, mark("Use .xlsx, .csv o .pdf."), Place(file=path.name), {"ending": ending}))
    found = record_list.gather(store.speaking(words.language), options)
    if ending == ".pdf":
        from app.records.lacking_letters import lacking_letters
        from app.rendering import render

        rendered = render(record_list.compose(found, words), "pdf", path, words, progress)
        return (*rendered.problems, *lacking_letters(store, rendered.lacking))
    return _write_sheet(found, path, words, progress)


def _write_sheet(found: record_list.RecordList, path: Path, words: Words, progress: Progress) -> tuple[Problem, ...]:
    from app.sheets.writing.write import write_csv, write_xlsx

    info = found.info
    fields = [info.field(name) for name in found.columns]
    columns = [Column(words(each.field.label), each.field.width) for each in fields]
    rows = [
        tuple(export_value(each.field, value, words) for each, value in zip(fields, row, strict=True))
        for row in found.rows
    ]
    if path.suffix.lower() == ".csv":
        write_csv(path, columns, rows, words, progress=progress)
        return ()
    return write_xlsx(path, found.options.title or words(info.many), columns, rows, words, progress=progress)
