"""Where the program begins: the one file that sees all layers, and hands the window to the command line."""

import sys
from pathlib import Path

from app.loading import loading


class _Desktop:
    """The window, whose libraries are loaded only when it is asked for."""

    def run(self, path: Path | None) -> int:
        """Open the window."""
        with loading():
            from ui.start import run

        return run(path)

    def picture(self, path: Path, target: Path) -> None:
        """Draw the window without a display."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from ui.start import picture

        picture(path, target)


def main() -> int:
    """Run what the command line asks for and give the exit code."""
    with loading():
        from app.cli import main as run_command
from app.problems import Problem, ProblemError
from app.words import mark

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What tells on Linux that a window can be shown; the last one is for who knows better."""

    return run_command(sys.argv[1:], _Desktop())


if __name__ == "__main__":
    sys.exit(main())
