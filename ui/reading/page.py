"""A record as a page to read: what is known of it at once, and read beside the window what belongs to it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.document import Address, Block, Heading, Reference
from app.past.listing import done_of
from app.record_page import FILES, HISTORY, OPERATION, Beside, Page, page_text, read_beside, read_page
from app.records.catalog import Query
from app.records.changes import Changes
from app.records.linked import leading_to
from app.records.reading import Record
from app.screens import layout_of, screen_of
from app.screens.layout import PartSection
from app.screens.layout import Section as LayoutSection
from app.screens.screen import Linked, RoomLayout
from app.words.fields import Kind, RecordKey
from ui.look.buttons import icon_button, text_button
from ui.look.conditions import Condition
from ui.look.dropping import DropPlace, attaching
from ui.look.icons import icon
from ui.look.menus import Offer
from ui.look.plain import Menu, PushButton
from ui.look.scroll import settle_layouts
from ui.look.spoken import hear_region
from ui.look.tab_order import lead_on, stops_in
from ui.look.theme import Role, distance
from ui.reading.blocks import Section, SectionMaker
from ui.reading.logo import logo_labels
from ui.reading.owed import OwedActions
from ui.reading.steps import StepActions
from ui.reading.values import ValueMaker
from ui.room.files import FileActions
from ui.work.addresses import follow_address
from ui.work.run import Advance
from ui.work.workspace import Workspace

WIDEST = 120
"""Characters beyond which a page grows no wider: longer lines are hard to read."""
MARGIN = 24


class ReadingPage(QScrollArea):
    """Shows one record at a time; it changes nothing of it but its files."""

    edit_wanted = Signal(str)
    """The field or part with this name is to be edited."""
    row_wanted = Signal(str)
    """A row is to be added to the part with this name."""
    beside_shown = Signal()
    """What belongs to the record has come, and is shown."""

    def __init__(self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None) -> None:
        """Show records of the entity of `layout`; empty until `show_record`."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = workspace.words
        self.facts = layout
        self.page: Page | None = None
        self.beside: Beside | None = None
        self.sections: list[Section] = []
        self.files = FileActions(workspace, self)
        self.steps = StepActions(workspace, self)
        self.owed = OwedActions(workspace, self)
        self._whole: frozenset[str] = frozenset()
        self._wanted = ""
        self._linked = {each.name: each for each in layout.linked}
        self._known: list[Section] = []
        self._belonging: list[Section] = []
        entity = workspace.catalog[layout.entity]
        named = {name for section in layout.form.sections for name in _names(section)}
        self._editable = frozenset() if entity.read_only else frozenset(named)
        self._parts = {section.part: section.title for section in layout.form.parts()}
        values = ValueMaker(self.words, self.follow, self._commands)
        self._maker = SectionMaker(values, self._actions, partial(self._actions_of_rows, is_brief=True))
        self._read_again = workspace.pausing(self._show_again, self)
        self._ask = workspace.pausing(self._ask_beside, self)
        self._sought = ""
        self._seeking = QTimer(self, singleShot=True, interval=0)
        self._seeking.timeout.connect(self._show_sought)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(MARGIN, distance(1, self), MARGIN, distance(3, self))
        self._column.setSpacing(distance(2, self))
        self._column.addStretch(1)
        self._sheet.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        DropPlace(self, attaching(self.words, self.files.add, self._takes_files))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hear_region(self, self.words("Ficha"))
        self.setWidget(self._sheet)

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        return self.page.record if self.page else None

    def is_met(self, key: str | None) -> bool:
        """Tell whether the record `key`, where it is shown, is owed by a day and done, or was dropped."""
        return self.page is not None and self.page.is_met and self.page.record.id == key

    def allow(self, met: set[Condition], key: str, *, editing: bool) -> set[Condition]:
        """Return `met` with what the record `key` allows while it is shown, and without what is no more to be done."""
        read_only = self.workspace.catalog[self.facts.entity].read_only
        met = met if editing or read_only else met | {Condition.READING}
        met = met - {Condition.OWED} if self.is_met(key) else met
        is_shown = self.record is not None and self.record.id == key
        return met - {Condition.LOGO} if is_shown and self.beside is not None and not self.beside.logo else met

    def show_record(self, key: str) -> Record | None:
        """Show a record as it is saved, and ask for what belongs to it; None, showing nothing, when it is no more."""
        if self.page is None or self.page.record.id != key:
            self._whole = frozenset()
        page = read_page(self.workspace.store, self.facts, key, self.words)
        if page is None:
            self.clear()
            return None
        self.setAccessibleName(f"{self.words('Ficha')}: {page.record.title}")
        is_another = self.page is None or self.page.record.id != key
        self.page = page
        self.files.owner = RecordKey(self.facts.entity, key)
        self._known = self._replace(self._known, (*page.section.blocks, *self._beginnings(page.record)), 0)
        if is_another:
            self.beside, self._wanted, self.files.shown = None, "", {}
            self._belonging = self._replace(self._belonging, (), len(self._known))
            self.verticalScrollBar().setValue(0)
            if self._sheet.isAncestorOf(self.focusWidget()):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()
        return page.record

    def clear(self) -> None:
        """Show nothing."""
        self.page, self.beside, self.files.owner = None, None, None
        self._known = self._replace(self._known, (), 0)
        self._belonging = self._replace(self._belonging, (), 0)

    def refresh(self, changes: Changes) -> None:
        """Show again what an operation touched."""
        if self.page is None:
            return
        if self.page.reach.meets(changes):
            self._read_again()
        elif self.beside is None or self.beside.reach.meets(changes):
            self._ask()

    def show_section(self, name: str) -> None:
        """Bring the section with this name into sight, and the keyboard to it, as soon as it is there."""
        self._wanted = name
        for section in self.sections:
            if section.name == name:
                self._wanted = ""
                next(stops_in(section), self).setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._sought = name
                self._seeking.start()

    def _show_sought(self) -> None:
        """Bring the heading of the section gone to into sight once it has its place; it may have been made anew."""
        name, self._sought = self._sought, ""
        for section in self.sections:
            if section.name == name:
                settle_layouts()
                self.ensureWidgetVisible(section.heading)

    def turn_section(self, step: int) -> None:
        """Go `step` sections on from the one with the keyboard, round and round."""
        named = [each for each in self.sections if each.name]
        within = [at for at, each in enumerate(named) if each.isAncestorOf(self.focusWidget())]
        if named:
            at = (within[0] + step) if within else (0 if step > 0 else -1)
            self.show_section(named[at % len(named)].name)

    def text(self) -> str:
        """Return all that the page shows, as plain text."""
        if self.page is None:
            return ""
        beside = self.beside.blocks if self.beside else ()
        return page_text(self.page.section.title, (*self.page.section.blocks, *beside), self.words)

    def copy_all(self) -> None:
        """Put all that the page shows on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def follow(self, link: Reference | Address) -> None:
        """Lead where a link says: to a record in its room, to a file, to the person's programs."""
        match link:
            case Reference(entity=entity) if entity == FILES:
                self.files.open(link.id)
            case Reference():
                self.workspace.record_wanted.emit(link.entity, link.id)
            case Address():
                follow_address(self.workspace, link)

    def _takes_files(self) -> bool:
        return self.page is not None and not self.facts.without_files

    def _show_again(self) -> None:
        if self.page is not None:
            self.show_record(self.page.record.id)

    def _ask_beside(self) -> None:
        """Ask for what belongs to the record; of several answers only the last one asked for comes."""
        if self.page is None:
            return
        key, whole = self.page.record.id, self._whole

        def work(_: Advance) -> Beside:
            return read_beside(self.workspace.store, self.facts, key, self.words, whole=whole)

        self.workspace.runner.run(work, partial(self._take_beside, key), topic=f"page {id(self)}")

    def _take_beside(self, key: str, found: Beside) -> None:
        if self.page is None or self.page.record.id != key:
            return
        self.beside, self.files.shown = found, found.files
        self._belonging = self._replace(self._belonging, found.blocks, len(self._known))
        if self._wanted:
            self.show_section(self._wanted)
        self.beside_shown.emit()

    def _replace(self, old: Sequence[Section], blocks: Sequence[Block], at: int) -> list[Section]:
        """Put the sections of `blocks` in the place of those that are shown there, and the keyboard where it was."""
        left = next((each for each in old if each.isAncestorOf(self.focusWidget())), None)
        at_stop = next((at for at, each in enumerate(stops_in(left)) if each.hasFocus()), 0) if left else 0
        for section in old:
            section.hide()
            self._column.removeWidget(section)
            section.deleteLater()
        made = self._maker.sections(blocks)
        for place, section in enumerate(made, at):
            self._column.insertWidget(place, section)
            section.show()  # its layout would do so only later, and until then reckon the page without it
        kept = [each for each in self.sections if each not in old]
        self.sections = [*made, *kept] if at == 0 else [*kept, *made]
        lead_on(self, (stop for each in self.sections for stop in stops_in(each)))
        if left is not None:
            stops = [stop for each in made if each.name == left.name for stop in stops_in(each)] or [self]
            stops[min(at_stop, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        return made

    def _actions(self, name: str) -> Sequence[QWidget]:
        """Return the buttons beside what bears a name."""
        words = self.words
        if name in self._parts:
            return self._actions_of_rows(name)
        if name in self._editable:
            return [self._pencil(partial(self.edit_wanted.emit, name))]
        if name == FILES:
            return [text_button(words("Adjuntar…"), "paperclip", self.files.ask, Role.LINK)]
        kind, _, key = name.partition("/")
        if kind == FILES:
            menu = self._menu_button(words("Qué hacer con el archivo"), self.files.commands(key))
            return [*logo_labels(self.beside, key, words), menu]
        if kind == OPERATION:
            return [self._menu_button(words("Qué hacer con este cambio"), self._ways_back(name))]
        owed = self.beside.owed if self.beside is not None else ()
        buttons = [*self.owed.buttons(RecordKey(kind, key), owed)]
        if self.beside is not None and name in self.beside.left:
            buttons.append(self._whole_button(name, self.beside.left[name]))
        if name in self._linked and self._linked[name].entity == "step":
            buttons += self._step_buttons(name)
        if name in self._linked and self._linked[name].adds:
            one = self.workspace.catalog[self._linked[name].entity].one
            buttons.append(self._adding(words(one), partial(self._add, self._linked[name])))
        return buttons

    def _step_buttons(self, name: str) -> Sequence[QWidget]:
        if self.beside is None or self.page is None:
            return ()
        record = RecordKey(self.facts.entity, self.page.record.id)
        return self.steps.buttons(record, self.beside.next_step, has_steps=name in self.beside.shown)

    def _beginnings(self, record: Record) -> Iterator[Heading]:
        """Return the headings of the parts that have no row yet, below which nothing stands: there the first begins."""
        for part, title in self._parts.items():
            if part in self._editable and not record.parts[part]:
                yield Heading(self.words(title), name=part)

    def _actions_of_rows(self, name: str, *, is_brief: bool = False) -> Sequence[QWidget]:
        """Return the buttons beside the rows of a part: to add one, and to edit those that there are.

        Beside rows that stand among facts they are `is_brief`, without words: those take the room of what is known.
        """
        if name not in self._parts or name not in self._editable or self.page is None:
            return ()
        title = self.words(self._parts[name])
        has_rows = bool(self.page.record.parts[name])
        edit = partial(self.edit_wanted.emit, name)
        add = partial(self.row_wanted.emit, name) if has_rows else edit
        said = self.words("Agregar: {what}", what=title)
        adding = icon_button(said, "plus", add) if is_brief else self._adding(title, add)
        return [adding, *([self._pencil(edit)] if has_rows else [])]

    def _pencil(self, edit: Callable[[], None]) -> QWidget:
        return icon_button(self.words("Editar"), "pencil-simple", edit)

    def _adding(self, what: str, add: Callable[[], None]) -> QWidget:
        adding = text_button(self.words("Agregar"), "plus", add, Role.LINK)
        adding.setAccessibleName(self.words("Agregar: {what}", what=what))
        return adding

    def _whole_button(self, name: str, count: int) -> PushButton:
        """Return the way to all of what is shown in part: its list, filtered, or the rest below."""
        words = self.words
        said = words("Ver todo") if name == HISTORY else words("Ver todo ({count})", count=words.number(count))
        button = text_button(said, "", partial(self._show_all, name), Role.LINK)
        if name in self._linked:
            button.setAccessibleName(f"{said}: {words(self._linked[name].title)}")
        return button

    def _show_all(self, name: str) -> None:
        """Show all of what is shown in part: below, where no filter of one field would list it."""
        linked = self._linked.get(name)
        if linked is None or not linked.also:
            self._show_whole(name)
        else:
            self._whole |= {name}
            self._ask()

    def _show_whole(self, name: str) -> None:
        linked = self._linked.get(name)
        has_list = linked is not None and len(linked.path) == 1 and screen_of(linked.entity) is not None
        if linked is None or not has_list or self.page is None:
            self._whole |= {name}
            self._ask()
            return
        wanted = leading_to(self.workspace.catalog, linked.path[0], self.facts.entity, (self.page.record.id,))
        self.workspace.show_list(Query(linked.entity, filters=(wanted,), order=linked.order))

    def _ways_back(self, name: str) -> Sequence[Offer]:
        """Return the ways back from a change of the history."""
        words, workspace = self.words, self.workspace
        if self.beside is None or name not in self.beside.changes:
            return ()
        done = done_of(self.beside.changes[name], words)
        undoing, returning = partial(workspace.undo_wanted.emit, done), partial(workspace.return_wanted.emit, done)
        return (
            Offer(words("Deshacer esta…"), undoing, icon("arrow-u-up-left"), allowed=done.can_undo),
            Offer(words("Volver hasta aquí…"), returning, icon("clock-counter-clockwise")),
        )

    def _menu_button(self, said: str, commands: Sequence[Offer]) -> QWidget:
        button = icon_button(said, "dots-three-vertical", lambda: None)
        menu = Menu(parent=button)
        for each in commands:
            action = menu.offer(each.text, each.call)
            action.setIcon(each.icon)
            action.setEnabled(each.allowed)
        button.setMenu(menu)
        button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
        return button

    def _commands(self, name: str, record: Reference | None) -> Sequence[Offer]:
        """Return what a value offers beside being copied."""
        found: list[Offer] = []
        if record is not None and record.entity == FILES:
            return self.files.commands(record.id)
        if name.startswith(OPERATION):
            return self._ways_back(name)
        if name == FILES:
            found.append(Offer(self.words("Adjuntar…"), self.files.ask, icon("paperclip")))
        if name in self._linked:
            found += self._list_offers(self._linked[name])
        if record is not None:
            found.append(Offer(self.words("Abrir"), partial(self.follow, record), icon("arrow-square-out")))
            owed = self.beside.owed if self.beside is not None else ()
            found += self.owed.offers(RecordKey(record.entity, record.id), owed)
        if name in self._editable:
            edit = partial(self.edit_wanted.emit, name)
            found.append(Offer(self.words("Editar este dato"), edit, icon("pencil-simple"), "F2"))
        return found

    def _list_offers(self, linked: Linked) -> Iterator[Offer]:
        """Return what a list of what is linked offers."""
        if linked.adds:
            yield Offer(self.words("Agregar"), partial(self._add, linked), icon("plus"))
        if len(linked.path) == 1 and layout_of(linked.entity) is not None:
            yield Offer(self.words("Ir a la lista"), partial(self._show_whole, linked.name), icon("list-bullets"))

    def _add(self, linked: Linked) -> None:
        """Begin a new record that is linked to this one."""
        if self.page is None:
            return
        key = self.page.record.id
        kind = self.workspace.catalog[linked.entity].field(linked.adds).field.kind
        whole = {Kind.LINKS: (key,), Kind.RECORD: RecordKey(self.facts.entity, key)}
        self.workspace.new_wanted.emit(linked.entity, {linked.adds: whole.get(kind, key)})


def _names(section: LayoutSection | PartSection) -> Iterator[str]:
    """Return the names of what a section of the form edits."""
    if isinstance(section, PartSection):
        yield section.part
    else:
        yield from section.names()
