"""The tabs of proposals: beside a demand the experiences that may serve it, beside an experience the demands."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.line import Line
from app.matching import Reason
from app.matching.facts import Facts
from app.matching.proposing import Proposal, demands_for, practices_for
from app.matching.reading import read_facts
from app.matching.saying import count_reason
from app.matching.telling import say_aside, say_common_order, say_order, say_reasons
from app.records.reach import EVERYTHING, Reach
from app.records.reading import Record
from app.words.fields import RecordKey
from app.words.names import join_names
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.icons import icon
from ui.look.menus import ContextMenu, offers_of
from ui.look.plain import CheckBox, Label
from ui.look.scroll import scrolled
from ui.look.tab_order import lead_on
from ui.look.theme import Role, distance, dress
from ui.look.wrapped_choice import WrappedCheck
from ui.matching.card import ProposalCard
from ui.room.record_tab import RecordTab
from ui.work.workspace import Workspace

MOST = 15
"""Proposals that are shown at once; a button shows as many more."""


LOW = 16
"""Lines of a tab in which a proposal is seen below the reasons."""


class ProposalsTab(RecordTab):
    """Proposals in their order, those put away only when they are asked for; what is said here is saved at once."""

    saves_itself = True
    nothing = ""
    """What is said where nothing is proposed, in Spanish source words."""

    def __init__(self, workspace: Workspace, title: str, parent: QWidget | None = None) -> None:
        """Begin without a record; `title`, in the person's language, is what the tab is called."""
        super().__init__(workspace, parent, title=title)
        self.cards: list[ProposalCard] = []
        self._known: dict[tuple[str, str], ProposalCard] = {}
        self._reach = EVERYTHING
        self._most = MOST
        self.order = Label(wraps=True)
        dress(self.order, Role.QUIET)
        self.with_away = WrappedCheck("")
        self.with_away.toggled.connect(self._show_again)
        self.more = text_button("", "caret-down", self.show_more)
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), distance(3, self))
        self.column.setSpacing(distance(1, self))
        self.column.addWidget(self.order)
        self.add_above()
        self.column.addWidget(self.with_away)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(distance(1, self))
        self.column.addLayout(self._cards)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(page)
        whole.addWidget(self.area)
        self._facts: Facts | None = None
        self._found: Sequence[Proposal] = ()
        ContextMenu(self, lambda: offers_of(self.with_away, self.more))

    def add_above(self) -> None:
        """Add what stands between the order and the proposals."""

    def propose(self, facts: Facts, key: str) -> Sequence[Proposal]:
        """Return what is proposed for the record with this key."""
        raise NotImplementedError

    def show_card(self, card: ProposalCard, proposal: Proposal, facts: Facts) -> None:
        """Show a proposal on its card."""
        raise NotImplementedError

    def show_above(self, facts: Facts, key: str) -> None:
        """Say in which order the proposals stand."""
        self.order.setText(say_common_order(self.words))

    def show_record(self, record: Record | None) -> None:
        """Be about `record`; of another one the first proposals are shown again, without those put away."""
        if record is None or self.record is None or record.id != self.record.id:
            self._most, self._facts = MOST, None
            self.with_away.setChecked(False)
        super().show_record(record)

    def reach(self, record: Record) -> Reach:
        """Return what was read of all demands and experiences."""
        return self._reach

    def read(self, record: Record) -> None:
        """Show what is proposed now."""
        facts = read_facts(self.workspace.store)
        self._facts, self._reach = facts, facts.reach
        self._found = self.propose(facts, record.id)
        self.show_above(facts, record.id)
        self._show_again()

    def show_more(self) -> None:
        """Show as many more, and go to the first of them."""
        before, self._most = len(self.cards), self._most + MOST
        self._show_again()
        if len(self.cards) > before:
            self.cards[before].take_focus()

    def take_focus(self) -> None:
        """Go to the first proposal."""
        if self.cards:
            self.cards[0].take_focus()
        else:
            super().take_focus()

    def _show_again(self) -> None:
        if self._facts is None:
            return
        away = sum(each.is_away for each in self._found)
        listed = [each for each in self._found if self.with_away.isChecked() or not each.is_away]
        said = self.words.plural(
            "Mostrar también la que no sirve ({count})", "Mostrar también las que no sirven ({count})", away
        )
        self.with_away.wrap(said)
        self.with_away.setText(said)
        self.with_away.setVisible(bool(away))
        self.say_count(len(self._found) - away)
        at = self._where_keyboard_is()
        self._show_cards(listed[: self._most], self._facts)
        left = len(listed) - len(self.cards)
        self.more.setText(self.words.plural("Mostrar {count} más", "Mostrar {count} más", min(left, MOST)))
        self.more.setVisible(left > 0)
        if at is not None and self._where_keyboard_is() is None:
            self._go_near(at)

    def _where_keyboard_is(self) -> int | None:
        """Return the place of the card on which one works; None while one works elsewhere in the window."""
        focus = self.window().focusWidget()
        return next((at for at, card in enumerate(self.cards) if card.isAncestorOf(focus)), None)

    def _show_cards(self, wanted: Sequence[Proposal], facts: Facts) -> None:
        keys = [(each.demand.id, each.practice.id) for each in wanted]
        known = {key: self._known.get(key) or ProposalCard(self.workspace) for key in keys}
        for key in self._known.keys() - known.keys():
            card = self._known[key]
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._known, self.cards = known, [known[key] for key in keys]
        for at, (card, each) in enumerate(zip(self.cards, wanted, strict=True)):
            self.show_card(card, each, facts)
            if self._cards.indexOf(card) != at:
                self._cards.removeWidget(card)
                self._cards.insertWidget(at, card)
            card.show()
        lead_on(self.with_away, (stop for card in self.cards for stop in card.stops()))

    def _go_near(self, at: int) -> None:
        """Put the keyboard where the card stood that went."""
        if self.cards:
            self.cards[min(at, len(self.cards) - 1)].take_focus()
        elif self.with_away.isVisible():
            self.with_away.setFocus(Qt.FocusReason.OtherFocusReason)


