"""Where the program begins: the one file that sees all layers, and hands the window to the command line."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from app.cli import main as run_command


class _Desktop:
    """The window, whose libraries are loaded only when it is asked for."""

    def run(self, path: Path | None) -> int:
        """Open the window."""
        return int(self._start().run(path))

    def picture(self, path: Path, target: Path) -> None:
        """Draw the window without a display."""
        self._start().picture(path, target)

    @staticmethod
    def _start() -> Any:  # noqa: ANN401 - a module
        return import_module("ui.start")


def main() -> int:
    """Run what the command line asks for and give the exit code."""
    return run_command(sys.argv[1:], _Desktop())


if __name__ == "__main__":
    sys.exit(main())
