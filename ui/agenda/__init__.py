"""The agenda on the screen, where it is more than a list: its month, and its export as a calendar."""