class PracticesTab(ProposalsTab):
    """Beside a demand: the experiences that may serve it, and which reasons count."""

    def add_above(self) -> None:
        """Offer each reason to be counted or not."""
        self._unfolded = False
        self.unfolding = text_button("", "", self._turn)
        self.column.addWidget(self.unfolding, 0, Qt.AlignmentFlag.AlignLeft)
        self.heading = Label(self.words("Razones que cuentan"))
        dress(self.heading, Role.HEADING)
        self.column.addWidget(self.heading)
        self.checks = {reason: CheckBox(self.words(reason.label)) for reason in Reason}
        self.offered = QWidget()
        flow = Flow(self.offered, spacing=distance(2, self), apart=distance(0.5, self))
        for reason, check in self.checks.items():
            check.clicked.connect(partial(self._count, reason))
            flow.addWidget(check)
        self.column.addWidget(self.offered)
        self.aside = Label(wraps=True)
        dress(self.aside, Role.QUIET)
        self.column.addWidget(self.aside)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put away the order and the reasons where they would leave no proposal in sight."""
        super().resizeEvent(event)
        self._fold()

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _fold(self) -> None:
        is_low = self.height() < LOW * self.fontMetrics().lineSpacing()
        said = self.words("Ocultar las razones") if self._unfolded else self.words("Razones que cuentan…")
        self.unfolding.setText(said)
        self.unfolding.setIcon(icon("caret-up" if self._unfolded else "caret-down"))
        self.unfolding.setVisible(is_low)
        for each in (self.order, self.heading, self.offered):
            each.setVisible(self._unfolded or not is_low)

    def propose(self, facts: Facts, key: str) -> Sequence[Proposal]:
        """Return the experiences."""
        return practices_for(facts, key)

    def show_above(self, facts: Facts, key: str) -> None:
        """Say the order, and which reasons do not count."""
        demand = facts.demands.get(key)
        if demand is None:
            return
        self.order.setText(say_order(demand, self.words))
        for reason, check in self.checks.items():
            check.setChecked(reason not in demand.aside)
        said = say_aside(demand, self.words)
        if not self._found:
            none = self.words("Ninguna experiencia del archivo tiene una razón para servir a esta demanda.")
            said = f"{said}\n{none}" if said else none
        self.aside.setText(said)
        self.aside.setVisible(bool(said))

    def show_card(self, card: ProposalCard, proposal: Proposal, facts: Facts) -> None:
        """Show an experience, with its cities."""
        practice = proposal.practice
        name = Line(practice.name, record=RecordKey("experience", practice.id))
        cities = join_names(city.name for city in practice.cities)
        card.show_proposal(proposal, name, cities, say_reasons(proposal, facts, self.words), "")

    def _count(self, reason: Reason) -> None:
        if self.record is not None:
            store, key, counts = self.workspace.store, self.record.id, self.checks[reason].isChecked()
            self.workspace.do(lambda: count_reason(store, key, reason, counts=counts))


class DemandsTab(ProposalsTab):
    """Beside an experience: the open demands that it may serve, each with the reasons that count for it."""

    def add_above(self) -> None:
        """Leave room to say that there is none."""
        self.none = Label(self.words("Ninguna demanda abierta tiene una razón para esta experiencia."), wraps=True)
        dress(self.none, Role.QUIET)
        self.column.addWidget(self.none)

    def propose(self, facts: Facts, key: str) -> Sequence[Proposal]:
        """Return the demands."""
        return demands_for(facts, key)

    def show_above(self, facts: Facts, key: str) -> None:
        """Say the order, or that there is none."""
        super().show_above(facts, key)
        self.none.setVisible(not self._found)

    def show_card(self, card: ProposalCard, proposal: Proposal, facts: Facts) -> None:
        """Show a demand, with its city and until when it waits."""
        demand, words = proposal.demand, self.words
        name = Line(demand.name, record=RecordKey("need", demand.id))
        until = words("hasta {day}", day=words.date(demand.until)) if demand.until is not None else ""
        detail = join_names((demand.city.name, until))
        card.show_proposal(proposal, name, detail, say_reasons(proposal, facts, words), say_aside(demand, words))
