"""What is asked about a proposal: why it does not serve, and which city gives what another one begins to adopt."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.matching import Verdict
from app.matching.proposing import Proposal
from app.matching.saying import begin_adoption, say_verdict
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from ui.form.editors.combo import Combo
from ui.form.of_each_dialog import OfEachDialog
from ui.work.workspace import Workspace

WHY = FormLayout("match", (Section("", ("reason",)),))
GIVER = FormLayout("adoption", (Section("", ("giver_name",)),))
KNOWN = FormLayout("adoption", (Section("", ()),))


class PutAwayDialog(OfEachDialog):
    """Asks why an experience does not serve a demand, which may stay unsaid; it is proposed no more."""

    def __init__(self, workspace: Workspace, proposal: Proposal, parent: QWidget | None = None) -> None:
        """Ask about `proposal`, beginning with what was said of it before."""
        words = workspace.words
        said = words("No sirve"), words("No proponerla más")
        super().__init__(workspace, WHY, said, ("experience", (proposal.practice.id,)), parent)
        self.proposal = proposal
        self.say(_pair(workspace, proposal))
        self.begin(None, {"reason": proposal.said.why} if proposal.said is not None else {})

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Put it away."""
        need, experience = self.proposal.demand.id, self.proposal.practice.id
        return say_verdict(self.workspace.store, need, experience, Verdict.SERVES_NOT, str(values["reason"] or ""))


class BeginAdoptionDialog(OfEachDialog):
    """Says from which city to which an adoption goes; of several givers one is chosen, of none a name."""

    def __init__(self, workspace: Workspace, proposal: Proposal, parent: QWidget | None = None) -> None:
        """Begin the adoption of what `proposal` proposes."""
        words, cities = workspace.words, proposal.givers
        said = words("Comenzar adopción"), words("Comenzar")
        layout = KNOWN if cities else GIVER
        super().__init__(workspace, layout, said, ("experience", (proposal.practice.id,)), parent)
        self.proposal = proposal
        self.say(_pair(workspace, proposal))
        self.givers = Combo()
        for city in cities:
            self.givers.addItem(city.name, city.id)
        if len(cities) > 1:
            self.ask(words("Ciudad que la da"), self.givers)
        elif cities:
            self.say(words("La da {city}.", city=cities[0].name))
        self.say(words("Se crea la adopción con sus pasos previstos y ninguno hecho: cada uno se marca cuando se da."))
        self.begin()

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Begin it, in the language of the window."""
        giver = {"giver_id": self.givers.currentData()} if self.proposal.givers else values
        store = self.workspace.store.speaking(self.words.language)
        return begin_adoption(store, self.proposal.demand.id, self.proposal.practice.id, giver)


def _pair(workspace: Workspace, proposal: Proposal) -> str:
    return workspace.words(
        "«{experience}», para «{need}», de {city}.",
        experience=proposal.practice.name,
        need=proposal.demand.name,
        city=proposal.demand.city.name,
    )
