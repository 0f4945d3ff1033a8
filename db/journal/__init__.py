"""The journal: what every operation changed, field by field, and what is made from it.

The journal is a set of operations that are never altered; the tables are what the set says. Undo, redo, the history of
a record and the check of a file all read it. `tables` says what is stored, `recording` writes it, `reading` gives it
back in the words of the present schema, and `settling`, `chain`, `undoing` and `story` are what it is for.
"""
