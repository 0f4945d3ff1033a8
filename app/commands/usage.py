"""A command line that cannot be understood."""


class UsageError(Exception):
    """Raised when the command line cannot be understood: what is wrong and how to write it, for a person."""

    def __init__(self, text: str, usage: str) -> None:
        """Keep both texts."""
        super().__init__(text)
        self.text = text
        self.usage = usage
