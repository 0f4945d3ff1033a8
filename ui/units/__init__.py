"""The thematic units on the screen, where they are more than a list: what each did in a term, and their matrix."""
