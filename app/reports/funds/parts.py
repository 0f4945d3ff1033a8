"""The parts of the money of projects on paper: the projects, what it comes to by each of four, and each amount."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import select

from app.document import Block, Cell, Column, Paragraph, Reference, Section, Start, Table, Tone, Value
from app.funds.facts import Amount, By, Facts
from app.funds.tables import tables_by
from app.records.namesakes import read_rows
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark
from db.cooperation import ProjectState
from db.entities.project import Project
from db.session import FileSession
from db.store import Store

Row = tuple[Value | Cell, ...]
Basis = tuple[Store, Facts]
"""The file, whose language is that of the paper, and the amounts in it."""

_LACKING = (mark("sin fecha"), mark("sin fuente"))
_OF_PROJECT = ("name", "call_id", "donor_id", "municipality_id", "state", "amount", "asked", "starts", "ends_on")


Projects = Sequence[tuple[str, tuple[Any, ...]]]
"""Projects by their keys, of each what its row prints."""


def _read_projects(session: FileSession, basis: Basis) -> Projects:
    keys = list(session.scalars(select(Project.id).order_by(Project.name_key, Project.id)))
    return read_projects(session, basis[0], keys)


def read_projects(session: FileSession, store: Store, keys: Sequence[str]) -> Projects:
    """Read what the rows of these projects print."""
    rows: Sequence[tuple[Any, ...]] = read_rows(session, store, "project", _OF_PROJECT, keys)
    return list(zip(keys, rows, strict=True))


def _projects(_: Basis, found: Projects, words: Words) -> Section:
    table = projects_table(found, words)
    return Section(words("Proyectos"), (table,), sheet=words("Proyectos"), start=Start.BELOW, landscape=True)


def projects_table(found: Projects, words: Words) -> Table:
    """Compose a row for each project; of none that there are none."""
    columns = (
        Column(words("Proyecto"), 3.6),
        Column(words("Llamado"), 2),
        Column(words("Donante"), 2),
        Column(words("Ciudad que coordina"), 1.8),
        Column(words("Situación"), 1.6),
        Column(words("Costo total"), 1.8, figures=True),
        Column(words("Monto que se pide"), 1.8, figures=True),
        Column(words("Comienza el"), 1.3),
        Column(words("Termina el"), 1.3),
    )
    rows = tuple(_project(key, row, words) for key, row in found)
    return Table(columns, rows, empty=words("Todavía no hay proyectos."))


def _project(key: str, row: tuple[Any, ...], words: Words) -> Row:
    name, call, donor, city, state, *rest = row
    said = words(ProjectState.of(state).label)
    return Reference(name, "project", key), call or None, donor or None, city or None, said, *rest


def _by(by: By, title: str, basis: Basis, _: None, words: Words) -> Section:
    blocks: tuple[Block, ...] = tuple(tables_by(basis[1].blocks(by), by, words))
    nothing = Paragraph(words("Todavía no hay montos."), Tone.MUTED)
    return Section(words(title), blocks or (nothing,), sheet=words(title), start=Start.BELOW, landscape=True)


def _amounts(basis: Basis, _: None, words: Words) -> Section:
    table = amounts_table(basis[1].amounts, words)
    return Section(words("Montos"), (table,), sheet=words("Montos"), start=Start.BELOW, landscape=True)


def amounts_table(amounts: Sequence[Amount], words: Words, *, as_rows: bool = False) -> Table:
    """Compose a row for each amount with its day and source; of none that there are none.

    Paper says which amount lacks them. The rows of a workbook have an empty cell there, and a column of the currency:
    by both one filters, and no currency is summed into another.
    """
    columns = (
        Column(words("Proyecto"), 3.6),
        Column(words("Qué es"), 1.6),
        *((Column(words("Moneda"), 1),) if as_rows else ()),
        Column(words("Monto"), 1.8, figures=True),
        Column(words("Fecha"), 1.3),
        Column(words("Fuente"), 3),
        Column(words("Donante"), 2),
    )
    undated, unsourced = (None if as_rows else Cell(words(each), Tone.MUTED) for each in _LACKING)
    rows = tuple(
        (
            Reference(each.project_name, each.project.entity, each.project.id),
            words(each.kind.label),
            *((each.amount.currency,) if as_rows else ()),
            each.amount,
            each.day or undated,
            each.source or unsourced,
            each.donor_name or None,
        )
        for each in amounts
    )
    return Table(columns, rows, empty=words("Todavía no hay montos."))


def _summed(name: str, by: By, title: str) -> ReportPart[Basis, Any]:
    compose: Callable[[Basis, None, Words], Section] = partial(_by, by, title)
    return ReportPart(name, title, gather_nothing, compose)


PARTS: tuple[ReportPart[Basis, Any], ...] = (
    ReportPart("projects", mark("Proyectos"), _read_projects, _projects),
    _summed("by-project", By.PROJECT, mark("Fondos por proyecto")),
    _summed("by-donor", By.DONOR, mark("Fondos por donante")),
    _summed("by-call", By.CALL, mark("Fondos por llamado")),
    _summed("by-year", By.YEAR, mark("Fondos por año")),
    ReportPart("amounts", mark("Montos"), gather_nothing, _amounts),
)
"""A new one is a ReportPart here."""
