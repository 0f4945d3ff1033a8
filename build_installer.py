"""Freezes the program, tries the frozen program, and packs it for this system."""
