"""A document kept as text, compared with what the program gives now."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder of kept documents; `accept` keeps what comes instead of comparing it."""

    accept: bool
    folder: Path = FOLDER

    def check(self, name: str, text: str) -> None:
        """Compare `text` with the kept document `name` ("board_pack.txt"), line by line."""
        path = self.folder / name
        if self.accept:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{name} is not kept yet: look at it, then `make golden`"
        assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()
