"""The informe de gestión of a term: its chapters as they are written, what is read beside them, and what it lacks."""
