"""Importing a spreadsheet: its file, its columns, what would happen row by row, and what happened."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.file.naming import file_name
from app.file.settings import Folder
from app.network.beginning import Step, next_steps
from app.records.catalog import TOUCHED_BY, Filter, Operator, Query
from app.records.changes import Changes
from app.sheets.importing.importing import (
    Decision,
    Matching,
    Options,
    Plan,
    Prepared,
    apply_plan,
    likely_kind,
    make_plan,
    prepare,
    prepare_sheet,
    read_file,
    targets_of,
)
from app.sheets.importing.left_out import write_left_out
from app.words.problems import ProblemError
from app.words.words import mark
from ui.importing.columns_page import ColumnsPage
from ui.importing.file_page import FilePage
from ui.importing.kind_offer import KindOffer
from ui.importing.plan_page import PlanPage
from ui.importing.result_page import ResultPage
from ui.importing.said import say_imported
from ui.look.notice import saved_notice
from ui.look.plain import Label, PushButton, presses, set_title
from ui.look.problem import ProblemBox
from ui.look.saving import ask_where, remember_folder, start_folder
from ui.look.theme import Role, distance, dress
from ui.work.progress import ProgressStrip
from ui.work.run import Advance, Job, Runner
from ui.work.steps import take_step
from ui.work.workspace import Workspace

SIZE = (1180, 690)
STEPS = (mark("Archivo"), mark("Columnas"), mark("Qué va a pasar"), mark("Resultado"))
FILE, COLUMNS, PLAN, RESULT = range(4)


class ImportWizard(QDialog):
    """Four pages; nothing is written before «Importar», and one undo takes all of it back."""

    def __init__(self, workspace: Workspace, entity: str = "municipality", parent: QWidget | None = None) -> None:
        """Import into the file of `workspace`; `entity` is what the spreadsheet most likely holds."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = workspace.words
        self.prepared: Prepared | None = None
        self.plan: Plan | None = None
        self.decisions: dict[int, Decision] = {}
        self.applying: Job | None = None
        self.operation: int | None = None
        self.runner = Runner(self, workspace.present)
        set_title(self, self.words("Importar planilla"))
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        known = entity if entity in workspace.catalog.stored else workspace.catalog.stored[0]
        self.kind_offer = KindOffer(self.words, workspace.catalog)
        self.file = FilePage(self.words, workspace.catalog, known, start_folder(workspace, Folder.SHEETS))
        self.columns = ColumnsPage(self.words, workspace.catalog)
        self.rows = PlanPage(self.words)
        self.outcome = ResultPage(self.words)
        self.pages = QStackedWidget()
        for page in (self.file, self.columns, self.rows, self.outcome):
            self.pages.addWidget(page)
        self.steps = [Label() for _ in STEPS]
        self.cancelling = self._button(self.words("Cancelar"), self.reject)
        self.going_back = self._button(self.words("Atrás"), self.go_back)
        self.going_on = self._button(self.words("Siguiente"), self.go_on)
        self.going_on.setDefault(True)
        dress(self.going_on, Role.PRIMARY)
        self._lay_out()
        self._connect()
        self._show_page(FILE)

    def load(self, path: Path) -> None:
        """Read the spreadsheet at `path` beside the window."""
        remember_folder(self.workspace, Folder.SHEETS, path)
        self.file.folder = path.parent
        self.prepared, self.plan = None, None
        self.kind_offer.offer(self.file.entity, None)
        self._allow()
        targets = targets_of(self.workspace.catalog, self.file.entity)

        def work(advance: Advance) -> Prepared:
            return prepare(read_file(path, advance.share), targets)

        title = self.words("Leyendo {file}", file=path.name)
        self.runner.run(work, self._take_prepared, partial(self._refuse_file, path), title=title, topic="read")

    def go_on(self) -> None:
        """Go to the next page; on the plan, import."""
        page = self.pages.currentIndex()
        if page == FILE and self.prepared is not None:
            self._show_page(COLUMNS)
        elif page == COLUMNS:
            self.going_on.setFocus()  # Enter leaves the country half chosen: leaving its field says it
            self.make_plan()
        elif page == PLAN and self.plan is not None:
            self.apply()
        elif page == RESULT:
            self.accept()

    def go_back(self) -> None:
        """Go to the page before."""
        self._show_page(max(FILE, self.pages.currentIndex() - 1))

    def make_plan(self) -> None:
        """Plan every row beside the window, with what the person has said so far, and show the plan."""
        prepared = self.prepared
        if prepared is None:
            return
        request = prepared.request(self.columns.options, self.decisions)
        store, words = self.workspace.store, self.words

        def work(advance: Advance) -> Plan:
            return make_plan(store, request, words, advance.share)

        title = self.words("Comparando con lo que ya está")
        self.runner.run(work, self._take_plan, self._refuse_plan, title=title, topic="plan")

    def apply(self) -> None:
        """Write what the plan says, in one operation."""
        plan, store, words = self.plan, self.workspace.store, self.words
        if plan is None or self.applying is not None:
            return
        if not plan.counts.new + plan.counts.changed:
            self._finish(plan, Changes())
            return

        def work(advance: Advance) -> Changes:
            return apply_plan(store, plan, words, advance.share).changes

        self.applying = self.workspace.write_beside(
            work, words("Importando"), partial(self._finish, plan), runner=self.runner, failed=self._refuse_plan
        )
        if self.applying is not None:
            self.applying.ended.connect(self._end_applying)
        self._allow()

    def undo(self) -> None:
        """Take the whole import back."""
        self.workspace.undo()
        self.outcome.show_undone()

    def see(self) -> None:
        """Leave, and list the records that came in."""
        if self.plan is None or self.operation is None:
            return
        self.accept()
        came = Filter(TOUCHED_BY, Operator.EQUALS, self.operation)
        self.workspace.show_list(Query(self.plan.request.matching.targets.info.name, filters=(came,)))

    def take(self, step: Step) -> None:
        """Leave, and begin what is to be done next."""
        self.accept()
        take_step(self.workspace, step)

    def save_rest(self, path: Path) -> None:
        """Write the rows that were not imported to `path`, beside the window."""
        plan, words = self.plan, self.words
        if plan is None:
            return

        def work(_: Advance) -> Path:
            write_left_out(plan, path, words)
            return path

        def tell(written: Path) -> None:
            self.outcome.notices.tell(saved_notice(words, written))

        self.runner.run(work, tell, title=words("Guardando"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the list that has the keyboard: what goes on or imports is no business of its rows."""
        if not (presses(event) and isinstance(self.focusWidget(), QAbstractScrollArea)):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stop what is under way, or leave."""
        if self.applying is not None:
            self.applying.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """End the work beside the window."""
        self.runner.close()
        super().done(result)

    def _take_prepared(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.decisions = {}
        self.file.show_prepared(prepared)
        self.columns.show_prepared(prepared)
        self._look_for_kind(prepared)
        self._allow()
        self.going_on.setFocus()

    def _look_for_kind(self, prepared: Prepared) -> None:
        """Compare the columns with those of all kinds beside the window; what other columns offered goes now."""
        now, catalog = prepared.matching.entity, self.workspace.catalog
        self.kind_offer.offer(now, None)

        def tell(likely: str | None) -> None:
            self.kind_offer.offer(now, likely)
            self._show_offer()

        self.runner.run(lambda _: likely_kind(prepared, catalog), tell, topic="kind")

    def _refuse_file(self, path: Path, error: Exception) -> None:
        if not isinstance(error, ProblemError):
            self.workspace.present(error)
            return
        self.file.show_problems(path, error.problems)
        self._allow()

    def _prepare_again(self, entity: str, sheet: str, header: int | None = None) -> None:
        if self.prepared is None:
            return
        book = self.prepared.workbook
        found = next(each for each in book.sheets if each.name == sheet)
        self._take_prepared(prepare_sheet(book, found, targets_of(self.workspace.catalog, entity), header))

    def _on_entity(self, entity: str) -> None:
        if self.prepared is not None:
            self._take_prepared(prepare(self.prepared.workbook, targets_of(self.workspace.catalog, entity)))

    def _take_for(self, entity: str) -> None:
        if self.prepared is not None:
            self.file.show_entity(entity)
            self._prepare_again(entity, self.prepared.sheet.name)

    def _on_sheet(self, name: str) -> None:
        self._prepare_again(self.file.entity, name)

    def _on_header(self, row: int) -> None:
        if self.prepared is not None:
            self._prepare_again(self.file.entity, self.prepared.sheet.name, row)

    def _on_matching(self, matching: Matching) -> None:
        if self.prepared is not None:
            self.prepared = replace(self.prepared, matching=matching)

    def _on_options(self, _options: Options) -> None:
        self.plan = None

    def _on_decided(self, decided: Mapping[int, Decision | None]) -> None:
        """Keep what was answered of rows, beside what was answered of their places; None takes an answer back."""
        places = {row.number: row.place for row in self.plan.rows} if self.plan is not None else {}
        said = {number: each and replace(each, place=places.get(number)) for number, each in decided.items()}
        self.decisions = {number: each for number, each in {**self.decisions, **said}.items() if each is not None}
        self.make_plan()

    def _take_plan(self, plan: Plan) -> None:
        self.plan = plan
        self.rows.show_plan(plan, self.decisions)
        if self.pages.currentIndex() != PLAN:
            self._show_page(PLAN)
        self._allow()

    def _refuse_plan(self, error: Exception) -> None:
        if not isinstance(error, ProblemError):
            self.workspace.present(error)
            return
        page = self.pages.currentWidget()
        box: ProblemBox = page.problems if isinstance(page, ColumnsPage | PlanPage) else self.file.problems
        box.show_problems(error.problems)
        self._allow()

    def _end_applying(self) -> None:
        self.applying = None
        self._allow()

    def _finish(self, plan: Plan, changes: Changes) -> None:
        counts, info = plan.counts, plan.request.matching.targets.info
        self.outcome.show_result(info, counts, imported=plan.imported if changes else 0)
        self.operation = changes.operation
        if changes:
            said = say_imported(info, plan.imported, self.words)
            self.workspace.tell_done(changes, said)
            store = self.workspace.store
            self.runner.run(lambda _: next_steps(store), self.outcome.show_steps, topic="next")
        self._show_page(RESULT)

    def _ask_rest(self) -> None:
        if self.plan is None:
            return
        title = self.words("Filas que no entraron de {file}", file=Path(self.plan.request.file).stem)
        name = file_name(title, ".xlsx")
        path = ask_where(self.workspace, Folder.SHEETS, name, self.words("Planilla de Excel"), self)
        if path is not None:
            self.save_rest(path)

    def _show_offer(self) -> None:
        self.kind_offer.setVisible(self.pages.currentIndex() < PLAN and self.kind_offer.link is not None)

    def _show_page(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        for at, label in enumerate(self.steps):
            said = self.words("{number}. {step}", number=at + 1, step=self.words(STEPS[at]))
            label.setText(said)
            dress(label, Role.HEADING if at == page else Role.QUIET)
        self._show_offer()
        self._allow()
        # Enter goes on from every page: on the last one it must not be the button that undoes.
        (self.rows.table if page == PLAN else self.going_on).setFocus()

    def _allow(self) -> None:
        page, busy = self.pages.currentIndex(), self.applying is not None
        self.going_back.setVisible(page in (COLUMNS, PLAN))
        self.going_back.setEnabled(not busy)
        self.cancelling.setVisible(page != RESULT)
        self.going_on.setEnabled(not busy and (self.prepared is not None if page < PLAN else True))
        self.going_on.setText(self._said_next(page))

    def _said_next(self, page: int) -> str:
        if page == RESULT:
            return self.words("Cerrar")
        if page != PLAN or self.plan is None:
            return self.words("Siguiente")
        count = self.plan.counts.new + self.plan.counts.changed
        if not count:
            return self.words("Terminar")
        return self.words.plural("Importar {count} fila", "Importar {count} filas", count)

    def _connect(self) -> None:
        self.file.file_chosen.connect(self.load)
        self.file.entity_chosen.connect(self._on_entity)
        self.kind_offer.taken.connect(self._take_for)
        self.file.sheet_chosen.connect(self._on_sheet)
        self.file.header_chosen.connect(self._on_header)
        self.columns.matching_changed.connect(self._on_matching)
        self.columns.options_changed.connect(self._on_options)
        self.rows.decided.connect(self._on_decided)
        self.outcome.undo_wanted.connect(self.undo)
        self.outcome.rest_wanted.connect(self._ask_rest)
        self.outcome.seeing_wanted.connect(self.see)
        self.outcome.step_wanted.connect(self.take)

    def _button(self, text: str, press: object) -> PushButton:
        button = PushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(press)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(distance(3, self))
        for label in self.steps:
            head.addWidget(label)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(distance(1, self))
        foot.addWidget(ProgressStrip(self.runner, self.words))
        foot.addStretch(1)
        for button in (self.cancelling, self.going_back, self.going_on):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(3, self), distance(2, self), distance(3, self), distance(2, self))
        column.setSpacing(distance(2, self))
        column.addLayout(head)
        column.addWidget(self.kind_offer)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
