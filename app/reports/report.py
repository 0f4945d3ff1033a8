"""The reports that there are, and the one way to make any of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from app.document import Document
from app.reports import board_pack, directory, municipality_sheet, record_list
from app.reports.board_pack.options import PARTS
from app.words.words import Words, mark
from db.store import Store

Options = TypeVar("Options")
Data = TypeVar("Data")


@dataclass(frozen=True, slots=True)
class Report(Generic[Options, Data]):
    """A report: its name on the command line, its title for people, and its three steps.

    `parts` are the options that are yes or no, by the name of their field, with the words that a person sees;
    `options_for` gives the options for what a person names (a meeting, a city, a country), ProblemError when unknown.
    """

    name: str
    label: str
    help: str
    defaults: Callable[[Store], Options]
    gather: Callable[[Store, Options], Data]
    compose: Callable[[Data, Words], Document]
    parts: Mapping[str, str] = field(default_factory=dict)
    options_for: Callable[[Store, str], Options] | None = None

    def make(self, store: Store, options: Options | None, words: Words) -> Document:
        """Make the report with `options`, its defaults when None; ProblemError when the file lacks what it is of."""
        return self.compose(self.gather(store, self.defaults(store) if options is None else options), words)


REPORTS: tuple[Report[Any, Any], ...] = (
    Report(
        "board-pack",
        mark("Dossier de la Comisión Directiva"),
        mark("Todo lo que necesita una reunión, del orden del día a la planilla de asistencia, con sus anexos."),
        board_pack.default_options,
        board_pack.gather,
        board_pack.compose,
        PARTS,
        board_pack.options_for,
    ),
    Report(
        "directory",
        mark("Directorio de ciudades"),
        mark("Las ciudades por país y provincia, con sus autoridades, cargos y vías de contacto."),
        directory.default_options,
        directory.gather,
        directory.compose,
        directory.PARTS,
        directory.options_for,
    ),
    Report(
        "municipality",
        mark("Ficha de ciudad"),
        mark("Una página con lo que se sabe de una ciudad."),
        municipality_sheet.default_options,
        municipality_sheet.gather,
        municipality_sheet.compose,
        options_for=municipality_sheet.options_for,
    ),
    Report(
        "list",
        mark("Lista"),
        mark("Cualquier lista, tal como se la ve."),
        record_list.default_options,
        record_list.gather,
        record_list.compose,
    ),
)


def find_report(name: str) -> Report[Any, Any]:
    """Return the report called `name`; KeyError when there is none."""
    for report in REPORTS:
        if report.name == name:
            return report
    raise KeyError(name)


def make(store: Store, name: str, options: Any, language: str) -> Document:  # noqa: ANN401  each report has its own
    """Make the report `name` in `language` ("es", "pt", "en"), or its defaults. KeyError, ProblemError."""
    return find_report(name).make(store, options, Words(language))
