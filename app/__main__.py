"""Where the program begins: the one file that sees all layers, and hands the window to the command line."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.loading import collect_rarely, loading

if TYPE_CHECKING:
    from app.file.files import Store

INTERRUPTED = 130
"""The exit code of Ctrl+C, as app.cli gives it once it is loaded."""

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What tells on Linux that a window can be shown; the last one is for who knows better."""


class _Desktop:
    """The window, whose libraries are loaded only when it is asked for."""

    def run(self, path: Path | None) -> int:
        """Open the window; ProblemError where there is no display, since Qt would end the program there."""
        if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
            _refuse_without_display()
        _load_qt()
        with loading():
            from ui.frame.start import run

        return run(path)

    def picture(self, opener: Callable[[], "Store"], target: Path) -> None:
        """Draw the window without a display."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _load_qt()
        with loading():
            from ui.frame.start import picture

        picture(opener, target)


def _load_qt() -> None:
    """Load Qt by itself: what is loaded after it is not looked into (`app/loading.py`)."""
    with loading():
        import ui.look.plain  # noqa: F401 - it loads Qt


def _refuse_without_display() -> None:
    from app.words.problems import Problem, ProblemError
    from app.words.words import mark

    text = mark("Aquí no hay pantalla en la que abrir la ventana.")
    hint = mark("Los comandos de «enlace --help» no la necesitan; «enlace picture» la dibuja en una imagen.")
    raise ProblemError(Problem(text, hint))


def main() -> int:
    """Run what the command line asks for and give the exit code; Ctrl+C while the program loads ends it in silence."""
    collect_rarely()
    try:
        with loading():
            from app.cli import main as run_command
    except KeyboardInterrupt:
        return INTERRUPTED

    return run_command(sys.argv[1:], _Desktop())


if __name__ == "__main__":
    sys.exit(main())
