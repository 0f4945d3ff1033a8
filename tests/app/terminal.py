"""A terminal whose person has set nothing, as the tests of the command line sit at it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.cli import main
from app.file.files import Store

MEMBERS = (
    "city,country,subdivision,subdivision_iso,year_joined\n"
    "Avellaneda,AR,Buenos Aires,AR-B,\n"
    "Avellaneda,AR,Santa Fe,AR-S,\n"
    "San Martín,AR,,,\n"
    "Montevideo,UY,Montevideo,UY-MO,1995\n"
    "Nada,Narnia,,,\n"
)


class FakeWindow:
    """Stands for the window, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.opened: list[Path | None] = []

    def run(self, path: Path | None) -> int:
        """Remember the file."""
        self.opened.append(path)
        return 0

    def picture(self, opener: Callable[[], Store], target: Path) -> None:
        """Write something."""
        opener().close()
        target.write_bytes(b"PNG")


class Terminal:
    """Runs commands as a person types them, with settings of their own, and keeps what they answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self.window = FakeWindow()
        self.file = folder / "red.enlace"
        self.folder = folder
        self._capsys = capsys
        self.said = self.complained = ""

    def run(self, *arguments: str | Path) -> int:
        """Run a command and give its exit code."""
        code = main([str(argument) for argument in arguments], self.window)
        self.said, self.complained = self._capsys.readouterr()
        assert "Traceback" not in self.said + self.complained
        return code

    def answer(self, *arguments: str | Path, code: int = 0) -> str:
        """Run a command that must end with `code`, well unless another is said, and give what it says."""
        assert self.run(*arguments) == code, self.complained
        return self.said

    def answer_json(self, *arguments: str | Path, code: int = 0) -> object:
        """Run a command that must end with `code` and give what its JSON says."""
        return json.loads(self.answer(*arguments, "--json", code=code))

    def counts(self, *arguments: str | Path) -> Mapping[str, object]:
        """Import, and give the counts without the problems."""
        code = self.run("import", self.file, *arguments, "--json")
        found = json.loads(self.said)
        assert isinstance(found, dict)
        assert code == (1 if found["refused"] else 0), "a script learns by it that rows were refused"
        assert found["rows"] == sum(found[name] for name in ("new", "changed", "same", "doubtful", "refused"))
        return {name: count for name, count in found.items() if name != "problems"}
