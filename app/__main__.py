"""Where the program begins: the one file that sees all layers, and hands the window to the command line."""

import os
import sys
from pathlib import Path

from app.cli import main as run_command
from app.problems import Problem, ProblemError
from app.words import mark


class _Desktop:
    """The window, whose libraries are loaded only when it is asked for."""

    def run(self, path: Path | None) -> int:
        """Open the window; ProblemError when there is no display, on which Qt would end the program without a word."""
        if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
            text = mark("No hay pantalla donde abrir la ventana.")
            raise ProblemError(Problem(text, mark("Las órdenes que no la necesitan están en: enlace --help")))
        from ui.start import run

        return run(path)

    def picture(self, path: Path, target: Path) -> None:
        """Draw the window, which needs no display."""
        if sys.platform == "linux":
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.start import picture

        picture(path, target)


def main() -> int:
    """Run what the command line asks for and give the exit code."""
    return run_command(sys.argv[1:], _Desktop())


if __name__ == "__main__":
    sys.exit(main())
