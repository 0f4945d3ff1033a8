"""Maps, drawn to scale from the outlines of countries."""
