"""The plan of work on the screen, where it is more than a list: the board of its lines and its calendar."""
