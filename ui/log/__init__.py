"""The log on the screen, where it is more than a list: the note in one line."""
