"""The thematic units term by term: what each did, what it owes, and how they cross with axes and lines."""
