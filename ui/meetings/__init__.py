"""The parts of the room of the meetings: what is prepared before one, marked in it and written after it."""
