"""What a view reads, by which it tells whether what an operation touched can show in it, given by its own names."""

from db.reach import (
    EVERYTHING,
    NOTHING,
    Reach,
    reach_of_columns,
    reach_of_query,
    reach_of_record,
    reach_of_story,
    watched,
)

__all__ = [
    "EVERYTHING",
    "NOTHING",
    "Reach",
    "reach_of_columns",
    "reach_of_query",
    "reach_of_record",
    "reach_of_story",
    "watched",
]
