"""Many cities are put into a network at once: which of them, in which role, and since when."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.other_networks.adding import Joining, add_cities, read_joining
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from app.words.folding import fold
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import Words, mark
from ui.form.editors.combo import Combo
from ui.form.of_each_dialog import OfEachDialog
from ui.look.lines import let_search
from ui.look.opening import open_dialog
from ui.look.plain import Label, set_title
from ui.look.theme import Role, dress
from ui.look.wrapped_choice import WrappedCheck
from ui.room.filter_line import FilterLine
from ui.work.workspace import Workspace

LAYOUT = FormLayout("network_membership", (Section("", ("role", ("starts", "ends"))),))


class AddCitiesDialog(OfEachDialog):
    """Asks for the role and the dates once, and puts the cities that are ticked into the network in one operation."""

    def __init__(
        self,
        workspace: Workspace,
        joining: Joining,
        parent: QWidget | None = None,
        networks: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Offer the cities of `joining`, none ticked; of several `networks`, keys and names, it is chosen here."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (_title(joining, words), words("Agregar")), ("municipality", ()), parent)
        self.joining = joining
        self.networks = Combo()
        if len(networks) > 1:
            for key, name in networks:
                self.networks.addItem(name, key)
            self.networks.setCurrentIndex(self.networks.findData(joining.id))
            self.ask(words("Red"), self.networks)
            self.networks.currentIndexChanged.connect(self._turn)
        self.told = self.say("")
        self.begin()
        heading = Label(words("Ciudades miembro que hoy no la integran"), wraps=True)
        dress(heading, Role.HEADING)
        self.body.addWidget(heading)
        self.looking = FilterLine()
        self.looking.setAccessibleName(words("Buscar una ciudad de la lista"))
        self.looking.setPlaceholderText(words("Buscar una ciudad de la lista"))
        let_search(self.looking, words)
        self.looking.textChanged.connect(self._narrow)
        self.body.addWidget(self.looking)
        self.checks: dict[str, WrappedCheck] = {}
        self._offer()

    @property
    def chosen(self) -> Sequence[str]:
        """The cities that are ticked, also those that the words put away."""
        return [key for key, check in self.checks.items() if check.isChecked()]

    def holds_words(self) -> bool:
        """Tell whether something is written, or a city ticked."""
        return super().holds_words() or bool(self.chosen)

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Put the cities into the network."""
        if not self.chosen:
            raise ProblemError(Problem(mark("No eligió ninguna ciudad."), mark("Marque al menos una.")))
        return add_cities(self.workspace.store, self.joining.id, self.chosen, values)

    def _turn(self) -> None:
        """Offer the cities of the network that is chosen; those that were ticked stay so where it lacks them too."""
        joining = read_joining(self.workspace.store, str(self.networks.currentData()))
        if joining is None:
            self.show_problems([Problem(mark("La red ya no existe."), WHERE_DELETED)])
            return
        self.show_problems(())
        self.joining = joining
        title = _title(joining, self.words)
        set_title(self, title)
        self.heading.setText(title)
        self._offer()

    def _offer(self) -> None:
        """Make a line for each city that can be put into the network, in place of those of another one."""
        ticked = self.chosen
        for check in self.checks.values():
            self.body.removeWidget(check)
            check.hide()  # what is to be deleted is seen until Qt comes to it
            check.deleteLater()
        self.ids = tuple(key for key, _ in self.joining.cities)
        self.checks = {key: WrappedCheck(name) for key, name in self.joining.cities}
        for key, check in self.checks.items():
            check.setChecked(key in ticked)
            check.toggled.connect(self._tell)
            self.body.addWidget(check)
        self._narrow(self.looking.text())
        self._tell()

    def _narrow(self, text: str) -> None:
        """Show the cities that have the words, and put the others away, ticked or not."""
        wanted = fold(text)
        for check in self.checks.values():
            check.setVisible(wanted in fold(check.said))

    def _tell(self) -> None:
        """Say how many cities will be put into which network."""
        said = self.words.plural(
            "Se agregará {count} ciudad a «{name}».",
            "Se agregarán {count} ciudades a «{name}».",
            len(self.chosen),
            name=self.joining.name,
        )
        self.told.setText(said)


def ask_for_cities(
    workspace: Workspace, network: str, parent: QWidget, networks: Sequence[tuple[str, str]] = ()
) -> None:
    """Ask which cities to put into a network, if it is still there; of several `networks` it is the one proposed."""
    joining = read_joining(workspace.store, network)
    if joining is not None:
        open_dialog(AddCitiesDialog(workspace, joining, parent, networks))


def _title(joining: Joining, words: Words) -> str:
    return words("Agregar ciudades a «{name}»", name=joining.name)
