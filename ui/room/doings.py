"""What can be done with several records at once, and the news of it; which ones, says whoever asks."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from app.records.changes import Changes
from app.records.editing import delete_records
from app.records.emails import Emails, emails_of
from app.records.going_words import say_counted, say_listed
from app.records.verifying import Verification, verify_records
from app.words.words import Words
from ui.look.notice import Notice, Tone
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
        else:
            workspace.tell(Notice(said))

    workspace.write_beside(work, workspace.words("Guardando"), done)


def copy_emails(workspace: Workspace, entity: str, ids: Sequence[str]) -> None:
    """Put the e-mails of records on the clipboard, and say how many they are."""

    def read(_: Advance) -> Emails:
        return emails_of(workspace.store, entity, ids)

    def put(found: Emails) -> None:
        if found.addresses:
            QGuiApplication.clipboard().setText(found.line)
        tone = Tone.GOOD if found.addresses else Tone.PLAIN
        workspace.tell(Notice(_say_copied(workspace.words, found), tone))

    workspace.runner.run(read, put, title=workspace.words("Buscando los correos"), topic="emails")


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


def _say_copied(words: Words, found: Emails) -> str:
    if not found.addresses:
        return words("No se copió nada: no hay correos.")
    said = words.plural("Se copió {count} correo.", "Se copiaron {count} correos.", len(found.addresses))
    if not found.without:
        return said
    return f"{said} {words.plural('{count} ficha no tiene.', '{count} fichas no tienen.', found.without)}"
