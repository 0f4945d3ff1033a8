"""One editor for each kind of field, behind one small base."""
