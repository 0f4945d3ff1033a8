"""The citation of a norm compared with its official text: what is proposed of it, and what else bears its number."""

from PySide6.QtWidgets import QWidget

from app.norms import CitationFacts, write_citation
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from ui.form.form_dialog import FormDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("norm", (Section("", (("kind", "number", "year"), "organisation_id", "verified_as")),))


class CitationDialog(FormDialog):
    """Proposes the official citation, which follows organ, kind and number; saving writes who compared it and when."""

    def __init__(self, workspace: Workspace, facts: CitationFacts, parent: QWidget | None = None) -> None:
        """Ask about the norm of `facts`."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Comprobar la cita"), words("Guardar la cita")), parent)
        self.facts = facts
        cited, day = str(facts.record.values["cited_as"]), words.date(workspace.store.today())
        said = words("Citada como «{cited}». Compárela con el texto oficial.", cited=cited)
        noted = words("Se anota que la comprobó {author} el {day}.", author=workspace.store.author, day=day)
        self.say(f"{said} {noted}")
        self.begin(facts.record, facts.proposed)
        self._begun_values = self._values()
        self.form.changed.connect(self._follow)

    def accept(self) -> None:
        """Write the citation; what is wrong stands beside its field."""
        self.write(self._write)

    def _write(self) -> Changes:
        return write_citation(self.workspace.store, self.facts.record.id, self.values())

    def _follow(self) -> None:
        """Write what follows from what the person changed: a decision is of the CMC, and its citation says both."""
        now = self._values()
        changed = frozenset(
            name
            for name, value in now.items()
            if value != self._begun_values[name] and not self.form.filling.is_chosen(name, value)
        )
        self.form.fill(self.facts.follow(now, changed), self.words("cita que se propone"))

    def _values(self) -> dict[str, object]:
        return {name: box.editor.value() for name, box in self.form.boxes.items()}
