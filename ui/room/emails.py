"""Copying e-mails of many at once, in groups that one message takes, and reaching the one record of a row."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.document import Address, Way
from app.records.emails import Emails, as_line, say_copied
from app.records.reached import ways_of
from app.reports.recorded import say_address
from ui.look.icons import icon
from ui.look.menus import Offer
from ui.look.notice import Notice, Tone
from ui.look.opening import open_dialog
from ui.room.email_groups import EmailGroups
from ui.work.addresses import follow_address
from ui.work.run import Advance
from ui.work.workspace import Workspace


def copy_emails(workspace: Workspace, find: Callable[[], Emails], view: QWidget) -> None:
    """Put the e-mails that `find` returns on the clipboard, and say how many; more than one group are offered."""

    def put(found: Emails) -> None:
        if len(found.groups) > 1:
            open_dialog(EmailGroups(workspace.words, found, view.window()))
            return
        if found.addresses:
            QGuiApplication.clipboard().setText(as_line(found.addresses))
        tone = Tone.GOOD if found.addresses else Tone.PLAIN
        workspace.tell(Notice(say_copied(workspace.words, found), tone))

    def read(_: Advance) -> Emails:
        return find()

    workspace.runner.run(read, put, title=workspace.words("Buscando los correos"), topic="emails")


def offers_of_record(workspace: Workspace, entity: str, id: str) -> Sequence[Offer]:
    """Return how the record is written to, called, and its address copied; nothing while the file is being written."""
    if workspace.busy:
        return ()
    ways = ways_of(workspace.store, entity, id)
    return tuple(offer for each in ways for offer in _offers_of(workspace, each))


def _offers_of(workspace: Workspace, address: Address) -> Sequence[Offer]:
    words, said = workspace.words, say_address(address, workspace.words).text
    put = partial(QGuiApplication.clipboard().setText, said)
    if address.way is Way.EMAIL:
        going, copying, sign = words("Escribir un correo"), words("Copiar el correo"), "envelope-simple"
    else:
        going, copying, sign = words("Llamar por teléfono"), words("Copiar el teléfono"), "phone"
    return Offer(going, partial(follow_address, workspace, address), icon(sign)), Offer(copying, put, icon("copy"))
