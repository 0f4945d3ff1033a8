"""Where the command line speaks: what was asked for goes to the output, what went wrong beside it."""

import os
import sys

from app.words.problems import Problem
from app.words.words import Words


class Console:
    """Writes lines for a person or a script, in one language."""

    def __init__(self, words: Words) -> None:
        """Speak the language of `words`; letters that the terminal cannot show are shown as `?`."""
        self.words = words
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")

    def say(self, text: str) -> None:
        """Write a line of what was asked for; nothing when the output is closed, as in a program without terminal."""
        if sys.stdout is not None:
            sys.stdout.write(f"{text}\n")

    def say_json(self, value: object) -> None:
        """Write a value for a script."""
        import json  # no window needs it, and every one would wait for it

        self.say(json.dumps(value, ensure_ascii=False, indent=1))

    def complain(self, text: str) -> None:
        """Write a line about what went wrong."""
        self.flush()
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

    def progress(self, done: float) -> None:
        """Show on a terminal how much of a long piece of work is done, from 0 to 1, in place of what it showed last.

        The line is wiped away at the end; a script, whose errors go elsewhere, sees nothing of it.
        """
        if sys.stderr is None or not sys.stderr.isatty():
            return
        shown = self.words.percent(int(done * 100) / 100)
        sys.stderr.write(f"\r{shown:>6} " if done < 1 else f"\r{'':7}\r")
        sys.stderr.flush()

    def flush(self) -> None:
        """Write what is still held back; OSError when the output cannot be written."""
        if sys.stdout is not None:
            sys.stdout.flush()

    def fall_silent(self) -> None:
        """Say nothing more on the output, which nobody reads or that is full: what is held back goes nowhere."""
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def complain_of(self, *problems: Problem) -> None:
        """Write problems, a line each."""
        for problem in problems:
            self.complain(problem.say(self.words))
