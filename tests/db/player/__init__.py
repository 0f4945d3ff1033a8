"""The random player: lists of random turns over a file, from the declarations of its tables, each turn verified."""
