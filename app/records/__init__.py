"""Records as the window sees them: read, listed, edited, and what was done to them."""
