"""What can be done with several records at once, and the news of it; which ones, says whoever asks."""

from collections.abc import Callable, Mapping, Sequence

from app.records.changes import Changes
from app.records.editing import delete_records
from app.records.going_words import say_counted, say_listed
from app.records.verifying import Verification, verify_records
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from app.words.words import Words
from ui.look.notice import Notice
from ui.work.run import Advance
from ui.work.workspace import Workspace


def say_selected(words: Words, count: int, *, everything: bool) -> str:
    """Return how many records are selected, `everything` when they are all that the list holds."""
    if everything:
        return words.plural("La única ficha está seleccionada", "Las {count} fichas están seleccionadas", count)
    return words.plural("{count} ficha seleccionada", "{count} fichas seleccionadas", count)


def delete(workspace: Workspace, entity: str, ids: Sequence[str]) -> None:
    """Delete records beside the window, and say what went with them; undo brings them back."""

    def work(_: Advance) -> Changes:
        return delete_records(workspace.store, entity, ids)

    workspace.write_beside(work, workspace.words("Eliminando"), workspace.tell_done)


def verify(workspace: Workspace, entity: str, ids: Sequence[str]) -> None:
    """Write beside the window that records were confirmed today, and say what was."""
    found: list[Verification] = []

    def work(_: Advance) -> Changes:
        found.append(verify_records(workspace.store, entity, ids))
        return found[0].changes

    def done(changes: Changes) -> None:
        said = _say_verified(workspace, found[0])
        if changes:
            workspace.tell_done(changes, said)
            workspace.verified.emit(entity, ids)
        else:
            workspace.tell(Notice(said))

    workspace.write_beside(work, workspace.words("Guardando"), done)


def _say_verified(workspace: Workspace, found: Verification) -> str:
    words = workspace.words
    if not found.confirmed:
        return words("No hay nada vigente que verificar.")
    what = say_listed([say_counted(workspace.catalog, *each, words) for each in found.confirmed.items()], words)
    said = words("Con fecha de hoy se verificó lo vigente: {what}.", what=what)
    if not found.without:
        return said
    lacking = words.plural(
        "{count} ficha no tiene nada vigente.", "{count} fichas no tienen nada vigente.", found.without
    )
    return f"{said} {lacking}"


def begin(
    workspace: Workspace, layout: RoomLayout, begin_record: Callable[[str, Mapping[str, object]], object]
) -> None:
    """Begin a new record of a list by `begin_record`; one of a term with the one that runs, once that is known."""
    if not layout.in_term:
        begin_record(layout.entity, {})
        return

    def find() -> RecordKey:
        from app.network.term_choices import running_term

        return RecordKey("period", running_term(workspace.store) or "")

    def show(term: RecordKey) -> None:
        begin_record(layout.entity, {layout.in_term: term.id} if term.id else {})

    workspace.seeking.show(find, show)
