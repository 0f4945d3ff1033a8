"""Going where an address leads: with the program of the system, or by pasting it where the person likes."""

from PySide6.QtGui import QGuiApplication

from app.document import Address
from ui.look.desktop import open_address
from ui.look.notice import Notice, Tone
from ui.work.workspace import Workspace


def follow_address(workspace: Workspace, address: Address) -> None:
    """Write an e-mail, dial a phone or show a site; without a program for it the address is copied, and that said."""
    if open_address(address):
        return
    QGuiApplication.clipboard().setText(address.text)
    words = workspace.words
    said = words("Esta computadora no tiene un programa para abrir {address}: se copió.", address=address.text)
    workspace.tell(Notice(said, Tone.CAUTION))
